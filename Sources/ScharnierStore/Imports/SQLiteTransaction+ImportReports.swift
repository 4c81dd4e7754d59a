import SQLite
import Scharnier

extension SQLiteTransaction {
    /// How many are dropped when one is added: more than one, so that the table shrinks after a busy month.
    private static let droppedReports = 4

    func importReport(_ id: Identifier<ImportReport>) throws -> ImportReport? {
        try connection.first(
            "SELECT organization, document, createdAt FROM importReport WHERE id = \(id)"
        ) { row in
            ImportReport(
                id: id, organization: try row.next(), document: try row.next(), createdAt: try row.next())
        }
    }

    func keep(_ report: ImportReport) throws {
        let end = report.createdAt.adding(days: -ImportReport.lifetimeInDays)
        try connection.run(
            """
            DELETE FROM importReport WHERE id IN (SELECT id FROM importReport
                WHERE createdAt <= \(end) ORDER BY createdAt LIMIT \(Self.droppedReports))
            """)
        try connection.run(
            """
            INSERT INTO importReport (id, organization, document, createdAt)
            VALUES (\(report.id), \(report.organization), \(report.document), \(report.createdAt))
            """)
    }
}
