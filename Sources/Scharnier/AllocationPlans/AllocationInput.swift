import Allocation

/// What was known at one moment, as far as a plan asks for it: read in one snapshot, computed with afterwards.
package struct AllocationInput: Sendable {
    let wish: AllocationWish
    let needs: [Need]
    let offers: [Offer]
    let context: MatchingContext

    /// The position of the feed at which it was read.
    package let position: Int64

    /// The organisation whose plan it is.
    package let organization: Identifier<Organization>
}

extension ReadTransaction {
    /// What `wish` asks about, as far as `party` may know of it.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` with what cannot be found, ``Refusal/roleForbidden`` for money of others.
    package func allocationInput(for wish: AllocationWish, as party: Party) throws -> AllocationInput {
        guard let organization = party.organization else { throw Refusal.roleForbidden }
        let found = wish.violations() + (try unknown(in: wish))
        guard found.isEmpty else { throw Refusal.invalid(found) }
        let needs = try askingNeeds(wish, as: party)
        let offers = try givingOffers(wish, as: party, for: organization)
        return AllocationInput(
            wish: wish, needs: needs, offers: offers,
            // By the version that takes nothing but the pair: equal inputs must give equal plans, whatever else is live.
            context: try matchingContext(
                asOf: today, MatchingRules.version2026, needs: needs, offers: offers),
            position: try lastPosition(), organization: organization)
    }

    private func unknown(in wish: AllocationWish) throws -> [Violation] {
        var found = try missingAreas(Array(wish.areas).sorted(), at: "area_ids")
        found += try taxonomy().violations(of: wish.topics, in: .topic, on: today, at: "topics")
        for (index, floor) in wish.floors.enumerated() where try area(floor.area) == nil {
            found.append(.init("floors/\(index)/area_id", .referenceNotFound, .noSuchReference))
        }
        return found
    }

    private func askingNeeds(_ wish: AllocationWish, as party: Party) throws -> [Need] {
        guard wish.needs.isEmpty else {
            return try wish.needs.enumerated().map { index, id in
                guard let need = try need(id), need.audience.includes(party) else {
                    throw Refusal.invalid([
                        .init("need_ids/\(index)", .referenceNotFound, .noSuchReference)
                    ])
                }
                return need
            }
        }
        let areas = try areaTree().descendants(of: wish.areas)
        return try liveNeeds().filter { need in
            need.audience.includes(party) && need.openCents > 0 && wish.isFor(need, inside: areas)
        }
    }

    private func givingOffers(
        _ wish: AllocationWish, as party: Party, for organization: Identifier<Organization>
    ) throws -> [Offer] {
        if wish.method != .flow { return [try budget(wish, as: party, of: organization)] }
        guard wish.offers.isEmpty else {
            return try wish.offers.enumerated().map { index, id in
                guard let offer = try offer(id), offer.audience.includes(party) else {
                    throw Refusal.invalid([
                        .init("offer_ids/\(index)", .referenceNotFound, .noSuchReference)
                    ])
                }
                return try offerToMatch(offer.id, as: party)
            }
        }
        return try liveOffers().filter { offer in
            guard offer.content.kind == .money else { return false }
            return !offer.actors(of: party, supplier: try self.organization(offer.organization)).isEmpty
        }
    }

    /// A budget as the offer that it would be, so that it meets the same gates (domain.md §7.6).
    private func budget(
        _ wish: AllocationWish, as party: Party, of organization: Identifier<Organization>
    ) throws -> Offer {
        var content = Offer.Content(kind: .money)
        content.quantity = wish.budgetCents
        content.reach = .city
        if let policy = try policy(of: wish.programme, as: party) {
            content.horizons = policy.horizons
            (content.topics, content.areTopicsStrict) = (policy.topics, !policy.topics.isEmpty)
            (content.targetGroups, content.areTargetGroupsStrict) =
                (policy.targetGroups, !policy.targetGroups.isEmpty)
            (content.reach, content.areas) = (policy.areas.isEmpty ? .city : .area, policy.areas)
        }
        return Offer(
            id: .nil, organization: organization,
            supplierKind: try self.organization(organization)?.kind ?? .cityUnit, content: content,
            status: .active, createdAt: now, updatedAt: now)
    }

    private func policy(of id: Identifier<Programme>?, as party: Party) throws -> Programme.Policy? {
        guard let id else { return nil }
        guard let programme = try programme(id), programme.audience.includes(party) else {
            throw Refusal.invalid([.init("programme_id", .referenceNotFound, .noSuchReference)])
        }
        guard party.isFrom(programme.organization) || party.role == .cityAdmin else {
            throw Refusal.roleForbidden
        }
        return programme.content.policy
    }
}

extension AllocationWish {
    fileprivate func isFor(_ need: Need, inside areas: Set<Identifier<Area>>) -> Bool {
        let content = need.content
        return (self.areas.isEmpty || content.beneficiaryAreas.contains { areas.contains($0) })
            && (topics.isEmpty || content.topics.contains { topics.contains($0) })
            && (horizons.isEmpty || content.horizon.map(horizons.contains) == true)
    }
}

extension Need {
    /// The lines on which money can be spent.
    var moneyLines: [NeedItem] { items.filter { $0.content.kind == .money && $0.open > 0 } }

    /// How much money is still asked for.
    var openCents: Int64 { moneyLines.reduce(0) { $0 + $1.open } }
}
