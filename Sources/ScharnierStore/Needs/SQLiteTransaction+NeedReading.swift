import SQLite
import Scharnier

extension SQLiteTransaction {
    /// The needs whose identifiers are in `subset`, ordered by them, in five statements.
    func needs(among subset: SQL) throws -> [Need] {
        var needs = try connection.rows(
            "SELECT id, createdAt, \(Need.columns) FROM need WHERE id IN (\(subset)) ORDER BY id"
        ) { row in try Need(row: &row) }
        guard !needs.isEmpty else { return [] }
        let items = try items(of: subset)
        let areas: [Identifier<Need>: [Identifier<Area>]] = try areas(of: subset, in: Need.areaTable)
        let terms: [Identifier<Need>: Terms] = try terms(of: subset, in: Need.termTable)
        let introduced: [Identifier<Need>: [Identifier<Organization>]] = try introduced(
            of: subset, in: Need.introducedTable)
        for index in needs.indices {
            let id = needs[index].id
            needs[index].items = items[id] ?? []
            needs[index].content.beneficiaryAreas = areas[id] ?? []
            needs[index].content.topics = terms[id]?.topics ?? []
            needs[index].content.targetGroups = terms[id]?.targetGroups ?? []
            needs[index].introduced = Set(introduced[id] ?? [])
        }
        return needs
    }

    /// The lines of each need, in order.
    func items(of subset: SQL) throws -> [Identifier<Need>: [NeedItem]] {
        var items: [Identifier<Need>: [NeedItem]] = [:]
        try connection.forEach(
            """
            SELECT need, id, \(NeedItem.columns) FROM needItem WHERE need IN (\(subset)) ORDER BY need, position
            """
        ) { row in
            items[try row.next(), default: []].append(try NeedItem(row: &row))
            return true
        }
        return items
    }
}
