import SQLite
import Scharnier

// Lists are read for many records at once: `subset` is what stands in `IN (…)`, one identifier, several, or a
// SELECT. Each list is one statement, however many records there are.

extension SQLiteTransaction {
    /// The areas of each record.
    func areas<Entity>(of subset: SQL, in table: ListTable) throws -> [Identifier<Entity>: [Identifier<Area>]]
    {
        try grouped(
            """
            SELECT \(table.owner), area FROM \(table.name) WHERE \(table.owner) IN (\(subset))
            ORDER BY \(table.owner), position
            """)
    }

    /// The organisations introduced to each record.
    func introduced<Entity>(
        of subset: SQL, in table: ListTable
    ) throws -> [Identifier<Entity>: [Identifier<Organization>]] {
        try grouped(
            """
            SELECT \(table.owner), organization FROM \(table.name) WHERE \(table.owner) IN (\(subset))
            """)
    }

    /// The topics and target groups of each record.
    func terms<Entity>(of subset: SQL, in table: ListTable) throws -> [Identifier<Entity>: Terms] {
        var terms: [Identifier<Entity>: Terms] = [:]
        try connection.forEach(
            """
            SELECT \(table.owner), scheme, code FROM \(table.name) WHERE \(table.owner) IN (\(subset))
            ORDER BY \(table.owner), scheme, position
            """
        ) { row in
            let owner: Identifier<Entity> = try row.next()
            let isTopic = try row.next(TaxonomyTerm.Scheme.self) == .topic
            terms[owner, default: Terms()].append(try row.next(), isTopic: isTopic)
            return true
        }
        return terms
    }

    /// The topics and target groups of one record.
    func terms<Entity>(of id: Identifier<Entity>, in table: ListTable) throws -> Terms {
        let terms: [Identifier<Entity>: Terms] = try terms(of: "\(id)", in: table)
        return terms[id] ?? Terms()
    }

    /// Two columns, the first of which says where the second belongs.
    private func grouped<Owner, Element: ValueConvertible>(
        _ sql: SQL
    ) throws -> [Identifier<Owner>: [Element]] {
        var groups: [Identifier<Owner>: [Element]] = [:]
        try connection.forEach(sql) { row in
            groups[try row.next(), default: []].append(try row.next())
            return true
        }
        return groups
    }
}

extension Terms {
    fileprivate mutating func append(_ code: String, isTopic: Bool) {
        if isTopic {
            topics.append(code)
        } else {
            targetGroups.append(code)
        }
    }
}
