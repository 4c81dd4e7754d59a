/// Whether RFC 8259 §7 forbids `byte` to stand in a string as it is.
@inline(__always)
private func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Whether all of `text` can stand in a string as it is.
///
/// Looks at every byte without leaving early, so that the compiler can look at 16 and more at a time.
func needsNoEscape(_ text: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in text.indices {
        let byte = text[index]
        // One expression: written as three, this loop is not vectorised and takes six times as long.
        found |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
    }
    return found == 0
}

/// Appends `text` with its escapes, in runs between them.
func appendEscaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    var first = 0
    for index in text.indices where needsEscape(text[index]) {
        appendRun(text.extracting(first..<index), to: &bytes)
        appendEscape(of: text[index], to: &bytes)
        first = index + 1
    }
    appendRun(text.extracting(first...), to: &bytes)
}

private func appendRun(_ run: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: run.count) { output in output.append(run) }
}

/// Appends the two-character escape of `byte`, or `\u00XX` when it has none.
private func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 6) { output in
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
        case UInt8(ascii: "\n"): output.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): output.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\r"): output.append(UInt8(ascii: "r"))
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        default: appendCodeUnit(byte, to: &output)
        }
    }
}

private func appendCodeUnit(_ byte: UInt8, to output: inout OutputSpan<UInt8>) {
    output.append(UInt8(ascii: "u"))
    output.append(UInt8(ascii: "0"))
    output.append(UInt8(ascii: "0"))
    output.append(hexadecimal(byte >> 4))
    output.append(hexadecimal(byte & 15))
}

private func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
}
