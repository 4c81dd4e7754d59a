import SQLite
import Scharnier

extension SQLiteTransaction {
    func membership(_ id: Identifier<Membership>) throws -> Membership? {
        try memberships(among: "\(id)").first
    }

    func memberships(_ query: MembershipQuery) throws -> Page<Membership> {
        var filters: [SQL] = []
        if !query.networks.isEmpty { filters.append("network IN (\(.values(query.networks)))") }
        if !query.organizations.isEmpty {
            filters.append("organization IN (\(.values(query.organizations)))")
        }
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        let request = ListRequest(.membership, query, filters: filters, sortedBy: Membership.column)
        return try page(request) { ids in
            Dictionary(
                try memberships(among: .values(ids)).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    func memberships(of organization: Identifier<Organization>) throws -> [Membership] {
        let found = try memberships(
            among: """
                SELECT id FROM membership WHERE network = \(organization)
                UNION SELECT id FROM membership WHERE organization = \(organization)
                """)
        return found.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    func insert(_ membership: Membership, openTo audience: Audience) throws {
        try insert(Membership.insertion, unlessThere: nil) { row in
            row.add(membership.id)
            row.add(membership.network)
            row.add(membership.organization)
            row.add(membership.createdAt)
            membership.write(to: &row)
            row.add(audience)
        }
    }

    func update(_ membership: Membership, openTo audience: Audience) throws {
        try connection.run(Membership.update) { row in
            membership.write(to: &row)
            row.add(audience)
            row.add(membership.id)
        }
    }

    /// The memberships whose identifiers are in `subset`.
    func memberships(among subset: SQL) throws -> [Membership] {
        try connection.rows(
            """
            SELECT id, network, organization, createdAt, \(Membership.columns) FROM membership
            WHERE id IN (\(subset))
            """
        ) { try Membership(row: &$0) }
    }
}

extension Membership {
    fileprivate static let columns: SQL =
        "version, kind, contributions, validFrom, validTo, status, updatedAt"

    fileprivate static let insertion = RowCommand.insert(
        into: "membership", "id, network, organization, createdAt, \(columns), openness, members")
    fileprivate static let update = RowCommand.update("membership", "\(columns), openness, members")

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(content.kind)
        row.add(CodeList(content.contributions))
        row.add(content.validity.from)
        row.add(content.validity.to)
        row.add(status)
        row.add(updatedAt)
    }

    fileprivate init(row: inout Row) throws {
        let id: Identifier<Membership> = try row.next()
        let network: Identifier<Organization> = try row.next()
        let organization: Identifier<Organization> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        var content = Content(kind: try row.next())
        content.contributions = try row.words()
        content.validity = try row.days()
        self.init(
            id: id, version: version, network: network, organization: organization, content: content,
            status: try row.next(), createdAt: createdAt, updatedAt: try row.next())
    }
}

extension Membership.Kind: ValueConvertible {}
extension Membership.Status: ValueConvertible {}

extension Membership {
    /// Where its sort keys stand.
    fileprivate static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        }
    }
}
