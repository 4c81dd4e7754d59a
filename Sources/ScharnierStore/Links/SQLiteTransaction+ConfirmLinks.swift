import SQLite
import Scharnier

extension SQLiteTransaction {
    func confirmLink(digest: [UInt8]) throws -> ConfirmLink? {
        try connection.first(
            """
            SELECT id, subject, objectID, digest, createdAt, expiresAt FROM confirmLink WHERE digest = \(digest)
            """
        ) { row in
            ConfirmLink(
                id: try row.next(), subject: try row.next(), subjectID: try row.next(),
                digest: try row.next(),
                createdAt: try row.next(), expiresAt: try row.next())
        }
    }

    func keep(_ link: ConfirmLink) throws {
        try connection.run(
            """
            INSERT INTO confirmLink (subject, objectID, id, digest, createdAt, expiresAt)
            VALUES (\(link.subject), \(link.subjectID), \(link.id), \(link.digest), \(link.createdAt),
                \(link.expiresAt))
            ON CONFLICT (subject, objectID) DO UPDATE SET id = excluded.id, digest = excluded.digest,
                createdAt = excluded.createdAt, expiresAt = excluded.expiresAt
            """)
    }

    func delete(_ link: ConfirmLink) throws {
        try connection.run(
            "DELETE FROM confirmLink WHERE subject = \(link.subject) AND objectID = \(link.subjectID)")
    }
}
