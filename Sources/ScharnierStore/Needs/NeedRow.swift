import SQLite
import Scharnier

// How a need stands in its table.

extension Need {
    static let areaTable = ListTable(name: "needArea", owner: "need")
    static let termTable = ListTable(name: "needTerm", owner: "need")
    static let introducedTable = ListTable(name: "needIntroduced", owner: "need")

    /// The columns in the order in which they are read and written, but for the first two and the last three.
    static let columns: SQL = """
        version, revision, carrier, status, needsReview, verificationRole, verifiedAt, verifiedRevision, confirmedAt,
        staleAt, publishedAt, outcome, closingReason, closingNote, recordedForArea, updatedAt, createdBy,
        \(Content.columns)
        """

    static let insertion = RowCommand.insert(
        into: "need", "id, createdAt, \(columns), dueAt, openness, members, publicRow, titleKey, words")
    static let update = RowCommand.update("need", "\(columns), dueAt, openness, members, publicRow, titleKey")

    func write(to row: inout RowWriter) {
        row.add(version)
        row.add(revision)
        row.add(carrier)
        row.add(status)
        row.add(needsReview)
        row.add(verification?.role)
        row.add(verification?.at)
        row.add(verification?.revision)
        row.add(freshness?.confirmedAt)
        row.add(freshness?.staleAt)
        row.add(publishedAt)
        row.add(closing?.outcome)
        row.add(closing?.reasonCode)
        row.add(closing?.note)
        row.add(recordedForArea)
        row.add(updatedAt)
        row.add(createdBy)
        content.write(to: &row)
    }

    /// A need from its row, without what stands in other tables.
    init(row: inout Row) throws {
        let id: Identifier<Need> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        let revision: Int64 = try row.next()
        let carrier: Identifier<Organization> = try row.next()
        let status: Status = try row.next()
        let needsReview: Bool = try row.next()
        let verification = try Verification(row: &row)
        let freshness = try Freshness(row: &row)
        let publishedAt: Instant? = try row.next()
        let closing = try Closing(row: &row)
        let recordedForArea: Identifier<Area>? = try row.next()
        let updatedAt: Instant = try row.next()
        let createdBy: Identifier<AccessToken>? = try row.next()
        self.init(
            id: id, version: version, revision: revision, carrier: carrier, content: try Content(row: &row),
            items: [], status: status, needsReview: needsReview, verification: verification,
            freshness: freshness, publishedAt: publishedAt, closing: closing,
            recordedForArea: recordedForArea,
            createdAt: createdAt, updatedAt: updatedAt, createdBy: createdBy)
    }
}

extension Need.Verification {
    fileprivate init?(row: inout Row) throws {
        let role: Role? = try row.next()
        let at: Instant? = try row.next()
        let revision: Int64? = try row.next()
        guard let role, let at, let revision else { return nil }
        self.init(role: role, at: at, revision: revision)
    }
}

extension Need.Freshness {
    init?(row: inout Row) throws {
        let confirmedAt: Instant? = try row.next()
        let staleAt: Instant? = try row.next()
        guard let confirmedAt, let staleAt else { return nil }
        self.init(confirmedAt: confirmedAt, staleAt: staleAt)
    }
}

extension Need.Closing {
    fileprivate init?(row: inout Row) throws {
        let outcome: Need.Outcome? = try row.next()
        let reasonCode: String? = try row.next()
        let note: String? = try row.next()
        guard let outcome else { return nil }
        self.init(outcome: outcome, reasonCode: reasonCode, note: note)
    }
}

extension Need.Status: ValueConvertible {}
extension Need.Outcome: ValueConvertible {}
