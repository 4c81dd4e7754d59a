import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Records whose version is not their last entry in the feed, and a feed that is ahead of its counter.
    func versionFindings() throws -> [String] {
        try Subject.allCases.flatMap { try versionFindings(of: $0) } + positionFindings()
    }

    /// A record whose entries were all cut off from the feed's beginning cannot be compared.
    private func versionFindings(of subject: Subject) throws -> [String] {
        try connection.rows(
            """
            SELECT id, version, last FROM \(subject.table) LEFT JOIN (
                SELECT objectID, max(sequence) AS last FROM change WHERE subject = \(subject) GROUP BY objectID
            ) ON objectID = id
            WHERE version <> coalesce(last, 0)
                AND (last IS NOT NULL OR version > (SELECT oldestPosition FROM meta))
            ORDER BY id
            """
        ) { row in
            let id: Identifier<Change> = try row.next()
            let version: Int64 = try row.next()
            let last: Int64? = try row.next()
            let change = last.map(String.init) ?? "none"
            return "\(subject.rawValue) \(id): version \(version), last change \(change)"
        }
    }

    private func positionFindings() throws -> [String] {
        try connection.rows(
            """
            SELECT sequence FROM cutOff JOIN change ON sequence BETWEEN first AND last ORDER BY sequence LIMIT 1
            """
        ) { row in
            "the feed has an entry \(try row.next(Int64.self)), which a restored backup had cut off"
        }
    }
}

extension Subject {
    fileprivate var table: SQL {
        switch self {
        case .organization: "organization"
        case .contact: "contact"
        case .need: "need"
        case .offer: "offer"
        case .introduction: "introduction"
        case .membership: "membership"
        case .area: "area"
        case .taxonomyTerm: "taxonomyTerm"
        case .areaAssignment: "areaAssignment"
        case .responsibility: "responsibility"
        case .commitment: "commitment"
        case .programme: "programme"
        case .idea: "idea"
        case .privacyRequest: "privacyRequest"
        case .allocationPlan: "allocationPlan"
        }
    }
}
