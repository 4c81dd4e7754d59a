import SQLite
import Scharnier

extension SQLiteTransaction {
    func organization(_ id: Identifier<Organization>) throws -> Organization? {
        try organizations(among: "\(id)")[id]
    }

    func organizations(_ query: OrganizationQuery) throws -> Page<Organization> {
        let request = ListRequest(
            .organization, query, filters: try filters(of: query), sortedBy: Organization.column
        ).holding(query.words)
        return try page(request) { try organizations(among: .values($0)) }
    }

    func insert(_ organization: Organization) throws {
        let place = try addWords(organization.words)
        try connection.run(Organization.insertion) { row in
            row.add(organization.id)
            row.add(organization.createdAt)
            organization.write(to: &row)
            row.add(organization.audience)
            row.add(organization.nameKey)
            row.add(place)
        }
        try keepLists(of: organization, isNew: true)
    }

    func update(_ organization: Organization) throws {
        try connection.run(Organization.update) { row in
            organization.write(to: &row)
            row.add(organization.audience)
            row.add(organization.nameKey)
            row.add(organization.id)
        }
        try keepLists(of: organization, isNew: false)
        try keepWords(of: organization)
    }

    private func keepLists(of organization: Organization, isNew: Bool) throws {
        let (id, profile) = (organization.id, organization.profile)
        try keepAreas(profile.activeAreas, of: id, in: Organization.areaTable, isNew: isNew)
        try keepTerms(
            Terms(topics: profile.topics, targetGroups: profile.targetGroups), of: id,
            in: Organization.termTable,
            isNew: isNew)
        try keepPoints(profile.transparency, of: id, isNew: isNew)
    }

    /// The organisations whose identifiers are in `subset`, in four statements.
    func organizations(among subset: SQL) throws -> [Identifier<Organization>: Organization] {
        let areas: [Identifier<Organization>: [Identifier<Area>]] = try areas(
            of: subset, in: Organization.areaTable)
        let terms: [Identifier<Organization>: Terms] = try terms(of: subset, in: Organization.termTable)
        let points = try points(of: subset)
        var found: [Identifier<Organization>: Organization] = [:]
        try connection.forEach(
            "SELECT id, createdAt, \(Organization.columns) FROM organization WHERE id IN (\(subset))"
        ) { row in
            let organization = try Organization(row: &row, areas: areas, terms: terms, points: points)
            found[organization.id] = organization
            return true
        }
        return found
    }

    private func filters(of query: OrganizationQuery) throws -> [SQL] {
        var filters: [SQL] = []
        if !query.kinds.isEmpty { filters.append("kind IN (\(.values(query.kinds)))") }
        if !query.legalForms.isEmpty { filters.append("legalForm IN (\(.values(query.legalForms)))") }
        if !query.verification.isEmpty { filters.append("verification IN (\(.values(query.verification)))") }
        if let isGrantMaking = query.isGrantMaking { filters.append("isGrantMaking = \(isGrantMaking)") }
        if let isMigrantLed = query.isMigrantLed { filters.append("isMigrantLed = \(isMigrantLed)") }
        if !query.topics.isEmpty {
            filters.append(
                """
                EXISTS (SELECT 1 FROM organizationTerm WHERE organizationTerm.organization = organization.id
                    AND scheme = 'topic' AND code IN (\(.values(query.topics))))
                """)
        }
        if !query.areas.isEmpty {
            let areas = try areaTree().descendants(of: query.areas)
            filters.append(
                """
                EXISTS (SELECT 1 FROM organizationArea WHERE organizationArea.organization = organization.id
                    AND area IN (\(.values(areas.sorted()))))
                """)
        }
        return filters
    }
}

extension Organization {
    /// Where a key of the order stands; all of them are in the index `organizationListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        case .name: ("nameKey", false)
        }
    }
}
