import SQLite
import Scharnier

/// The tables that hold the lists of one kind of record; their names are parts of SQL text, never values.
struct ListTables: Sendable {
    /// The column that names the record.
    let owner: SQL
    let areas: SQL
    let terms: SQL
    let introduced: SQL
}

extension SQLiteTransaction {
    /// Makes the areas of a record these, in this order.
    func keepAreas<Entity>(
        _ areas: [Identifier<Area>], of id: Identifier<Entity>, in tables: ListTables, isNew: Bool
    ) throws {
        if !isNew {
            let old: [Identifier<Area>] = try connection.rows(
                "SELECT area FROM \(tables.areas) WHERE \(tables.owner) = \(id) ORDER BY position"
            ) { try $0.next() }
            if old == areas { return }
            try deleteList(tables.areas, tables.owner, of: id)
        }
        for (position, area) in areas.enumerated() {
            try connection.run(
                """
                INSERT INTO \(tables.areas) (\(tables.owner), position, area)
                VALUES (\(id), \(position), \(area))
                """)
        }
    }

    /// Makes the topics and target groups of a record these, in this order.
    func keepTerms<Entity>(
        _ terms: Terms, of id: Identifier<Entity>, in tables: ListTables, isNew: Bool
    ) throws {
        if !isNew {
            if try self.terms(of: id, in: tables) == terms { return }
            try deleteList(tables.terms, tables.owner, of: id)
        }
        for (scheme, codes) in [(TaxonomyTerm.Scheme.topic, terms.topics), (.targetGroup, terms.targetGroups)] {
            for (position, code) in codes.enumerated() {
                try connection.run(
                    """
                    INSERT INTO \(tables.terms) (\(tables.owner), scheme, position, code)
                    VALUES (\(id), \(scheme), \(position), \(code))
                    """)
            }
        }
    }

    /// Makes the organisations introduced to a record these.
    func keepIntroduced<Entity>(
        _ introduced: Set<Identifier<Organization>>, of id: Identifier<Entity>, in tables: ListTables,
        isNew: Bool
    ) throws {
        if !isNew {
            let old: [Identifier<Organization>] = try connection.rows(
                "SELECT organization FROM \(tables.introduced) WHERE \(tables.owner) = \(id)"
            ) { try $0.next() }
            if Set(old) == introduced { return }
            try deleteList(tables.introduced, tables.owner, of: id)
        }
        for organization in introduced.sorted() {
            try connection.run(
                """
                INSERT INTO \(tables.introduced) (\(tables.owner), organization)
                VALUES (\(id), \(organization))
                """)
        }
    }

    /// Empties one list of a record.
    func deleteList<Entity>(_ table: SQL, _ owner: SQL, of id: Identifier<Entity>) throws {
        try connection.run("DELETE FROM \(table) WHERE \(owner) = \(id)")
    }
}

/// The topics and target groups of a record, in its order.
struct Terms: Equatable {
    var topics: [String] = []
    var targetGroups: [String] = []
}
