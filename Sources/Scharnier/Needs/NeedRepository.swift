/// Looks up needs.
package protocol NeedReading {
    /// The need with this identifier, items included.
    func need(_ id: Identifier<Need>) throws -> Need?

    /// The need as everyone sees it, if `party` sees it so and no more of it; else nil.
    func encodedNeed(_ id: Identifier<Need>, for party: Party) throws -> EncodedItem?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func needs(_ query: NeedQuery) throws -> Page<ListedItem<Need>>

    /// All live needs, whoever may see them, ordered by id: the candidates of matching.
    func liveNeeds() throws -> [Need]
}

/// Keeps needs.
package protocol NeedRepository: NeedReading {
    /// Adds a need, which is found by `words`.
    func insert(_ need: Need, words: WordList) throws

    /// Replaces what is kept about a need, items included.
    func update(_ need: Need) throws

    /// Forgets a draft.
    func delete(_ need: Need) throws
}

/// Which needs to list; an empty list of values does not restrict.
package struct NeedQuery: SearchableQuery, Equatable, Sendable {
    package var party: Party
    package var statuses: [Need.Status] = []
    package var horizons: [Horizon] = []
    package var kinds: [ResourceKind] = []

    /// Beneficiary areas, with all that lies inside them.
    package var areas: Set<Identifier<Area>> = []
    package var topics: [String] = []
    package var targetGroups: [String] = []
    package var carriers: [Identifier<Organization>] = []

    /// Needed by a day in this span.
    package var neededBy = DayRange()
    package var order = SortOrder<Need.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false
    package var words: WordQuery?

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension NeedReading {
    /// The need as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one, so that drafts cannot be probed.
    package func need(_ id: Identifier<Need>, for party: Party) throws -> Need {
        guard let need = try need(id), need.audience.includes(party) else { throw Refusal.notFound }
        return need
    }
}

extension WriteTransaction {
    /// Creates a draft for `carrier`: its own, or by the officer who acts for it.
    ///
    /// - Throws: ``Refusal/invalid(_:)``, ``Refusal/roleForbidden``.
    package func createNeed(
        _ proposal: NeedProposal, for carrier: Identifier<Organization>, as party: Party
    ) throws -> Need {
        let stewardArea = party.isFrom(carrier) ? nil : try stewardArea(of: carrier, as: party)
        return try addNeed(proposal, for: carrier, recordedFor: stewardArea, as: party)
    }

    /// Adds a draft for `carrier`, for which `party` is known to act.
    func addNeed(
        _ proposal: NeedProposal, for carrier: Identifier<Organization>,
        recordedFor stewardArea: Identifier<Area>?, as party: Party
    ) throws -> Need {
        let found = try violations(in: proposal, ownedBy: carrier, for: party)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var need = Need(
            id: newID(), carrier: carrier, content: try placed(proposal.content),
            items: proposal.items.map { NeedItem(id: newID(), content: $0) },
            recordedForArea: stewardArea, createdAt: now, updatedAt: now,
            createdBy: party.token)
        try keep(&need, after: nil, words: proposal.words, "need.create", by: party)
        return need
    }

    /// The area in which `party` is the officer who acts for `carrier`.
    private func stewardArea(
        of carrier: Identifier<Organization>, as party: Party
    ) throws -> Identifier<Area>? {
        guard let owner = try organization(carrier), owner.audience.includes(party) else {
            throw Refusal.invalid([.init("carrier_id", .referenceNotFound, .noSuchReference)])
        }
        guard owner.isInCharge(party) else { throw Refusal.roleForbidden }
        return owner.stewardArea
    }

    /// Replaces what a need says: a draft freely, a published one with review (domain.md §5.3 `revise`).
    ///
    /// Each of `items` comes with the identifier of the line it replaces, if it replaces one. Throws
    /// ``Refusal``.
    package func revise(
        _ id: Identifier<Need>, to content: Need.Content,
        items: [(id: Identifier<NeedItem>?, content: NeedItem.Content)],
        as party: Party
    ) throws -> Need {
        try revise(try needToRevise(id, as: party), to: content, items: items, as: party)
    }

    /// The same for a need that `party` is known to be allowed to change.
    func revise(
        _ old: Need, to content: Need.Content,
        items: [(id: Identifier<NeedItem>?, content: NeedItem.Content)],
        as party: Party
    ) throws -> Need {
        var new = old
        new.content = try placed(content)
        new.items = try merged(items, into: old.items)
        guard new.content != old.content || new.items != old.items else { return old }
        guard [.draft, .returned, .published, .partiallyMet].contains(old.status) else {
            let allowed = Need.machine.allowed(in: old.status, as: [.owner]).map(\.rawValue)
            throw Refusal.stateConflict(state: old.status.rawValue, allowed: allowed)
        }
        let found = try violations(in: content, items.map(\.content), ownedBy: old.carrier, for: party)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        try noteRevision(of: &new, since: old)
        try keep(&new, after: old, "need.update", by: party)
        return try covered(new, as: party)
    }

    /// Deletes a draft; what was ever submitted stays in the history.
    package func deleteNeed(_ id: Identifier<Need>, as party: Party) throws {
        let need = try needToRevise(id, as: party)
        guard need.status == .draft else {
            let allowed = Need.machine.allowed(in: need.status, as: [.owner]).map(\.rawValue)
            throw Refusal.stateConflict(state: need.status.rawValue, allowed: allowed)
        }
        _ = try announce(
            .need, .init(id), before: need.audience, after: .none, isDeletion: true, by: party.organization)
        try delete(need)
        try forgetExternalReferences(of: .init(need.id))
        try audit("need.delete", .init("need", id), fields: [], as: party)
    }

    /// Announces, stores and notes a changed need.
    func keep(
        _ need: inout Need, after old: Need?, words: WordList? = nil, _ action: String, by party: Party
    ) throws {
        need.version = try announce(
            .need, .init(need.id), before: old?.audience ?? .none, after: need.audience, isDeletion: false,
            by: party.organization)
        need.updatedAt = now
        try old == nil ? insert(need, words: words ?? need.words) : update(need)
        try audit(
            action, .init("need", need.id), fields: old.map { need.changedFields(since: $0) } ?? [], as: party
        )
    }

    /// The content with the city as its area, where it holds for all of it and names none.
    func placed(_ content: Need.Content) throws -> Need.Content {
        guard content.isCityWide, content.beneficiaryAreas.isEmpty else { return content }
        var placed = content
        placed.beneficiaryAreas = [try areaTree().city(on: today)?.id].compactMap { $0 }
        return placed
    }

    private func noteRevision(of new: inout Need, since old: Need) throws {
        new.revision += 1
        guard old.isLive else { return }
        guard new.content.missing(items: new.items).isEmpty else {
            throw Refusal.incomplete(new.content.missing(items: new.items))
        }
        let host = try new.content.host.flatMap { try organization($0) }
        // What is only suspected, the review that follows looks at.
        var failed = new.lint().failedGuards(isAcknowledged: true)
        if !new.content.datesAreInRange(on: today) { failed.append(.horizonDates) }
        if !new.hasPayee(carrier: try organization(new.carrier), host: host, on: today) {
            failed.append(.noPayee)
        }
        guard failed.isEmpty else { throw Refusal.guardFailed(failed) }
        if new.asksForReview(since: old) { new.needsReview = true }
    }

    private func merged(
        _ drafts: [(id: Identifier<NeedItem>?, content: NeedItem.Content)], into old: [NeedItem]
    ) throws -> [NeedItem] {
        let kept = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var items: [NeedItem] = []
        for (index, draft) in drafts.enumerated() {
            guard let id = draft.id else {
                items.append(NeedItem(id: newID(), content: draft.content))
                continue
            }
            guard var item = kept[id], !items.contains(where: { $0.id == id }) else {
                throw Refusal.invalid([.init("items/\(index)/id", .referenceNotFound, .noSuchReference)])
            }
            item.content = draft.content
            items.append(item)
        }
        // A line that somebody reserved or promised cannot vanish, shrink below that, or count something else.
        for item in old where item.held + item.committed > 0 {
            guard let left = items.first(where: { $0.id == item.id }),
                left.content.quantity >= item.held + item.committed,
                left.content.kind == item.content.kind, left.content.unit == item.content.unit
            else { throw Refusal.inUse }
        }
        return items
    }
}
