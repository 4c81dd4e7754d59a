/// Short names that people choose: lower-case letters, digits and `_`, a letter first, at most 64 (domain.md §4.1).
enum Code {
    static func isWellFormed(_ text: String) -> Bool {
        guard (1...64).contains(text.utf8.count), let first = text.utf8.first, isLetter(first) else {
            return false
        }
        return text.utf8.allSatisfy {
            isLetter($0) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "_")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
}

extension Violation {
    /// A code of another form.
    static func badCode(_ path: String) -> Violation {
        let text = Wording(
            "Ein Kürzel besteht aus Kleinbuchstaben, Ziffern und _ und beginnt mit einem Buchstaben.",
            "A code consists of lower-case letters, digits and _, and begins with a letter.")
        return Violation(path, .badFormat, text)
    }
}
