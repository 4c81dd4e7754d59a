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

    func assign(
        _ area: Identifier<Area>, to organization: Identifier<Organization>, during days: DayRange
    ) throws {
        try connection.run(
            """
            INSERT INTO areaAssignment (organization, area, validFrom, validTo)
            VALUES (\(organization), \(area), \(days.from), \(days.to))
            """)
    }
}
