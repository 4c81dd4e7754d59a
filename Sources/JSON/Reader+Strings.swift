extension Reader {
    /// The string that begins here, its escapes resolved (RFC 8259 §7).
    mutating func string() throws(JSONSyntaxError) -> String {
        let first = position
        position += 1
        var text = try run()
        while try current() != UInt8(ascii: "\"") {
            try length(of: text, from: first)
            text.unicodeScalars.append(try escape())
            text += try run()
        }
        try length(of: text, from: first)
        position += 1
        return text
    }

    private func length(of text: String, from first: Int) throws(JSONSyntaxError) {
        guard text.utf8.count <= limits.stringBytes else { throw error(.stringTooLong, at: first) }
    }

    /// The characters up to the next quotation mark or backslash.
    private mutating func run() throws(JSONSyntaxError) -> String {
        let first = position
        position = endOfRun()
        let text = try text(first..<position)
        guard try current() >= 0x20 else { throw error(.controlCharacter) }
        return text
    }

    /// The next quotation mark, backslash or control character, or the end.
    private func endOfRun() -> Int {
        let bytes = bytes.span
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }

    /// The bytes of `range`, which must be well-formed UTF-8 (RFC 3629 §4).
    private func text(_ range: Range<Int>) throws(JSONSyntaxError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
        } catch {
            throw self.error(.invalidUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
        }
    }
}

extension Reader {
    /// The character that the escape here stands for.
    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let backslash = position
        position += 1
        let letter = try current()
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar(after: backslash)
        default: throw error(.invalidEscape, at: backslash)
        }
    }

    /// The character of `\uXXXX`, or of two of them that are a surrogate pair.
    private mutating func scalar(after backslash: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try codeUnit(after: backslash)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit) else { throw error(.loneSurrogate, at: backslash) }
        let next = position
        guard skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else {
            throw error(.loneSurrogate, at: backslash)
        }
        let trail = try codeUnit(after: next)
        guard UTF16.isTrailSurrogate(trail) else { throw error(.loneSurrogate, at: backslash) }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    /// The number that four hexadecimal digits write.
    private mutating func codeUnit(after backslash: Int) throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Self.hexadecimal(try current()) else {
                throw error(.invalidEscape, at: backslash)
            }
            unit = unit << 4 | digit
            position += 1
        }
        return unit
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
