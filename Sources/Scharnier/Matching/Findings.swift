/// What the gates say of a pair, two bits for each, in the order of domain.md §7.2.
struct Findings: Equatable {
    /// What one gate says.
    enum State: UInt64 {
        /// It does not apply to the pair.
        case omitted = 0
        case passes = 1
        case fails = 2
        /// Nobody has stated what it takes to know.
        case isOpen = 3

        /// Passed or failed.
        init(_ passes: Bool) { self = passes ? .passes : .fails }

        /// Passed, failed or open.
        init(_ passes: Bool?) { self = passes.map { State($0) } ?? .isOpen }
    }

    /// The codes in order; `allCases` would build the list anew each time.
    static let codes = Gate.Code.allCases

    private var bits: UInt64 = 0
    private var count: UInt64 = 0

    /// Notes what the next gate says.
    mutating func add(_ code: Gate.Code, _ state: State) {
        assert(Self.codes[Int(count)] == code, "gates come in the order of their codes")
        bits |= state.rawValue << (2 * count)
        count += 1
    }

    /// What the gate at `position` says.
    func state(at position: Int) -> State {
        State(rawValue: bits >> (2 * UInt64(position)) & 0b11) ?? .omitted
    }

    /// The gates that fail.
    var failing: [Gate.Code] {
        Self.codes.enumerated().filter { state(at: $0.offset) == .fails }.map(\.element)
    }

    /// How many gates fail.
    var blockers: Int {
        // The upper bit set and the lower one not.
        (bits >> 1 & ~bits & 0x5555_5555_5555_5555).nonzeroBitCount
    }
}
