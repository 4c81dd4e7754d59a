/// Who acts.
///
/// Every rule about who may see or do something takes a party.
package struct Party: Equatable, Sendable {
    /// The organisation the token acts for; none for the public.
    package let organization: Identifier<Organization>?

    /// What the token lets its holder be.
    package let role: Role

    /// What the token may be used for.
    package let scopes: Set<Scope>

    /// The areas an area officer is assigned to today, with all that lies inside them.
    package let areas: Set<Identifier<Area>>

    /// The token itself.
    package let token: Identifier<AccessToken>?

    /// The number of the system's user who is the machine's operator: has the database, and so needs no token.
    ///
    /// No token can make one: an operator is whoever may reach the control socket or the database file.
    package let operatorUser: UInt32?

    /// A party; the public by default.
    package init(
        organization: Identifier<Organization>? = nil, role: Role = .public, scopes: Set<Scope> = [],
        areas: Set<Identifier<Area>> = [], token: Identifier<AccessToken>? = nil
    ) {
        self.init(
            organization: organization, role: role, scopes: scopes, areas: areas, token: token,
            operatorUser: nil)
    }

    private init(
        organization: Identifier<Organization>?, role: Role, scopes: Set<Scope>, areas: Set<Identifier<Area>>,
        token: Identifier<AccessToken>?, operatorUser: UInt32?
    ) {
        self.organization = organization
        self.role = role
        self.scopes = scopes
        self.areas = areas
        self.token = token
        self.operatorUser = operatorUser
    }

    /// Everyone without a token.
    package static let `public` = Party()

    /// The product itself: timers and computed transitions.
    package static let system = Party(role: .cityAdmin)

    /// The machine's operator: what everyone may, and in addition what keeps the service itself, its tokens first.
    ///
    /// `user` is that of the system (getuid(2)), for the audit log.
    package static func `operator`(user: UInt32) -> Party {
        Party(organization: nil, role: .public, scopes: [], areas: [], token: nil, operatorUser: user)
    }

    /// Whether it is the machine's operator.
    package var isOperator: Bool { operatorUser != nil }

    /// Whether it disposes of everybody's tokens.
    package var ownsAllTokens: Bool { role == .cityAdmin || isOperator }

    /// As what it acts.
    package var actor: AuditEntry.Actor { isOperator ? .operator : .role(role) }

    /// Whether the party acts for `organization`.
    package func isFrom(_ organization: Identifier<Organization>?) -> Bool {
        organization != nil && self.organization == organization
    }
}

/// How close a caller stands to a record, which decides what fields it shows (domain.md §0).
///
/// Each level sees all of the levels before it.
package enum Closeness: Int, Comparable, CaseIterable, Sendable {
    /// Anyone who may know that the record exists.
    case anyone
    /// Owner, counterpart, host, broker, officer in charge.
    case party
    /// The owner's own organisation.
    case own
    /// The city's administration.
    case city

    package static func < (one: Closeness, other: Closeness) -> Bool { one.rawValue < other.rawValue }
}
