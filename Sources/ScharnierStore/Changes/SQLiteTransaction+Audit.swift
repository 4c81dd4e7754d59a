import SQLite
import Scharnier

extension SQLiteTransaction {
    func append(_ entry: AuditEntry) throws {
        try connection.run(
            """
            INSERT INTO audit (\(AuditEntry.columns), requestID)
            VALUES (\(entry.action), \(entry.object.type), \(entry.object.id), \(CodeList(entry.fields)),
                \(entry.organization), \(entry.role), \(entry.token), \(entry.at), \(requestID))
            """)
    }

    func auditEntries(about object: AuditEntry.Object) throws -> [AuditEntry] {
        try connection.rows(
            """
            SELECT \(AuditEntry.columns) FROM audit WHERE objectType = \(object.type) AND objectID = \(object.id)
            ORDER BY position
            """
        ) { row in try AuditEntry(row: &row) }
    }
}

extension AuditEntry {
    fileprivate static let columns: SQL =
        "action, objectType, objectID, fields, organization, role, token, at"

    fileprivate init(row: inout Row) throws {
        let action: String = try row.next()
        let object = Object(try row.next(), try row.next(Identifier<Object>.self))
        let fields = try row.codes()
        let organization: Identifier<Organization>? = try row.next()
        let role: Role? = try row.next()
        let token: Identifier<AccessToken>? = try row.next()
        // The initializer takes a whole party, of which three parts are kept.
        let party = role.map { Party(organization: organization, role: $0, token: token) }
        self.init(action: action, object: object, fields: fields, party: party, at: try row.next())
    }
}
