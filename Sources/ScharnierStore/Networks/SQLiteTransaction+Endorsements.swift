import SQLite
import Scharnier

extension SQLiteTransaction {
    func endorsements(of need: Identifier<Need>) throws -> [Endorsement] {
        try endorsements(where: "need = \(need)")
    }

    func endorsements(where condition: SQL) throws -> [Endorsement] {
        try connection.rows(
            "SELECT \(Endorsement.columns) FROM endorsement WHERE \(condition) ORDER BY id"
        ) { row in
            Endorsement(
                id: try row.next(), version: try row.next(), need: try row.next(), network: try row.next(),
                statement: try row.next(), at: try row.next())
        }
    }

    func insert(_ endorsement: Endorsement) throws {
        try insert(Endorsement.insertion, unlessThere: nil) { row in
            row.add(endorsement.id)
            row.add(endorsement.version)
            row.add(endorsement.need)
            row.add(endorsement.network)
            row.add(endorsement.statement)
            row.add(endorsement.at)
        }
    }

    func delete(_ endorsement: Endorsement) throws {
        try connection.run("DELETE FROM endorsement WHERE id = \(endorsement.id)")
    }
}

extension Endorsement {
    fileprivate static let columns: SQL = "id, version, need, network, statement, at"
    fileprivate static let insertion = RowCommand.insert(into: "endorsement", columns)
}
