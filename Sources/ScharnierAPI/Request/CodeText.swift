/// How codes of terms, measures and languages are written: letters, digits, `_`, `.` and `-`, at most 64 (`x-patterns`).
enum CodeText {
    /// Longest code, in characters: what the domain gives its own at most.
    static let longest = 64

    /// Whether there can be such a code.
    static func isCode(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.utf8.allSatisfy(isTaken)
    }

    private static func isTaken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): true
        default: false
        }
    }
}
