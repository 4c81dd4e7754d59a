/// Looks up organisations.
package protocol OrganizationReading {
    /// The organisation with this identifier.
    func organization(_ id: Identifier<Organization>) throws -> Organization?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func organizations(_ query: OrganizationQuery) throws -> Page<Organization>
}

/// Keeps organisations.
package protocol OrganizationRepository: OrganizationReading {
    /// Adds an organisation.
    func insert(_ organization: Organization) throws

    /// Replaces what is kept about an organisation.
    func update(_ organization: Organization) throws
}

/// Which organisations to list; an empty list of values does not restrict.
package struct OrganizationQuery: SearchableQuery, Equatable, Sendable {
    package var party: Party
    package var kinds: [Organization.Kind] = []
    package var areas: Set<Identifier<Area>> = []
    package var topics: [String] = []
    package var legalForms: [Organization.LegalForm] = []
    package var isGrantMaking: Bool?
    package var isMigrantLed: Bool?
    package var verification: [Organization.VerificationStatus] = []
    package var order = SortOrder<Organization.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false
    package var words: WordQuery?

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension ReadTransaction {
    /// The organisation, if `party` may change what it says of itself.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func organizationToRevise(_ id: Identifier<Organization>, as party: Party) throws -> Organization
    {
        let organization = try organization(id, for: party)
        guard organization.closeness(of: party) >= .own else { throw Refusal.roleForbidden }
        return organization
    }

    /// The organisation as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one, so that nothing can be probed.
    package func organization(_ id: Identifier<Organization>, for party: Party) throws -> Organization {
        guard let organization = try organization(id), organization.audience.includes(party) else {
            throw Refusal.notFound
        }
        return organization
    }
}

extension WriteTransaction {
    /// Creates an organisation: by the city, or by an officer, who then acts for it in `stewardArea`.
    ///
    /// - Throws: ``Refusal/invalid(_:)``, ``Refusal/roleForbidden``.
    package func createOrganization(
        _ kind: Organization.Kind, _ profile: Organization.Profile, stewardArea: Identifier<Area>?,
        as party: Party
    ) throws -> Organization {
        if party.role == .areaOfficer {
            guard let stewardArea, party.areas.contains(stewardArea) else {
                let text = Wording(
                    "Beauftragte legen Gruppen in ihrem Aktionsraum an.",
                    "Officers record groups in an area of theirs.")
                throw Refusal.invalid([.init("steward_area_id", .required, text)])
            }
        }
        try check(profile, of: kind, stewardArea: stewardArea, party)
        var organization = Organization(
            id: newID(), kind: kind, profile: profile, stewardArea: stewardArea, createdAt: now,
            updatedAt: now)
        try keep(&organization, after: nil, "organization.create", by: party)
        return organization
    }

    /// Replaces what an organisation says of itself.
    ///
    /// Another name or legal form makes the verification lapse when the owner changes it (§5.2).
    package func revise(
        _ id: Identifier<Organization>, to profile: Organization.Profile, as party: Party
    ) throws -> Organization {
        let old = try organizationToRevise(id, as: party)
        guard old.profile != profile else { return old }
        try check(profile, of: old.kind, stewardArea: old.stewardArea, party)
        var new = old
        new.profile = profile
        new.revision += 1
        let isRenamed = old.profile.name != profile.name || old.profile.legalForm != profile.legalForm
        if isRenamed, party.role != .cityAdmin, old.verification.status == .verified {
            new.verification = .init()
            _ = try log(
                "lapse", of: .organization, id, from: "verified", to: "unverified", facts: .init(),
                by: .system)
        }
        try keep(&new, after: old, "organization.update", by: party)
        return new
    }

    /// Announces, stores and notes a changed organisation.
    func keep(
        _ organization: inout Organization, after old: Organization?, _ action: String, by party: Party
    ) throws {
        organization.version = try announce(
            .organization, .init(organization.id), before: old?.audience ?? .none,
            after: organization.audience,
            isDeletion: false, by: party.organization)
        organization.updatedAt = now
        try old == nil ? insert(organization) : update(organization)
        if let old { try announceMemberships(since: old, organization, by: party) }
        try audit(action, .init("organization", organization.id), fields: [], as: party)
    }

    private func check(
        _ profile: Organization.Profile, of kind: Organization.Kind, stewardArea: Identifier<Area>?,
        _ party: Party
    ) throws {
        let found = try violations(in: profile, of: kind, stewardArea: stewardArea, for: party)
        guard found.isEmpty else { throw Refusal.invalid(found) }
    }
}

extension ReadTransaction {
    /// Everything that breaks a rule of a profile, references included.
    package func violations(
        in profile: Organization.Profile, of kind: Organization.Kind, stewardArea: Identifier<Area>?,
        for party: Party
    ) throws -> [Violation] {
        var found = profile.violations() + profile.sizeViolations(of: kind)
        let taxonomy = try taxonomy()
        found += taxonomy.violations(
            of: profile.taxStatus?.purposes ?? [], in: .purpose, on: today, at: "tax_status/purposes")
        found += taxonomy.violations(of: profile.topics, in: .topic, on: today, at: "topics")
        found += taxonomy.violations(
            of: profile.targetGroups, in: .targetGroup, on: today, at: "target_groups")
        found += try missingAreas(profile.activeAreas, at: "active_area_ids")
        for (area, path) in [(profile.seat?.area, "seat/area_id"), (stewardArea, "steward_area_id")] {
            guard let area, try self.area(area) == nil else { continue }
            found.append(.init(path, .referenceNotFound, .noSuchReference))
        }
        if let umbrella = profile.umbrella, try organization(umbrella)?.audience.includes(party) != true {
            found.append(.init("umbrella_organization_id", .referenceNotFound, .noSuchReference))
        }
        return found
    }

    /// The references to areas that do not exist.
    func missingAreas(_ ids: [Identifier<Area>], at path: String) throws -> [Violation] {
        try ids.enumerated().filter { try area($1) == nil }.map { index, _ in
            Violation("\(path)/\(index)", .referenceNotFound, .noSuchReference)
        }
    }
}
