import CSV
import JSON
import Scharnier

/// A form in which a whole list is sent.
enum ExportFormat: String, CaseIterable, Sendable {
    /// One JSON object a line; the last one says that the list is whole.
    case lines = "application/x-ndjson"
    /// CSV, its columns named in the first record.
    case table = "text/csv"

    /// The type as it stands in the answer.
    var mediaType: Answer.MediaType { self == .lines ? .lines : .table }

    /// What stands before the first item.
    func beginning(_ columns: [String]) -> [UInt8] {
        guard self == .table else { return [] }
        var writer = CSVWriter()
        for column in columns { writer.cell(column.utf8) }
        writer.endRecord()
        return writer.bytes
    }

    /// Items in this form.
    func encoded(_ items: [ArraySlice<UInt8>], _ columns: [String]) throws -> [UInt8] {
        switch self {
        case .lines: return Array(items.map { $0 + [UInt8(ascii: "\n")] }.joined())
        case .table:
            var writer = CSVWriter()
            for item in items {
                let value = try JSONValue(parsing: Array(item))
                for column in columns { writer.cell(value.cell(at: column)) }
                writer.endRecord()
            }
            return writer.bytes
        }
    }

    /// What stands behind the last of `count` items.
    func end(_ count: Int, _ position: Int64) -> [UInt8] {
        guard self == .lines else { return [] }
        return Array(#"{"_end":true,"count":\#(count),"feed_position":\#(position)}"#.utf8)
            + [UInt8(ascii: "\n")]
    }
}

extension JSONValue {
    /// What stands in the cell of a column; nothing for what is not there.
    func cell(at column: String) -> [UInt8] {
        var value: JSONValue? = self
        for step in column.split(separator: ".") {
            guard case .object(let object) = value else { return [] }
            value = object[String(step)]
        }
        return value?.cell ?? []
    }

    private var cell: [UInt8] {
        switch self {
        case .null: []
        case .bool(let flag): Array((flag ? "true" : "false").utf8)
        case .integer(let number): Array("\(number)".utf8)
        case .number(let text), .string(let text): Array(text.utf8)
        case .array(let elements): elements.words ?? json
        case .object: json
        }
    }

    private var json: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }
}

extension [JSONValue] {
    /// The codes of a list, separated by blanks; nil if they are none, or not codes alone.
    fileprivate var words: [UInt8]? {
        var words: [UInt8] = []
        for element in self {
            guard case .string(let word) = element, !word.isEmpty, !word.utf8.contains(UInt8(ascii: " "))
            else { return nil }
            if !words.isEmpty { words.append(UInt8(ascii: " ")) }
            words += word.utf8
        }
        return words
    }
}
