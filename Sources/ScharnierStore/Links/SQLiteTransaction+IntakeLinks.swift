import SQLite
import Scharnier

extension SQLiteTransaction {
    func intakeLink(_ id: Identifier<IntakeLink>) throws -> IntakeLink? {
        try intakeLinks(where: "id = \(id)").first
    }

    func intakeLink(digest: [UInt8]) throws -> IntakeLink? {
        try intakeLinks(where: "digest = \(digest)").first
    }

    func intakeLinks(atMost limit: Int) throws -> [IntakeLink] {
        try intakeLinks(where: "1 = 1 ORDER BY createdAt DESC, id DESC LIMIT \(limit)")
    }

    func insert(_ link: IntakeLink) throws {
        try connection.run(
            """
            INSERT INTO intakeLink (\(IntakeLink.columns))
            VALUES (\(link.id), \(link.area), \(link.organization), \(link.organizationName), \(link.digest),
                \(link.maximumUses), \(link.createdAt), \(link.expiresAt), \(link.revokedAt), \(link.createdBy))
            """)
    }

    func update(_ link: IntakeLink) throws {
        try connection.run(
            """
            UPDATE intakeLink SET (organization, revokedAt) = (\(link.organization), \(link.revokedAt))
            WHERE id = \(link.id)
            """)
        for (position, need) in link.needs.enumerated() {
            try connection.run(
                """
                INSERT INTO intakeNeed (link, position, need) VALUES (\(link.id), \(position), \(need))
                ON CONFLICT DO NOTHING
                """)
        }
    }

    private func intakeLinks(where clause: SQL) throws -> [IntakeLink] {
        try connection.rows("SELECT \(IntakeLink.columns) FROM intakeLink WHERE \(clause)") { row in
            let id: Identifier<IntakeLink> = try row.next()
            return IntakeLink(
                id: id, area: try row.next(), organization: try row.next(), organizationName: try row.next(),
                digest: try row.next(), maximumUses: try row.next(), needs: try needs(of: id),
                createdAt: try row.next(), expiresAt: try row.next(), revokedAt: try row.next(),
                createdBy: try row.next())
        }
    }

    private func needs(of link: Identifier<IntakeLink>) throws -> [Identifier<Need>] {
        try connection.rows("SELECT need FROM intakeNeed WHERE link = \(link) ORDER BY position") {
            try $0.next()
        }
    }
}

extension IntakeLink {
    fileprivate static let columns: SQL = """
        id, area, organization, organizationName, digest, maximumUses, createdAt, expiresAt, revokedAt, createdBy
        """
}
