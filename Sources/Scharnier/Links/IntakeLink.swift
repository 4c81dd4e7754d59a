/// Lets a group without account enter a need by a secret that an officer or the city gave it.
package struct IntakeLink: Equatable, Identifiable, Sendable {
    package let id: Identifier<IntakeLink>

    /// Where the group is: its officer acts for it, and the needs are for this area unless they say otherwise.
    package let area: Identifier<Area>

    /// The group; of one that is not recorded yet there is a name only until the link is used.
    package var organization: Identifier<Organization>?
    package let organizationName: String?

    /// The SHA-256 of the secret: all that is ever stored.
    package let digest: [UInt8]

    /// How many needs may be entered.
    package let maximumUses: Int64

    /// The needs that were entered, oldest first.
    package var needs: [Identifier<Need>]
    package let createdAt: Instant
    package let expiresAt: Instant
    package var revokedAt: Instant?
    package let createdBy: Identifier<AccessToken>?

    package enum Status: String, CaseIterable, Sendable {
        case issued, used, revoked, expired
    }

    /// How often a link may be used.
    package static let uses: ClosedRange<Int64> = 1...50

    /// For how many days a link may be used.
    package static let lifeInDays: ClosedRange<Int64> = 1...90

    /// A link put together from what is kept of it.
    package init(
        id: Identifier<IntakeLink>, area: Identifier<Area>, organization: Identifier<Organization>?,
        organizationName: String?, digest: [UInt8], maximumUses: Int64, needs: [Identifier<Need>] = [],
        createdAt: Instant, expiresAt: Instant, revokedAt: Instant? = nil,
        createdBy: Identifier<AccessToken>?
    ) {
        self.id = id
        self.area = area
        self.organization = organization
        self.organizationName = organizationName
        self.digest = digest
        self.maximumUses = maximumUses
        self.needs = needs
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.createdBy = createdBy
    }

    /// Where it stands at `now` (domain.md §5.10).
    package func status(at now: Instant) -> Status {
        if revokedAt != nil { return .revoked }
        if needs.count >= maximumUses { return .used }
        return expiresAt <= now ? .expired : .issued
    }

    /// Whether its secret is still good for what was entered with it: not after its end, used up or not.
    func isOpen(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }

    /// Whether `party` may know of it and end it: the city, and officers of its area.
    package func isFor(_ party: Party) -> Bool {
        party.role == .cityAdmin || party.role == .areaOfficer && party.areas.contains(area)
    }
}

/// What a new intake link shall be.
package struct IntakeLinkRequest: Equatable, Sendable {
    package let area: Identifier<Area>
    package let organization: Identifier<Organization>?
    package let organizationName: String?
    package let maximumUses: Int64

    /// Days until it ends; the city's own unless told otherwise.
    package let days: Int64?

    /// A link to be issued.
    package init(
        area: Identifier<Area>, organization: Identifier<Organization>? = nil,
        organizationName: String? = nil,
        maximumUses: Int64 = 1, days: Int64? = nil
    ) {
        self.area = area
        self.organization = organization
        self.organizationName = organizationName
        self.maximumUses = maximumUses
        self.days = days
    }

    /// What breaks a rule that needs no look-up.
    package func violations() -> [Violation] {
        var found =
            Violation.length(of: organizationName, 2...200, at: "organization_name")
            + Violation.range(of: maximumUses, IntakeLink.uses, at: "max_uses")
            + Violation.range(of: days, IntakeLink.lifeInDays, at: "days")
        if organization != nil, organizationName != nil {
            found.append(
                .excluded(
                    "organization_name", "Nicht zusammen mit organization_id.",
                    "Not together with organization_id."))
        }
        if organization == nil, organizationName == nil { found.append(.missing("organization_name")) }
        return found
    }
}

/// Looks up intake links.
package protocol IntakeLinkReading {
    /// The link with this identifier.
    func intakeLink(_ id: Identifier<IntakeLink>) throws -> IntakeLink?

    /// The link whose secret has this SHA-256.
    func intakeLink(digest: [UInt8]) throws -> IntakeLink?

    /// All links, newest first, at most `limit`.
    func intakeLinks(atMost limit: Int) throws -> [IntakeLink]
}

/// Keeps intake links.
package protocol IntakeLinkRepository: IntakeLinkReading {
    /// Adds a link.
    func insert(_ link: IntakeLink) throws

    /// Replaces what is kept about a link.
    func update(_ link: IntakeLink) throws
}
