import JSON

/// SplitMix64 (Steele, Lea and Flood 2014): a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONValue {
    /// Some value, at most `depth` levels deep.
    static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2: .integer(.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &generator))
        case 3: .integer(.random(in: -100...100, using: &generator))
        case 4: .number(["0.5", "-1e7", "12.25E-3", "0e0"].randomElement(using: &generator) ?? "0.5")
        case 5: .string(.random(using: &generator))
        case 6: .array(list(depth: depth, using: &generator))
        default: .object(.random(depth: depth, using: &generator))
        }
    }

    private static func list(depth: Int, using generator: inout SeededGenerator) -> [JSONValue] {
        let count = Int.random(in: 0...6, using: &generator)
        return (0..<count).map { _ in random(depth: depth - 1, using: &generator) }
    }
}

extension JSONObject {
    /// Some object with up to 40 members, so that both ways of finding repeated names are taken.
    static func random(depth: Int, using generator: inout SeededGenerator) -> JSONObject {
        var members: [Member] = []
        for index in 0..<Int.random(in: 0...(depth > 2 ? 40 : 4), using: &generator) {
            let name = "\(index)" + String.random(using: &generator)
            members.append(Member(name: name, value: .random(depth: depth - 1, using: &generator)))
        }
        return JSONObject(members: members) ?? JSONObject(members: []) ?? .random(depth: 0, using: &generator)
    }
}

extension String {
    /// Some text with characters of every length in UTF-8 and of every kind of escape.
    static func random(using generator: inout SeededGenerator) -> String {
        let characters = "ab/ \"\\\n\r\t\u{0}\u{1F}\u{7F}é\u{301}€\u{2028}\u{FFFF}🎶\u{10FFFF}"
        let alphabet = Array(characters.unicodeScalars)
        var text = ""
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
            text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
        }
        return text
    }
}
