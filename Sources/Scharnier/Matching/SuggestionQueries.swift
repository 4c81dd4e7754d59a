/// What a caller asks of a list of suggestions.
package struct SuggestionWish: Equatable, Sendable {
    package let party: Party

    /// The day for which the answer holds.
    package let day: Day

    /// By which rules: those in force on the day, unless others were named.
    package let rules: MatchingRules

    /// Whether pairs with blockers come after all others.
    package let includesBlocked: Bool
    package let limit: Int

    /// A wish; without `rules` those in force on `day` count.
    package init(
        of party: Party, on day: Day, rules: MatchingRules? = nil, includesBlocked: Bool = false,
        limit: Int = 0
    ) {
        self.party = party
        self.day = day
        self.rules = rules ?? .inForce(on: day)
        self.includesBlocked = includesBlocked
        self.limit = limit
    }
}

extension ReadTransaction {
    /// The offers that go best with `need`, among those that the party may know of; it may be a draft of its own.
    ///
    /// - Throws: ``Refusal/notFound`` if the party may not see the need, ``Refusal/stateConflict(state:allowed:)`` for
    ///   one that has ended for good.
    package func suggestions(forNeed need: Need, _ wish: SuggestionWish) throws -> [Suggestion] {
        guard need.audience.includes(wish.party) else { throw Refusal.notFound }
        guard need.status != .closed else {
            throw Refusal.stateConflict(state: need.status.rawValue, allowed: [])
        }
        return try OfferSearch(tx: self, need: need, wish: wish).suggestions()
    }

    /// The needs that go best with `offer`, each by its best line, among those that the party may know of.
    ///
    /// - Throws: ``Refusal/notFound`` if the party may not see the offer, ``Refusal/stateConflict(state:allowed:)`` for
    ///   one that has ended for good.
    package func suggestions(forOffer offer: Offer, _ wish: SuggestionWish) throws -> [Suggestion] {
        guard offer.audience.includes(wish.party) else { throw Refusal.notFound }
        guard offer.status != .closed, offer.status != .withdrawn else {
            throw Refusal.stateConflict(state: offer.status.rawValue, allowed: [])
        }
        return try NeedSearch(tx: self, offer: offer, wish: wish).suggestions()
    }

    /// Why a need and an offer go together, or why not.
    ///
    /// With `item` for this line, else for all that are open.
    /// - Throws: ``Refusal/notFound`` if the party may not see one of the sides or the line is not the need's;
    ///   ``Refusal/incomplete(_:)`` for a draft without lines.
    package func suggestion(
        need: Need, offer: Offer, item: Identifier<NeedItem>? = nil, _ wish: SuggestionWish
    ) throws -> Suggestion {
        guard need.audience.includes(wish.party), offer.audience.includes(wish.party) else {
            throw Refusal.notFound
        }
        guard item == nil || need.items.contains(where: { $0.id == item }) else { throw Refusal.notFound }
        let context = try matchingContext(asOf: wish.day, wish.rules, needs: [need], offers: [offer])
        let texts = try wish.rules.weightSet.map { try matchBook().finding(need, offer, $0) }
        guard
            let suggestion = context.suggestion(need: need, offer: offer, item: item, texts: texts ?? .none)
        else { throw Refusal.incomplete([.missing("items")]) }
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
    package func matchingContext(
        asOf day: Day, _ rules: MatchingRules? = nil, needs: [Need], offers: [Offer]
    ) throws -> MatchingContext {
        let blockBegins = LocalTime.start(of: day.adding(-Introduction.declineBlockDays))
        let promises = try promises(before: day, for: rules ?? .inForce(on: day))
        return MatchingContext(
            rules: rules, asOf: day, tree: try areaTree(), taxonomy: try taxonomy(),
            organizations: try organizations(Need.sides(of: needs, offers)),
            introductions: try introductions(openOrDeclinedSince: blockBegins), indicators: try indicators(),
            indicatorValues: try indicatorValues(of: nil), committedValueCents: promises.cents,
            confirmedCommitments: promises.counts)
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
}

extension Need {
    /// Carriers, hosts and suppliers.
    static func sides(of needs: [Need], _ offers: [Offer]) -> Set<Identifier<Organization>> {
        var ids = Set(needs.map(\.carrier))
        ids.formUnion(needs.compactMap(\.content.host))
        ids.formUnion(offers.map(\.organization))
        return ids
    }
}
