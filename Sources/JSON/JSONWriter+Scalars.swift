extension JSONWriter {
    /// Writes a string with the escapes that RFC 8259 §7 demands and no other.
    mutating func text(_ text: String) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        if needsNoEscape(text.utf8.span) {
            bytes.append(contentsOf: text.utf8)
        } else {
            appendEscaped(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes an integer in decimal digits.
    mutating func integer(_ value: Int64) {
        comma()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(value.magnitude)
    }

    /// Writes text that is a JSON value as it stands.
    mutating func literal(_ text: String) {
        comma()
        bytes.append(contentsOf: text.utf8)
    }
}

extension JSONWriter {
    /// Whether no character of a string has to be escaped.
    ///
    /// Looks at every byte without leaving early, so that the compiler can look at 16 at a time.
    private func needsNoEscape(_ text: Span<UInt8>) -> Bool {
        var found = false
        for index in text.indices {
            let byte = text[index]
            found = found || (byte < 0x20) || (byte == 0x22) || (byte == 0x5C)
        }
        return !found
    }

    private mutating func appendEscaped(_ text: String) {
        for byte in text.utf8 {
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                appendEscape(of: byte)
            } else {
                bytes.append(byte)
            }
        }
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        default:
            bytes += [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), UInt8(ascii: "0") + byte >> 4]
            bytes.append(Self.hexadecimal(byte & 0xF))
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }

    private mutating func appendDigits(_ magnitude: UInt64) {
        guard magnitude >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(magnitude)) }
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = digits.count
        var rest = magnitude
        while rest > 0 {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        for index in first..<digits.count { bytes.append(digits[index]) }
    }
}
