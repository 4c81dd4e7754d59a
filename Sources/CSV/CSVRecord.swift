/// One record of a CSV file: its fields, without quotes.
package struct CSVRecord: Equatable, Sendable {
    /// The octets of all fields, one behind the other.
    private(set) var bytes: [UInt8] = []

    /// Where each field ends.
    private(set) var ends: [Int] = []

    /// Whether it was longer than the reader takes; its fields are then lost.
    package internal(set) var isTooLong = false

    /// Whether one of its fields was in quotes, though it may be empty.
    private(set) var hasQuotes = false

    /// How many fields it has.
    package var count: Int { ends.count }

    /// The octets of the field at `position`, which it must have.
    package subscript(_ position: Int) -> ArraySlice<UInt8> {
        bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
    }

    /// Whether it is an empty line: one field, empty and without quotes.
    package var isEmptyLine: Bool { count == 1 && bytes.isEmpty && !hasQuotes && !isTooLong }

    /// The octets of all fields together.
    var size: Int { bytes.count }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func endField() { ends.append(bytes.count) }
    mutating func noteQuotes() { hasQuotes = true }

    /// Forgets what there is of a record that is too long.
    mutating func drop() {
        bytes = []
        ends = []
        isTooLong = true
    }
}

/// Why octets are no CSV: after it nobody can say where a record begins.
package enum CSVFault: Error, Equatable, Sendable {
    /// A quotation mark in a field that did not begin with one (RFC 4180 §2.5).
    case strayQuote
    /// Something else than a separator or the end of the record behind a closing quotation mark.
    case textAfterQuote
    /// A carriage return without a line feed, outside of quotes.
    case bareCarriageReturn
    /// The end within quotes.
    case unfinishedQuote
}
