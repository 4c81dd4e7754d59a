import Scharnier

extension TOMLReader {
    /// Reads a basic string, with escapes, or a literal one, without.
    mutating func text() throws(TOMLError) -> String {
        let quote = next
        guard !bytes[position...].starts(with: [quote, quote, quote]) else {
            throw error("Mehrzeilige Texte gibt es hier nicht.", "There are no multi-line texts here.")
        }
        position += 1
        var content: [UInt8] = []
        while next != quote {
            guard !isAtEnd, !Self.isControl(next) else {
                throw error(
                    "Dem Text fehlt sein Ende, oder er enthält ein Steuerzeichen.",
                    "The text lacks its end, or holds a control character.")
            }
            if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                content += try escape()
            } else {
                content.append(next)
                position += 1
            }
        }
        position += 1
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func escape() throws(TOMLError) -> [UInt8] {
        position += 1
        let letter = next
        position += 1
        switch letter {
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "f"): return [0x0c]
        case UInt8(ascii: "r"): return [0x0d]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [letter]
        case UInt8(ascii: "u"): return try scalar(digits: 4)
        case UInt8(ascii: "U"): return try scalar(digits: 8)
        default: throw unknownEscape
        }
    }

    private mutating func scalar(digits count: Int) throws(TOMLError) -> [UInt8] {
        let digits = bytes[position...].prefix(count)
        guard digits.count == count, digits.allSatisfy(Self.isHexadecimal),
            let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(number), number != 0
        else { throw unknownEscape }
        position += count
        return Array(String(scalar).utf8)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
    }

    private var unknownEscape: TOMLError {
        error(
            "Diese Umschreibung gibt es nicht; für einen Rückstrich `\\\\` schreiben oder 'einfache Striche' nehmen.",
            "There is no such escape; write `\\\\` for a backslash or use 'single quotes'.")
    }
}
