import CSV
import JSON

/// One part of an archive as a table: a column for each member that some record has.
struct ArchiveTable {
    let name: String
    let bytes: [UInt8]

    /// The parts of an archive that are lists, with a table each; an empty list has no columns and no table.
    ///
    /// - Throws: `JSONSyntaxError` for what is no JSON.
    static func all(in document: [UInt8]) throws -> [ArchiveTable] {
        let limits = JSONLimits(members: .max, stringBytes: .max, elements: .max)
        guard case .object(let object) = try JSONValue(parsing: document, limits: limits) else { return [] }
        return object.members.compactMap { member in
            guard case .array(let rows) = member.value, !rows.isEmpty else { return nil }
            return ArchiveTable(name: member.name, bytes: table(of: rows))
        }
    }

    private static func table(of rows: [JSONValue]) -> [UInt8] {
        var columns: [String] = []
        for row in rows {
            for column in row.columns where !columns.contains(column) { columns.append(column) }
        }
        var writer = CSVWriter()
        for column in columns { writer.cell(column.utf8) }
        writer.endRecord()
        for row in rows {
            for column in columns { writer.cell(row.cell(at: column)) }
            writer.endRecord()
        }
        return writer.bytes
    }
}

extension JSONValue {
    /// The paths of its members, those of objects in it with a dot between.
    fileprivate var columns: [String] {
        guard case .object(let object) = self else { return [] }
        return object.members.flatMap { member in
            guard case .object = member.value else { return [member.name] }
            return member.value.columns.map { "\(member.name).\($0)" }
        }
    }
}
