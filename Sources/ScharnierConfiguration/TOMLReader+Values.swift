import Scharnier

extension TOMLReader {
    /// Reads a value of any kind.
    mutating func value() throws(TOMLError) -> TOMLValue {
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .text(try text())
        case UInt8(ascii: "["): .list(try list())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean(try boolean())
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            .integer(try integer())
        default:
            throw error(
                "Hier wird ein Wert erwartet: \"Text\", 1_000, true, false oder [\"a\", \"b\"].",
                "A value is expected here: \"text\", 1_000, true, false or [\"a\", \"b\"].")
        }
    }

    private mutating func boolean() throws(TOMLError) -> Bool {
        for (word, value) in [("true", true), ("false", false)]
        where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        throw error("Gemeint ist wohl true oder false.", "This should be true or false.")
    }

    private mutating func integer() throws(TOMLError) -> Int {
        let start = position
        while !isAtEnd, Self.isInNumber(next) { position += 1 }
        guard let value = DecimalText.integer(bytes[start..<position]) else {
            throw error(
                "Das ist keine ganze Zahl, wie 1_000; führende Nullen gibt es nicht.",
                "This is no integer, as 1_000; there are no leading zeros.")
        }
        return value
    }

    private static func isInNumber(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }

    private mutating func list() throws(TOMLError) -> [String] {
        let start = line
        position += 1
        var elements: [String] = []
        while true {
            try skipLines()
            if next == UInt8(ascii: "]") { break }
            guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") else {
                throw isAtEnd
                    ? TOMLError(start, "Der Liste fehlt `]`.", "The list lacks its `]`.")
                    : error("Listen enthalten nur Texte.", "Lists hold texts only.")
            }
            elements.append(try text())
            try skipLines()
            guard next == UInt8(ascii: ",") else { break }
            position += 1
        }
        guard next == UInt8(ascii: "]") else {
            throw error(
                "Zwischen zwei Texten fehlt ein Komma, oder am Ende `]`.", "A comma or `]` is missing.")
        }
        position += 1
        return elements
    }
}

/// Integers in decimal digits, as the file and the environment write them.
enum DecimalText {
    /// The value of `[+-]?[0-9]+` with single underscores between digits and no leading zero.
    static func integer(_ text: ArraySlice<UInt8>) -> Int? {
        let sign = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? 1 : 0
        let groups = text.dropFirst(sign).split(
            separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        let digits = Array(groups.joined())
        guard groups.allSatisfy({ !$0.isEmpty }),
            digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        let isNegative = text.first == UInt8(ascii: "-")
        return Int((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self))
    }

    /// A number with its digits in groups of three from ten thousand on.
    static func grouped(_ value: Int) -> String {
        let digits = String(value.magnitude)
        guard digits.count > 4 else { return String(value) }
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            String(digits.prefix(end).suffix(end > 3 ? 3 : end))
        }
        return (value < 0 ? "-" : "") + groups.reversed().joined(separator: "_")
    }
}
