import Scharnier

/// What stands between keys and values: blanks, comments, ends of lines.
extension TOMLReader {
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    mutating func skipBlanks() {
        while next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { position += 1 }
    }

    /// Skips blanks, comments and ends of lines; `false` at the end of the file.
    mutating func skipToKey() throws(TOMLError) -> Bool {
        try skipLines()
        return !isAtEnd
    }

    /// Skips what may stand between the elements of an array, and between entries.
    mutating func skipLines() throws(TOMLError) {
        while true {
            skipBlanks()
            try skipComment()
            guard try skipLineEnd() else { return }
        }
    }

    /// The rest of a line after a value: nothing but a comment.
    mutating func endLine() throws(TOMLError) {
        skipBlanks()
        try skipComment()
        guard try skipLineEnd() || isAtEnd else {
            throw error(
                "Nach dem Wert steht noch etwas; ein Text braucht Anführungszeichen.",
                "Something follows the value; a text needs quotation marks.")
        }
    }

    private mutating func skipLineEnd() throws(TOMLError) -> Bool {
        if next == Self.carriageReturn {
            position += 1
            guard next == Self.lineFeed else {
                throw error("Ein Wagenrücklauf steht allein.", "A carriage return stands alone.")
            }
        }
        guard next == Self.lineFeed else { return false }
        position += 1
        line += 1
        return true
    }

    private mutating func skipComment() throws(TOMLError) {
        guard next == UInt8(ascii: "#") else { return }
        while !isAtEnd, next != Self.lineFeed, next != Self.carriageReturn {
            guard !Self.isControl(next) else {
                throw error("Ein Steuerzeichen im Kommentar.", "A control character in a comment.")
            }
            position += 1
        }
    }

    /// Control characters other than the tab, which TOML forbids in comments and strings.
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7f }
}
