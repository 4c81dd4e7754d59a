extension ReadTransaction {
    /// The offers that go best with `need`, among those that `party` may know of; it may be a draft of its own.
    ///
    /// - Throws: ``Refusal/notFound`` if `party` may not see the need.
    package func suggestions(
        forNeed need: Need, asOf day: Day, includeBlocked: Bool, limit: Int, for party: Party
    ) throws -> [Suggestion] {
        guard need.audience.includes(party) else { throw Refusal.notFound }
        let offers = try liveOffers().filter { $0.audience.includes(party) }
        let context = try matchingContext(asOf: day, needs: [need], offers: offers)
        return context.suggestions(forNeed: need, among: offers, includeBlocked: includeBlocked, limit: limit)
    }

    /// The needs that go best with `offer`, each by its best line, among those that `party` may know of.
    ///
    /// - Throws: ``Refusal/notFound`` if `party` may not see the offer.
    package func suggestions(
        forOffer offer: Offer, asOf day: Day, includeBlocked: Bool, limit: Int, for party: Party
    ) throws -> [Suggestion] {
        guard offer.audience.includes(party) else { throw Refusal.notFound }
        let needs = try liveNeeds().filter { $0.audience.includes(party) }
        let context = try matchingContext(asOf: day, needs: needs, offers: [offer])
        return context.suggestions(
            forOffer: offer, among: needs, includeBlocked: includeBlocked, limit: limit)
    }

    /// Why a need and an offer go together, or why not.
    ///
    /// With `item` for this line, else for all that are open.
    /// - Throws: ``Refusal/notFound`` if `party` may not see one of the sides or the line is not the need's;
    ///   ``Refusal/incomplete(_:)`` for a draft without lines.
    package func suggestion(
        need: Need, offer: Offer, item: Identifier<NeedItem>? = nil, asOf day: Day, for party: Party
    ) throws -> Suggestion {
        guard need.audience.includes(party), offer.audience.includes(party) else { throw Refusal.notFound }
        guard item == nil || need.items.contains(where: { $0.id == item }) else { throw Refusal.notFound }
        let context = try matchingContext(asOf: day, needs: [need], offers: [offer])
        guard let suggestion = context.suggestion(need: need, offer: offer, item: item) else {
            throw Refusal.incomplete([.missing("items")])
        }
        return suggestion
    }
}

extension ReadTransaction {
    /// What matching looks at on `day` for whatever is live.
    ///
    /// For known needs and offers ``matchingContext(asOf:needs:offers:)`` loads less.
    package func matchingContext(asOf day: Day) throws -> MatchingContext {
        try matchingContext(asOf: day, needs: liveNeeds(), offers: liveOffers())
    }

    /// What matching looks at on `day` for these needs and offers.
    package func matchingContext(asOf day: Day, needs: [Need], offers: [Offer]) throws -> MatchingContext {
        let blockBegins = LocalTime.start(of: day.adding(-Introduction.declineBlockDays))
        return MatchingContext(
            asOf: day, tree: try areaTree(), taxonomy: try taxonomy(),
            organizations: try organizations(Self.sides(of: needs, offers)),
            introductions: try introductions(openOrDeclinedSince: blockBegins), indicators: try indicators(),
            indicatorValues: try indicatorValues(of: nil))
    }

    /// These organisations, as far as they exist.
    package func organizations(
        _ ids: Set<Identifier<Organization>>
    ) throws -> [Identifier<Organization>: Organization] {
        var found: [Identifier<Organization>: Organization] = [:]
        found.reserveCapacity(ids.count)
        for id in ids { found[id] = try organization(id) }
        return found
    }

    /// Carriers, hosts and suppliers.
    private static func sides(of needs: [Need], _ offers: [Offer]) -> Set<Identifier<Organization>> {
        var ids = Set(needs.map(\.carrier))
        ids.formUnion(needs.compactMap(\.content.host))
        ids.formUnion(offers.map(\.organization))
        return ids
    }
}
