/// Looks up memberships.
package protocol MembershipReading {
    /// The membership with this identifier.
    func membership(_ id: Identifier<Membership>) throws -> Membership?

    /// One page of those that `query` asks for and its party may know of, newest first.
    func memberships(_ query: MembershipQuery) throws -> Page<Membership>

    /// All in which an organisation is network or member, oldest first.
    func memberships(of organization: Identifier<Organization>) throws -> [Membership]
}

/// Keeps memberships.
package protocol MembershipRepository: MembershipReading {
    /// Adds a membership that is open to `audience`.
    func insert(_ membership: Membership, openTo audience: Audience) throws

    /// Replaces what is kept about a membership, and to whom it is open.
    func update(_ membership: Membership, openTo audience: Audience) throws
}

/// Which memberships to list; an empty list of values does not restrict.
package struct MembershipQuery: ListQuery, Equatable, Sendable {
    package var party: Party
    package var networks: [Identifier<Organization>] = []
    package var organizations: [Identifier<Organization>] = []
    package var statuses: [Membership.Status] = []
    package var order = SortOrder<Membership.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension ReadTransaction {
    /// Who may know of a membership now.
    package func audience(of membership: Membership) throws -> Audience {
        membership.audience(
            try organization(membership.network), try organization(membership.organization))
    }

    /// The membership as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one.
    package func membership(_ id: Identifier<Membership>, for party: Party) throws -> Membership {
        guard let membership = try membership(id), try audience(of: membership).includes(party) else {
            throw Refusal.notFound
        }
        return membership
    }

    /// The membership, if `party` stands on one of its sides.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func membershipToMove(_ id: Identifier<Membership>, as party: Party) throws -> Membership {
        let membership = try membership(id, for: party)
        guard try !actors(of: party, in: membership).isEmpty else { throw Refusal.roleForbidden }
        return membership
    }

    /// The membership, if `party` may change what it says: both sides, and the city.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func membershipToRevise(_ id: Identifier<Membership>, as party: Party) throws -> Membership {
        party.role == .cityAdmin ? try membership(id, for: party) : try membershipToMove(id, as: party)
    }

    fileprivate func actors(of party: Party, in membership: Membership) throws -> Set<Actor> {
        membership.actors(
            of: party, network: try organization(membership.network),
            organization: try organization(membership.organization))
    }
}

extension WriteTransaction {
    /// Asks a network to take an organisation in: by itself, by the officer who acts for it, or by the city.
    ///
    /// - Throws: ``Refusal``; a second one while the first is open is a duplicate.
    package func requestMembership(
        in network: Identifier<Organization>, of organization: Identifier<Organization>,
        _ content: Membership.Content, as party: Party
    ) throws -> Membership {
        let member = try requireSides(network, organization, for: party)
        guard try mayAct(for: organization, as: party) else { throw Refusal.roleForbidden }
        try requireStanding(of: member, for: "request", as: party)
        try check(content)
        let open = try memberships(of: organization).first {
            $0.network == network && $0.organization == organization && $0.isOpen
        }
        if let open { throw Refusal.duplicate(existing: open.id.description) }
        var membership = Membership(
            id: newID(), network: network, organization: organization, content: content, createdAt: now,
            updatedAt: now)
        try keep(&membership, before: .none, "membership.request", by: party)
        return membership
    }

    /// Replaces what a membership says.
    package func revise(
        _ id: Identifier<Membership>, to content: Membership.Content, as party: Party
    ) throws -> Membership {
        var membership = try membershipToRevise(id, as: party)
        guard membership.content != content else { return membership }
        guard membership.isOpen else {
            throw Refusal.stateConflict(state: membership.status.rawValue, allowed: [])
        }
        try check(content)
        membership.content = content
        try keep(&membership, before: audience(of: membership), "membership.update", by: party)
        return membership
    }

    /// Fires an event of a membership (domain.md §5.2).
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Membership.Event, on id: Identifier<Membership>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Membership> {
        let old = try membership(id, for: party)
        if let earlier = try earlier(event.rawValue, of: .membership, id, by: party),
            earlier.to == old.status.rawValue
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let step = try Membership.machine.step(
            event, in: old.status, as: try actors(of: party, in: old))
        let own = try party.organization.flatMap { try organization($0) }
        try requireStanding(of: own, for: event == .leave ? "withdraw" : event.rawValue, as: party)
        var new = old
        new.status = step.to ?? old.status
        if event == .confirm, new.content.validity.from == nil { new.content.validity.from = today }
        if event == .leave { new.content.validity.to = max(today, new.content.validity.from ?? today) }
        try keep(&new, before: audience(of: old), "membership.\(event.rawValue)", by: party)
        let transition = try log(
            event.rawValue, of: .membership, id, from: old.status.rawValue, to: new.status.rawValue,
            facts: facts, by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// Tells the feed when an organisation's memberships become visible to others than before, because it does.
    func announceMemberships(since old: Organization, _ new: Organization, by party: Party) throws {
        guard old.audience.openness != new.audience.openness || old.stewardArea != new.stewardArea else {
            return
        }
        for var membership in try memberships(of: new.id) {
            let other = try organization(
                membership.network == new.id ? membership.organization : membership.network)
            let before = membership.audience(old, other)
            guard before != membership.audience(new, other) else { continue }
            try keep(&membership, before: before, "membership.follow", by: party)
        }
    }

    private func keep(
        _ membership: inout Membership, before: Audience, _ action: String, by party: Party
    ) throws {
        let isNew = membership.version == 0
        let after = try audience(of: membership)
        membership.version = try announce(
            .membership, .init(membership.id), before: before, after: after, isDeletion: false,
            by: party.organization)
        membership.updatedAt = now
        try isNew ? insert(membership, openTo: after) : update(membership, openTo: after)
        try audit(action, .init("membership", membership.id), fields: [], as: party)
    }

    private func check(_ content: Membership.Content) throws(Refusal) {
        let found = content.violations()
        guard found.isEmpty else { throw .invalid(found) }
    }

    /// Both sides have to be known to whoever names them; the one is a network, and not the other.
    private func requireSides(
        _ network: Identifier<Organization>, _ organization: Identifier<Organization>, for party: Party
    ) throws -> Organization {
        var found: [Violation] = []
        let host = try visible(network, to: party)
        let member = try visible(organization, to: party)
        if let host, ![.network, .intermediary].contains(host.kind) {
            let text = Wording("Das ist kein Netzwerk.", "This is no network.")
            found.append(.init("network_id", .notAllowedTogether, text))
        }
        if host == nil { found.append(.init("network_id", .referenceNotFound, .noSuchReference)) }
        if member == nil { found.append(.init("organization_id", .referenceNotFound, .noSuchReference)) }
        if network == organization {
            found.append(
                .excluded(
                    "organization_id", "Ein Netzwerk ist nicht sein eigenes Mitglied.",
                    "A network is no member of itself."))
        }
        guard let member, found.isEmpty else { throw Refusal.invalid(found) }
        return member
    }

    private func visible(_ id: Identifier<Organization>, to party: Party) throws -> Organization? {
        try organization(id).flatMap { $0.audience.includes(party) ? $0 : nil }
    }
}
