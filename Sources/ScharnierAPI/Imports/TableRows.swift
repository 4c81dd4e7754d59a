import CSV
import Scharnier

/// The rows of a CSV file, whose first record names the columns.
struct TableRows: Sendable {
    private let bytes: [UInt8]
    private var position: Int
    private var reader: CSVReader
    private var columns = ImportColumns.none
    private var number = 0
    private var hasEnded = false

    /// A file's rows; without `separator` the one that its first line has.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` if its first record names no columns.
    init(_ bytes: [UInt8], from position: Int, separator: UInt8?) throws {
        self.bytes = bytes
        self.position = position
        var limits = CSVReader.Limits()
        limits.record = ImportLimits.rowBytes
        reader = CSVReader(
            separator: separator ?? CSVReader.separator(of: bytes[position...]), limits: limits)
        do {
            let header = try nextRecord()
            columns = try ImportColumns(header)
        } catch let fault as CSVFault {
            throw Refusal.invalid([Violation("", .badFormat, fault.wording)])
        }
    }

    mutating func next() -> ImportRow? {
        guard !hasEnded else { return nil }
        do {
            repeat {
                guard let record = try nextRecord() else { return end() }
                if record.isEmptyLine { continue }
                number += 1
                return row(record)
            } while true
        } catch {
            // Nobody can say where the next row begins.
            hasEnded = true
            return .unreadable(number + 1, .badFormat, error.wording)
        }
    }

    private mutating func end() -> ImportRow? {
        hasEnded = true
        return nil
    }

    private mutating func nextRecord() throws(CSVFault) -> CSVRecord? {
        while position < bytes.count {
            defer { position += 1 }
            if let record = try reader.read(bytes[position]) { return record }
        }
        return try reader.finish()
    }

    private func row(_ record: CSVRecord) -> ImportRow {
        if record.isTooLong { return .tooLong(number) }
        guard record.count == columns.count else {
            return .unreadable(
                number, .badFormat,
                Wording(
                    "Die Zeile hat \(record.count) Felder, die Kopfzeile \(columns.count).",
                    "The row has \(record.count) fields, the header has \(columns.count)."))
        }
        guard let object = columns.object(record) else {
            return .unreadable(
                number, .badCharacters, Wording("Die Zeile ist kein UTF-8.", "The row is no UTF-8."))
        }
        return ImportRow(number: number, content: .object(object, .cells))
    }
}

extension CSVFault {
    /// What is wrong, for people.
    fileprivate var wording: Wording {
        switch self {
        case .strayQuote:
            Wording(
                "Ein Anführungszeichen steht mitten im Feld; ab hier ist nichts mehr zu lesen.",
                "A quotation mark stands within a field; from here on nothing can be read.")
        case .textAfterQuote:
            Wording(
                "Hinter dem schließenden Anführungszeichen steht noch Text; ab hier ist nichts mehr zu lesen.",
                "There is text behind the closing quotation mark; from here on nothing can be read.")
        case .bareCarriageReturn:
            Wording(
                "Ein Wagenrücklauf steht allein; Zeilen enden mit CRLF oder LF.",
                "A carriage return stands alone; lines end with CRLF or LF.")
        case .unfinishedQuote:
            Wording(
                "Das letzte Anführungszeichen fehlt; ab hier ist nichts mehr zu lesen.",
                "The last quotation mark is missing; from here on nothing can be read.")
        }
    }
}
