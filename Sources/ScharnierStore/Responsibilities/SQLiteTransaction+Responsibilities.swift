import SQLite
import Scharnier

extension SQLiteTransaction {
    func responsibilities() throws -> [Responsibility] {
        try connection.rows(
            """
            SELECT id, createdAt, \(Responsibility.columns) FROM responsibility ORDER BY createdAt, id
            """
        ) { try Responsibility(row: &$0) }
    }

    func insert(_ responsibility: Responsibility) throws {
        try connection.run(Responsibility.insertion) { row in
            row.add(responsibility.id)
            row.add(responsibility.createdAt)
            responsibility.write(to: &row)
        }
    }

    func update(_ responsibility: Responsibility) throws {
        try connection.run(Responsibility.update) { row in
            responsibility.write(to: &row)
            row.add(responsibility.id)
        }
    }
}

extension Responsibility {
    fileprivate static let columns: SQL =
        "version, unit, area, topic, kind, functionAddress, validFrom, validTo, updatedAt"

    fileprivate static let insertion = RowCommand.insert(
        into: "responsibility", "id, createdAt, \(columns)")
    fileprivate static let update = RowCommand.update("responsibility", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(content.unit)
        row.add(content.area)
        row.add(content.topic)
        row.add(content.kind)
        row.add(content.functionAddress)
        row.add(content.validity.from)
        row.add(content.validity.to)
        row.add(updatedAt)
    }

    fileprivate init(row: inout Row) throws {
        let id: Identifier<Responsibility> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        let unit: Identifier<Organization> = try row.next()
        let area: Identifier<Area>? = try row.next()
        let topic: String? = try row.next()
        let kind: ResourceKind? = try row.next()
        var content = Content(unit: unit, functionAddress: try row.next())
        (content.area, content.topic, content.kind) = (area, topic, kind)
        content.validity = try row.days()
        self.init(
            id: id, version: version, content: content, createdAt: createdAt, updatedAt: try row.next())
    }
}
