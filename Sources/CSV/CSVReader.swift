/// Turns octets into the records of a CSV file (RFC 4180), strictly; performs no input and does not look ahead.
///
/// The result depends on the octets alone, not on how they were cut. Records end with CRLF or LF; fields are not
/// trimmed. After a fault nothing more is read.
package struct CSVReader: Sendable {
    /// How much a file may have of what costs memory.
    package struct Limits: Sendable {
        /// Octets of one record: more than any text here may have.
        package var record = 64 * 1024

        /// Fields of one record.
        package var fields = 1024

        /// The standard limits.
        package init() {}
    }

    private enum State {
        /// At the beginning of a record: the end of the file is no further one.
        case record
        /// At the beginning of a field.
        case field
        case plain
        case quoted
        /// Behind a quotation mark within quotes: another one makes one, anything else ends the field.
        case quote
        /// Behind a carriage return.
        case carriageReturn
    }

    private static let quotationMark = UInt8(ascii: "\"")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    private let separator: UInt8
    private let limits: Limits
    private var state = State.record
    private var current = CSVRecord()

    /// A reader at the beginning of a file; `separator` is an ASCII character.
    package init(separator: UInt8, limits: Limits = Limits()) {
        self.separator = separator
        self.limits = limits
    }

    /// Takes the next octet.
    ///
    /// - Returns: The record that it completes, if it completes one.
    package mutating func read(_ byte: UInt8) throws(CSVFault) -> CSVRecord? {
        switch state {
        case .record, .field: return try beginField(byte)
        case .plain: return try readPlain(byte)
        case .quoted:
            if byte == Self.quotationMark { state = .quote } else { append(byte) }
            return nil
        case .quote: return try readBehindQuote(byte)
        case .carriageReturn:
            guard byte == Self.lineFeed else { throw .bareCarriageReturn }
            return endRecord()
        }
    }

    /// Says that there are no more octets.
    ///
    /// - Returns: The last record, if it did not end with a line.
    package mutating func finish() throws(CSVFault) -> CSVRecord? {
        switch state {
        case .record: return nil
        case .quoted: throw .unfinishedQuote
        case .carriageReturn: throw .bareCarriageReturn
        case .field, .plain, .quote: return endRecord()
        }
    }

    private mutating func beginField(_ byte: UInt8) throws(CSVFault) -> CSVRecord? {
        guard byte == Self.quotationMark else { return try readPlain(byte) }
        current.noteQuotes()
        state = .quoted
        return nil
    }

    private mutating func readPlain(_ byte: UInt8) throws(CSVFault) -> CSVRecord? {
        if byte == Self.quotationMark { throw .strayQuote }
        return endedField(by: byte)
    }

    private mutating func readBehindQuote(_ byte: UInt8) throws(CSVFault) -> CSVRecord? {
        if byte == Self.quotationMark {
            append(byte)
            state = .quoted
            return nil
        }
        guard byte == separator || byte == Self.carriageReturn || byte == Self.lineFeed else {
            throw .textAfterQuote
        }
        return endedField(by: byte)
    }

    /// Ends the field if this octet does, else takes it as part of the field.
    private mutating func endedField(by byte: UInt8) -> CSVRecord? {
        switch byte {
        case separator:
            endField()
            state = .field
        case Self.carriageReturn: state = .carriageReturn
        case Self.lineFeed: return endRecord()
        default:
            append(byte)
            state = .plain
        }
        return nil
    }

    private mutating func append(_ byte: UInt8) {
        guard !current.isTooLong else { return }
        if current.size < limits.record { current.append(byte) } else { current.drop() }
    }

    private mutating func endField() {
        guard !current.isTooLong else { return }
        if current.count < limits.fields { current.endField() } else { current.drop() }
    }

    private mutating func endRecord() -> CSVRecord {
        endField()
        state = .record
        defer { current = CSVRecord() }
        return current
    }
}

extension CSVReader {
    /// The separator of a file, by its first line: the semicolon where there are more of them than commas.
    ///
    /// What is in quotes does not count.
    package static func separator(of bytes: some Sequence<UInt8>) -> UInt8 {
        var (commas, semicolons, isQuoted) = (0, 0, false)
        for byte in bytes {
            switch byte {
            case quotationMark: isQuoted.toggle()
            case _ where isQuoted: break
            case lineFeed: return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: ";"): semicolons += 1
            default: break
            }
        }
        return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }
}
