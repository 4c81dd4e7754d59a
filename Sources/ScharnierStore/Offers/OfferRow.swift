import SQLite
import Scharnier

// How an offer stands in its table.

extension Offer {
    static let areaTable = ListTable(name: "offerArea", owner: "offer")
    static let termTable = ListTable(name: "offerTerm", owner: "offer")
    static let introducedTable = ListTable(name: "offerIntroduced", owner: "offer")
    static let namedTable = ListTable(name: "offerNamed", owner: "offer")

    /// The columns in the order in which they are read and written, but for the first two and the last three.
    static let columns: SQL = """
        version, revision, organization, supplierKind, usagePeriodStart, held, committed, status, confirmedAt, staleAt,
        activatedAt, recordedForArea, updatedAt, createdBy, \(Content.columns)
        """

    static let insertion = RowCommand.insert(
        into: "offer", "id, createdAt, \(columns), dueAt, openness, members, publicRow, titleKey, words")
    static let update = RowCommand.update(
        "offer", "\(columns), dueAt, openness, members, publicRow, titleKey")

    func write(to row: inout RowWriter) {
        row.add(version)
        row.add(revision)
        row.add(organization)
        row.add(supplierKind)
        row.add(usage.periodStart)
        row.add(usage.held)
        row.add(usage.committed)
        row.add(status)
        row.add(freshness?.confirmedAt)
        row.add(freshness?.staleAt)
        row.add(activatedAt)
        row.add(recordedForArea)
        row.add(updatedAt)
        row.add(createdBy)
        content.write(to: &row)
    }

    /// An offer from its row, without what stands in other tables.
    init(row: inout Row) throws {
        let id: Identifier<Offer> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        let revision: Int64 = try row.next()
        let organization: Identifier<Organization> = try row.next()
        let supplierKind: Organization.Kind = try row.next()
        let usage = Usage(periodStart: try row.next(), held: try row.next(), committed: try row.next())
        let status: Status = try row.next()
        let freshness = try Need.Freshness(row: &row)
        let activatedAt: Instant? = try row.next()
        let recordedForArea: Identifier<Area>? = try row.next()
        let updatedAt: Instant = try row.next()
        let createdBy: Identifier<AccessToken>? = try row.next()
        self.init(
            id: id, version: version, revision: revision, organization: organization,
            supplierKind: supplierKind,
            content: try Content(row: &row), usage: usage, status: status, freshness: freshness,
            activatedAt: activatedAt, recordedForArea: recordedForArea, createdAt: createdAt,
            updatedAt: updatedAt,
            createdBy: createdBy)
    }
}

extension Offer.Status: ValueConvertible {}
