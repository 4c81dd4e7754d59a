import SQLite
import Scharnier

extension SQLiteTransaction {
    func token(digest: [UInt8]) throws -> AccessToken? {
        try tokens(where: "digest = \(digest)").first
    }

    func token(_ id: Identifier<AccessToken>) throws -> AccessToken? {
        try tokens(where: "id = \(id)").first
    }

    func tokens(of organization: Identifier<Organization>?) throws -> [AccessToken] {
        let condition: SQL = organization.map { "organization = \($0)" } ?? "1 = 1"
        return try tokens(where: "\(condition) ORDER BY createdAt, id")
    }

    func insert(_ token: AccessToken) throws {
        shared.tokenStamp.change()
        try insert(AccessToken.insertion, unlessThere: nil) { token.write(to: &$0) }
    }

    func update(_ token: AccessToken) throws {
        shared.tokenStamp.change()
        if let end = token.revokedAt { try journal?.note(.tokenRevoked(token.id, at: end)) }
        try connection.run(
            """
            UPDATE accessToken SET (expiresAt, revokedAt, lastUsedAt, successor)
                = (\(token.expiresAt), \(token.revokedAt), \(token.lastUsedAt), \(token.successor))
            WHERE id = \(token.id)
            """)
    }

    private func scopes(in text: String) throws -> Set<Scope> {
        guard let scopes = shared.scopeSets.scopes(in: text) else { throw UnknownCode(codes: [text]) }
        return scopes
    }

    private func tokens(where clause: SQL) throws -> [AccessToken] {
        try connection.rows("SELECT \(AccessToken.columns) FROM accessToken WHERE \(clause)") { row in
            AccessToken(
                id: try row.next(), organization: try row.next(), role: try row.next(),
                scopes: try scopes(in: try row.next()), label: try row.next(), digest: try row.next(),
                createdAt: try row.next(), expiresAt: try row.next(), revokedAt: try row.next(),
                lastUsedAt: try row.next(), successor: try row.next())
        }
    }
}

extension AccessToken {
    fileprivate static let columns: SQL = """
        id, organization, role, scopes, label, digest, createdAt, expiresAt, revokedAt, lastUsedAt, successor
        """

    fileprivate static let insertion = RowCommand.insert(into: "accessToken", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(id)
        row.add(organization)
        row.add(role)
        row.add(CodeList(scopes.sorted { $0.rawValue < $1.rawValue }))
        row.add(label)
        row.add(digest)
        row.add(createdAt)
        row.add(expiresAt)
        row.add(revokedAt)
        row.add(lastUsedAt)
        row.add(successor)
    }
}
