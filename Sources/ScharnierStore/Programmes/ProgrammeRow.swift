import SQLite
import Scharnier

// How a programme stands in its table.

extension Programme {
    static let areaTable = ListTable(name: "programmeArea", owner: "programme")
    static let termTable = ListTable(name: "programmeTerm", owner: "programme")
    static let callTable = ListTable(name: "programmeCall", owner: "programme")
    static let awardTable = ListTable(name: "programmeAward", owner: "programme")

    /// The columns in the order in which they are read and written, but for the first two and the last four.
    static let columns: SQL = """
        version, organization, status, updatedAt, createdBy, kind, title, summary, awardKind, \(Policy.columns)
        """

    static let insertion = RowCommand.insert(
        into: "programme", "id, createdAt, \(columns), openness, members, titleKey, words")
    static let update = RowCommand.update("programme", "\(columns), openness, members, titleKey")

    func write(to row: inout RowWriter) {
        row.add(version)
        row.add(organization)
        row.add(status)
        row.add(updatedAt)
        row.add(createdBy)
        row.add(content.kind)
        row.add(content.title)
        row.add(content.summary)
        row.add(content.awardKind)
        Policy.write(content.policy, to: &row)
    }

    /// A programme from its row, without what stands in other tables.
    init(row: inout Row) throws {
        let id: Identifier<Programme> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        let organization: Identifier<Organization> = try row.next()
        let status: Status = try row.next()
        let updatedAt: Instant = try row.next()
        let createdBy: Identifier<AccessToken>? = try row.next()
        var content = Content(kind: try row.next(), title: try row.next())
        content.summary = try row.next()
        content.awardKind = try row.next()
        content.policy = try Policy.read(&row)
        self.init(
            id: id, version: version, organization: organization, content: content, status: status,
            createdAt: createdAt, updatedAt: updatedAt, createdBy: createdBy)
    }
}

extension Programme.Policy {
    static let columns: SQL = """
        policyVersion, legalBasis, verification, validFrom, validTo, sourceURL, confirmedOn, financingType, leastCents,
        mostCents, mostShare, leastOwnShare, horizons, recipientKinds, documents, startedProjects, isRolling, note
        """

    /// Without a policy there is nothing in any of the columns, and no code in any of the lists.
    static func write(_ policy: Self?, to row: inout RowWriter) {
        row.add(policy?.version)
        row.add(policy?.legalBasis)
        row.add(policy?.verification)
        row.add(policy?.validity.from)
        row.add(policy?.validity.to)
        row.add(policy?.sourceURL)
        row.add(policy?.confirmedOn)
        row.add(policy?.financingType)
        row.add(policy?.leastCents)
        row.add(policy?.mostCents)
        row.add(policy?.mostShare)
        row.add(policy?.leastOwnShare)
        row.add(CodeList(policy?.horizons ?? []))
        row.add(CodeList(policy?.recipientKinds ?? []))
        row.add(CodeList(policy?.documents ?? []))
        row.add(policy?.startedProjects)
        row.add(policy?.isRolling ?? false)
        row.add(policy?.note)
    }

    static func read(_ row: inout Row) throws -> Self? {
        let (version, legalBasis): (String?, String?) = (try row.next(), try row.next())
        let verification: Verification? = try row.next()
        guard let version, let legalBasis, let verification else { return nil }
        var policy = Self(
            version: version, validity: try row.days(), legalBasis: legalBasis, verification: verification)
        policy.sourceURL = try row.next()
        policy.confirmedOn = try row.next()
        policy.financingType = try row.next()
        policy.leastCents = try row.next()
        policy.mostCents = try row.next()
        policy.mostShare = try row.next()
        policy.leastOwnShare = try row.next()
        policy.horizons = try row.words()
        policy.recipientKinds = try row.words()
        policy.documents = try row.codes()
        policy.startedProjects = try row.next()
        policy.isRolling = try row.next()
        policy.note = try row.next()
        return policy
    }
}

extension Programme.Status: ValueConvertible {}
extension Programme.Kind: ValueConvertible {}
extension Programme.AwardKind: ValueConvertible {}
extension Programme.Policy.Verification: ValueConvertible {}
extension Programme.Policy.FinancingType: ValueConvertible {}
extension Programme.Policy.StartedProjects: ValueConvertible {}
