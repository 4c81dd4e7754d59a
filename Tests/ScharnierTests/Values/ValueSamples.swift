import Scharnier

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Identifier {
    /// The identifier with this number in its last bytes.
    static func numbered(_ number: UInt64) -> Identifier {
        Identifier(high: 0x01A1_FD70_F1C0_7000, low: 0x8000_0000_0000_0000 | number)
    }
}

extension Day {
    /// The day that a test writes out as `YYYY-MM-DD`.
    static func on(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
        return day
    }
}

extension Instant {
    /// The moment that a test writes out in RFC 3339.
    static func at(_ text: String) -> Instant {
        guard let instant = Instant(text) else { preconditionFailure("no instant: \(text)") }
        return instant
    }
}

extension String {
    /// A text of so many scalars.
    static func ofLength(_ count: Int) -> String { String(repeating: "ä", count: count) }
}
