/// Writes the records of a CSV file (RFC 4180): CRLF behind each, quotes where they are needed.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, and so does one that begins with an
/// apostrophe; ``taken(_:)`` takes exactly that off again (CWE-1236).
package struct CSVWriter: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []
    private let separator: UInt8
    private var isFirst = true

    /// An empty file; `separator` is an ASCII character.
    package init(separator: UInt8 = UInt8(ascii: ",")) {
        self.separator = separator
    }

    /// Writes a cell.
    package mutating func cell(_ text: some Collection<UInt8>) {
        if !isFirst { bytes.append(separator) }
        isFirst = false
        let isGuarded = Self.isRisky(text.first)
        let needsQuotes = text.contains { byte in
            byte == separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
                || byte == UInt8(ascii: "\n")
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        if needsQuotes { appendDoublingQuotes(text) } else { bytes.append(contentsOf: text) }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }

    /// Ends the record.
    package mutating func endRecord() {
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        isFirst = true
    }

    /// Takes all that has been written, so that more can follow elsewhere.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// The text of a cell without the apostrophe that the writer has put in front.
    package static func taken(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        cell.first == UInt8(ascii: "'") && isRisky(cell.dropFirst().first) ? cell.dropFirst() : cell
    }

    private static func isRisky(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private mutating func appendDoublingQuotes(_ text: some Collection<UInt8>) {
        for byte in text {
            bytes.append(byte)
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        }
    }
}
