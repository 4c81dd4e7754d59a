extension JSONWriter {
    /// Writes a string with the escapes that RFC 8259 §7 demands and no other.
    mutating func text(_ text: String) {
        let text = text.utf8.span
        if needsNoEscape(text) {
            element(reserving: text.count + 2) { output in
                output.append(UInt8(ascii: "\""))
                output.append(text)
                output.append(UInt8(ascii: "\""))
            }
        } else {
            quoted { bytes in appendEscaped(text, to: &bytes) }
        }
    }

    /// Writes text that is a JSON value as it stands.
    mutating func literal(_ text: String) {
        let text = text.utf8.span
        element(reserving: text.count) { output in output.append(text) }
    }

    /// Writes an integer in decimal digits.
    mutating func integer(_ value: Int64) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = digits.count
        var rest = value.magnitude
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        element(reserving: digits.count) { output in
            if value < 0 { output.append(UInt8(ascii: "-")) }
            output.append(digits.span.extracting(first...))
        }
    }

    /// Writes the at most `count` bytes that `body` appends, after a comma if one is due.
    ///
    /// One reservation for all of them: checking for room at every byte costs more than the byte.
    @inline(__always)
    mutating func element(reserving count: Int, _ body: (inout OutputSpan<UInt8>) -> Void) {
        bytes.append(addingCapacity: count + 1) { output in
            if needsComma { output.append(UInt8(ascii: ",")) }
            body(&output)
        }
        needsComma = true
    }
}

extension OutputSpan<UInt8> {
    /// Copies `bytes` to the end.
    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>) {
        precondition(bytes.count <= freeCapacity)
        // Safe because there is room for all, and the two do not overlap: one is borrowed, the other owned.
        unsafe withUnsafeMutableBufferPointer { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { source in
                guard let start = source.baseAddress, let end = buffer.baseAddress else {
                    return
                }
                unsafe (end + count).initialize(from: start, count: source.count)
                count += source.count
            }
        }
    }
}
