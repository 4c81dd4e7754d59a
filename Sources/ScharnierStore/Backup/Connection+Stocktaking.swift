import SQLite

extension Connection {
    /// How many rows the main tables have, in a fixed order.
    func tableCounts() throws -> [BackupManifest.TableCount] {
        // At most ten parts: SQLITE_LIMIT_COMPOUND_SELECT.
        try rows(
            """
            SELECT 'organization', count(*) FROM organization UNION ALL SELECT 'contact', count(*) FROM contact
            UNION ALL SELECT 'access_token', count(*) FROM accessToken UNION ALL SELECT 'need', count(*) FROM need
            UNION ALL SELECT 'offer', count(*) FROM offer
            UNION ALL SELECT 'introduction', count(*) FROM introduction
            UNION ALL SELECT 'commitment', count(*) FROM commitment
            UNION ALL SELECT 'transition', count(*) FROM transition
            UNION ALL SELECT 'change', count(*) FROM change UNION ALL SELECT 'audit', count(*) FROM audit
            """
        ) { row in BackupManifest.TableCount(table: try row.next(), rows: try row.next()) }
    }

    /// What is wrong with the pages of the file; the first things only.
    ///
    /// A quick look leaves out whether indexes fit their tables (sqlite.org/pragma.html#pragma_quick_check).
    /// - Throws: `SQLiteError` if it cannot be looked at for another reason than damage.
    func pageFindings(isQuick: Bool = false) throws -> [String] {
        do {
            let findings: [String] = try rows(isQuick ? "PRAGMA quick_check" : "PRAGMA integrity_check") {
                try $0.next()
            }
            return findings.filter { $0 != "ok" }
        } catch let error as SQLiteError where error.isCorrupt {
            // Looking stops at a page that does not fit its checksum.
            return ["a page is damaged (SQLite \(error.code): \(error.message))"]
        }
    }
}
