import SQLite
import Scharnier

/// A table that holds one list of each record; names are parts of SQL text, never values.
struct ListTable: Sendable {
    let name: SQL

    /// The column that names the record.
    let owner: SQL
}

extension SQLiteTransaction {
    /// Makes the areas of a record these, in this order.
    func keepAreas<Entity>(
        _ areas: [Identifier<Area>], of id: Identifier<Entity>, in table: ListTable, isNew: Bool
    ) throws {
        if !isNew {
            let old: [Identifier<Area>] = try connection.rows(
                "SELECT area FROM \(table.name) WHERE \(table.owner) = \(id) ORDER BY position"
            ) { try $0.next() }
            if old == areas { return }
            try deleteList(table, of: id)
        }
        for (position, area) in areas.enumerated() {
            try connection.run(
                """
                INSERT INTO \(table.name) (\(table.owner), position, area)
                VALUES (\(id), \(position), \(area))
                """)
        }
    }

    /// Makes the topics and target groups of a record these, in this order.
    func keepTerms<Entity>(
        _ terms: Terms, of id: Identifier<Entity>, in table: ListTable, isNew: Bool
    ) throws {
        if !isNew {
            if try self.terms(of: id, in: table) == terms { return }
            try deleteList(table, of: id)
        }
        for (scheme, codes) in [
            (TaxonomyTerm.Scheme.topic, terms.topics), (.targetGroup, terms.targetGroups),
        ] {
            for (position, code) in codes.enumerated() {
                try connection.run(
                    """
                    INSERT INTO \(table.name) (\(table.owner), scheme, position, code)
                    VALUES (\(id), \(scheme), \(position), \(code))
                    """)
            }
        }
    }

    /// Makes the organisations introduced to a record these.
    func keepIntroduced<Entity>(
        _ introduced: Set<Identifier<Organization>>, of id: Identifier<Entity>, in table: ListTable,
        isNew: Bool
    ) throws {
        if !isNew {
            let old: [Identifier<Organization>] = try connection.rows(
                "SELECT organization FROM \(table.name) WHERE \(table.owner) = \(id)"
            ) { try $0.next() }
            if Set(old) == introduced { return }
            try deleteList(table, of: id)
        }
        for organization in introduced.sorted() {
            try connection.run(
                """
                INSERT INTO \(table.name) (\(table.owner), organization)
                VALUES (\(id), \(organization))
                """)
        }
    }

    /// Empties one list of a record.
    func deleteList<Entity>(_ table: ListTable, of id: Identifier<Entity>) throws {
        try connection.run("DELETE FROM \(table.name) WHERE \(table.owner) = \(id)")
    }
}

/// The topics and target groups of a record, in its order.
struct Terms: Equatable {
    var topics: [String] = []
    var targetGroups: [String] = []
}
