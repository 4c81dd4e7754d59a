import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Records whose version is not their last entry in the feed, and a feed that is ahead of its counter.
    func versionFindings() throws -> [String] {
        let tables: [SQL] = ["organization", "contact", "need", "offer", "introduction"]
        return try Subject.allCases.map { try versionFindings(of: $0, in: tables[$0.tableIndex]) }.flatMap {
            $0
        }
            + counterFindings()
    }

    /// A record whose entries were all cut off from the feed's beginning cannot be compared.
    private func versionFindings(of subject: Subject, in table: SQL) throws -> [String] {
        try connection.rows(
            """
            SELECT id, version, (SELECT max(sequence) FROM change WHERE subject = \(subject) AND objectID = id) AS last
            FROM \(table)
            WHERE version <> coalesce(last, 0)
                AND (last IS NOT NULL OR version > (SELECT oldestPosition FROM meta))
            ORDER BY id
            """
        ) { row in
            let id: Identifier<Change> = try row.next()
            let version: Int64 = try row.next()
            let last: Int64? = try row.next()
            return
                "\(subject.rawValue) \(id): version \(version), last change \(last.map(String.init) ?? "none")"
        }
    }

    private func counterFindings() throws -> [String] {
        let last: Int64? = try connection.first("SELECT max(sequence) FROM change") { try $0.next() }
        let counter = try lastPosition()
        guard let last, last > counter else { return [] }
        return ["the feed has an entry \(last), the counter stands at \(counter)"]
    }
}

extension Subject {
    fileprivate var tableIndex: Int {
        switch self {
        case .organization: 0
        case .contact: 1
        case .need: 2
        case .offer: 3
        case .introduction: 4
        }
    }
}
