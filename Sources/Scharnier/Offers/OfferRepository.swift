/// Looks up offers.
package protocol OfferReading {
    /// The offer with this identifier.
    func offer(_ id: Identifier<Offer>) throws -> Offer?

    /// The offer as everyone sees it, if `party` sees it so and no more of it; else nil.
    func encodedOffer(_ id: Identifier<Offer>, for party: Party) throws -> EncodedItem?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func offers(_ query: OfferQuery) throws -> Page<ListedItem<Offer>>

    /// All live offers, whoever may see them, ordered by id: the candidates of matching.
    func liveOffers() throws -> [Offer]

    /// The submitted offers of an organisation, which wait for its verification; oldest first.
    func submittedOffers(of organization: Identifier<Organization>) throws -> [Offer]

    /// All offers of an organisation, named as their giver or not; oldest first.
    func offers(of organization: Identifier<Organization>) throws -> [Offer]
}

/// Keeps offers.
package protocol OfferRepository: OfferReading {
    /// Adds an offer.
    func insert(_ offer: Offer) throws

    /// Replaces what is kept about an offer.
    func update(_ offer: Offer) throws

    /// Forgets a draft.
    func delete(_ offer: Offer) throws
}

/// Which offers to list; an empty list of values does not restrict.
package struct OfferQuery: SearchableQuery, Equatable, Sendable {
    package var party: Party
    package var statuses: [Offer.Status] = []
    package var kinds: [ResourceKind] = []
    package var horizons: [Horizon] = []

    /// Areas in which the offer can be used: named ones and those around them; city-wide offers always fit.
    package var areas: Set<Identifier<Area>> = []
    package var topics: [String] = []
    package var targetGroups: [String] = []

    /// Givers; an unnamed giver's offers are found by nobody but parties (F-36).
    package var organizations: [Identifier<Organization>] = []
    package var order = SortOrder<Offer.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false
    package var words: WordQuery?

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension OfferReading {
    /// The offer as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one, so that nothing can be probed.
    package func offer(_ id: Identifier<Offer>, for party: Party) throws -> Offer {
        guard let offer = try offer(id), offer.audience.includes(party) else { throw Refusal.notFound }
        return offer
    }
}

extension WriteTransaction {
    /// Creates a draft for `organization`: its own, or by the officer who acts for it.
    ///
    /// - Throws: ``Refusal/invalid(_:)``, ``Refusal/roleForbidden``.
    package func createOffer(
        _ content: Offer.Content, for organization: Identifier<Organization>, as party: Party
    ) throws -> Offer {
        let supplier = try self.organization(organization)
        guard let supplier, supplier.audience.includes(party) else {
            throw Refusal.invalid([.init("organization_id", .referenceNotFound, .noSuchReference)])
        }
        guard party.isFrom(organization) || supplier.isInCharge(party), supplier.kind != .portal else {
            throw Refusal.roleForbidden
        }
        return try addOffer(content, for: supplier, as: party)
    }

    /// Adds a draft of `supplier`, for which `party` is known to act.
    func addOffer(_ content: Offer.Content, for supplier: Organization, as party: Party) throws -> Offer {
        let found = try violations(in: content, ownedBy: supplier.id)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var offer = Offer(
            id: newID(), organization: supplier.id, supplierKind: supplier.kind, content: content,
            recordedForArea: supplier.stewardArea, createdAt: now,
            updatedAt: now, createdBy: party.token)
        try keep(&offer, after: nil, "offer.create", by: party)
        return offer
    }

    /// Replaces what an offer says.
    ///
    /// - Throws: ``Refusal``; the kind of a live offer is fixed, and its quantity covers what is reserved.
    package func revise(_ id: Identifier<Offer>, to content: Offer.Content, as party: Party) throws -> Offer {
        try revise(try offerToRevise(id, as: party), to: content, as: party)
    }

    /// The same for an offer that `party` is known to be allowed to change.
    func revise(_ old: Offer, to content: Offer.Content, as party: Party) throws -> Offer {
        guard old.content != content else { return old }
        guard [.draft, .active, .partlyReserved, .exhausted].contains(old.status) else {
            let allowed = Offer.machine.allowed(in: old.status, as: [.owner]).map(\.rawValue)
            throw Refusal.stateConflict(state: old.status.rawValue, allowed: allowed)
        }
        let found = try violations(in: content, ownedBy: old.organization)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var new = old
        new.content = content
        new.revision += 1
        if old.status != .draft { try requireKept(&new, since: old) }
        try keep(&new, after: old, "offer.update", by: party)
        return new
    }

    /// Deletes a draft.
    package func deleteOffer(_ id: Identifier<Offer>, as party: Party) throws {
        let offer = try offerToRevise(id, as: party)
        guard offer.status == .draft else {
            let allowed = Offer.machine.allowed(in: offer.status, as: [.owner]).map(\.rawValue)
            throw Refusal.stateConflict(state: offer.status.rawValue, allowed: allowed)
        }
        _ = try announce(
            .offer, .init(id), before: offer.audience, after: .none, isDeletion: true, by: party.organization)
        try delete(offer)
        try forgetExternalReferences(of: .init(offer.id))
        try audit("offer.delete", .init("offer", id), fields: [], as: party)
    }

    /// Announces, stores and notes a changed offer.
    func keep(_ offer: inout Offer, after old: Offer?, _ action: String, by party: Party) throws {
        offer.version = try announce(
            .offer, .init(offer.id), before: old?.audience ?? .none, after: offer.audience, isDeletion: false,
            by: party.organization)
        offer.updatedAt = now
        try old == nil ? insert(offer) : update(offer)
        try audit(action, .init("offer", offer.id), fields: [], as: party)
    }

    private func requireKept(_ new: inout Offer, since old: Offer) throws {
        let missing = new.content.missing()
        guard missing.isEmpty else { throw Refusal.incomplete(missing) }
        let suspected = new.lint().failedGuards(isAcknowledged: true)
        guard suspected.isEmpty else { throw Refusal.guardFailed(suspected) }
        guard new.content.kind == old.content.kind else {
            let text = Wording(
                "Die Art eines laufenden Angebots bleibt.", "The kind of a live offer is fixed.")
            throw Refusal.invalid([.init("kind", .immutable, text)])
        }
        let used = old.usage(on: today)
        guard new.content.isInexhaustible || new.content.quantity ?? 0 >= used.held + used.committed else {
            throw Refusal.inUse
        }
        // What is reserved counts in one measure and one period: both stay until it is freed.
        let isHeld = try introductions(of: old.id).contains { $0.holds.contains { $0.releasedAt == nil } }
        let isReserved = isHeld || used.committed > 0
        let countsAlike = new.content.period == old.content.period && new.content.unit == old.content.unit
        guard !isReserved || countsAlike else { throw Refusal.inUse }
        new.keepUsage(of: old, on: today)
        new.reserve(on: today)
    }
}
