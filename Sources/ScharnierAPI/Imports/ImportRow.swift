import JSON
import Scharnier

/// One row of an import as it stands in its file.
struct ImportRow: Sendable {
    /// Which one: lines of a file of lines, records behind the first of a table; from 1.
    let number: Int
    let content: Content

    enum Content: Sendable {
        case object(JSONObject, Form.Style)
        /// It cannot be read.
        case unreadable(Violation)
    }

    /// A row that cannot be read.
    static func unreadable(_ number: Int, _ code: Violation.Code, _ detail: Wording) -> ImportRow {
        ImportRow(number: number, content: .unreadable(Violation("", code, detail)))
    }

    static func tooLong(_ number: Int) -> ImportRow {
        unreadable(
            number, .tooLong,
            Wording("Eine Zeile hat höchstens 64 KiB.", "A row has 64 KiB at most."))
    }
}

/// The rows of a file, one after the other, each read when it is asked for.
enum ImportRows: IteratorProtocol, Sequence, Sendable {
    case lines(LineRows)
    case table(TableRows)

    mutating func next() -> ImportRow? {
        switch self {
        case .lines(var rows):
            defer { self = .lines(rows) }
            return rows.next()
        case .table(var rows):
            defer { self = .table(rows) }
            return rows.next()
        }
    }
}

/// The octets of a file and how they are to be read.
struct ImportFile: Sendable {
    enum Format: Sendable {
        /// One JSON object a line.
        case lines
        /// CSV; no separator: the one that the first line has.
        case table(separator: UInt8?)
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let bytes: [UInt8]
    private let start: Int
    private let format: Format

    /// A file, with or without a byte order mark.
    init(_ bytes: [UInt8], _ format: Format) {
        self.bytes = bytes
        self.format = format
        start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    /// Its rows from the first on.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` for a table whose columns cannot be told.
    func rows() throws -> ImportRows {
        switch format {
        case .lines: .lines(LineRows(bytes, from: start))
        case .table(let separator): .table(try TableRows(bytes, from: start, separator: separator))
        }
    }

    /// Refuses a file with more rows than `most`, before any is taken.
    ///
    /// - Throws: ``Refusal/invalid(_:)``.
    func check(atMost most: Int) throws {
        var count = 0
        for _ in try rows() {
            count += 1
            guard count <= most else { throw Refusal.invalid([.tooManyRows(most)]) }
        }
    }
}

extension Violation {
    fileprivate static func tooManyRows(_ most: Int) -> Violation {
        Violation(
            "", .tooMany,
            Wording(
                "Höchstens \(most) Zeilen auf einmal; die Datei teilen.",
                "\(most) rows at a time at most; split the file."), minimum: 0, maximum: Int64(most))
    }
}
