import SQLite
import Scharnier

extension SQLiteTransaction {
    func assignedAreas(
        of organization: Identifier<Organization>, on day: Day
    ) throws -> Set<Identifier<Area>> {
        let assigned: [Identifier<Area>] = try connection.rows(
            """
            SELECT area FROM areaAssignment
            WHERE organization = \(organization) AND (validFrom IS NULL OR validFrom <= \(day))
                AND (validTo IS NULL OR validTo > \(day))
            """
        ) { try $0.next() }
        return try areaTree().descendants(of: Set(assigned))
    }

    func areaAssignments() throws -> [AreaAssignment] {
        try connection.rows(
            """
            SELECT id, organization, area, createdAt, \(AreaAssignment.columns) FROM areaAssignment
            ORDER BY createdAt, id
            """
        ) { try AreaAssignment(row: &$0) }
    }

    func insert(_ assignment: AreaAssignment) throws {
        try connection.run(AreaAssignment.insertion) { row in
            row.add(assignment.id)
            row.add(assignment.unit)
            row.add(assignment.area)
            row.add(assignment.createdAt)
            assignment.write(to: &row)
        }
        // The rights of the unit's officers follow from it.
        shared.tokenStamp.change()
    }

    func update(_ assignment: AreaAssignment) throws {
        try connection.run(AreaAssignment.update) { row in
            assignment.write(to: &row)
            row.add(assignment.id)
        }
        shared.tokenStamp.change()
    }
}

extension AreaAssignment {
    fileprivate static let columns: SQL = "version, validFrom, validTo, contact, handoverNote, updatedAt"
    fileprivate static let insertion = RowCommand.insert(
        into: "areaAssignment", "id, organization, area, createdAt, \(columns)")
    fileprivate static let update = RowCommand.update("areaAssignment", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(content.validity.from)
        row.add(content.validity.to)
        row.add(content.contact)
        row.add(content.handoverNote)
        row.add(updatedAt)
    }

    fileprivate init(row: inout Row) throws {
        let id: Identifier<AreaAssignment> = try row.next()
        let unit: Identifier<Organization> = try row.next()
        let area: Identifier<Area> = try row.next()
        let createdAt: Instant = try row.next()
        self.init(
            id: id, version: try row.next(), unit: unit, area: area,
            content: Content(
                validity: try row.days(), contact: try row.next(), handoverNote: try row.next()),
            createdAt: createdAt, updatedAt: try row.next())
    }
}
