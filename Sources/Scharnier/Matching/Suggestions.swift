/// A need and an offer that go together, or would if not for the blockers named (domain.md §7.4).
package struct Suggestion: Equatable, Sendable {
    package let need: Need
    package let offer: Offer

    /// The line that goes best with the offer.
    package let item: NeedItem

    /// The open lines of the need, the best first; those without blockers come before all others.
    package let evaluations: [Evaluation]

    /// The place in its list, from 1 on; 0 outside of lists.
    package let rank: Int

    /// Whether the best line has no blocker.
    package var isEligible: Bool { evaluations.first?.isEligible ?? false }

    /// The centipoints of the best line.
    package var points: Int64 { evaluations.first?.points ?? 0 }
}

extension MatchingContext {
    /// The offers that go best with `need`, among those of `offers` that its reader may know of.
    ///
    /// The order is that of domain.md §7.1 and does not depend on the order of `offers`.
    package func suggestions(
        forNeed need: Need, among offers: [Offer], includeBlocked: Bool = false, limit: Int
    ) -> [Suggestion] {
        let asking = AskingSide(need, in: tables)
        let lines = asking.lines.map { AskedLine($0, of: asking, in: tables) }
        let candidates = offers.compactMap { Candidate(lines, with: GivingSide($0, in: tables), in: tables) }
        return ranked(candidates, includeBlocked, limit, by: \.placeAsOffer)
    }

    /// The needs that go best with `offer`, each by its best line.
    package func suggestions(
        forOffer offer: Offer, among needs: [Need], includeBlocked: Bool = false, limit: Int
    ) -> [Suggestion] {
        let giving = GivingSide(offer, in: tables)
        let candidates = needs.compactMap { need -> Candidate? in
            let asking = AskingSide(need, in: tables)
            return Candidate(
                asking.lines.map { AskedLine($0, of: asking, in: tables) }, with: giving, in: tables)
        }
        return ranked(candidates, includeBlocked, limit, by: \.placeAsNeed)
    }

    /// A need and an offer, whether they go together or not; `nil` for a need without lines.
    ///
    /// With `item` for this line, else for all that are open.
    package func suggestion(
        need: Need, offer: Offer, item: Identifier<NeedItem>? = nil
    ) -> Suggestion? {
        let asking = AskingSide(need, in: tables)
        let items = item == nil ? asking.lines : need.items.filter { $0.id == item }
        let lines = items.map { AskedLine($0, of: asking, in: tables) }
        return Candidate(lines, with: GivingSide(offer, in: tables), in: tables)?.suggestion(rank: 0)
    }

    private func ranked(
        _ candidates: [Candidate], _ includeBlocked: Bool, _ limit: Int,
        by place: (Candidate) -> Candidate.Place
    ) -> [Suggestion] {
        var places = candidates.enumerated().map { (place: place($1), candidate: $0) }
        if !includeBlocked { places.removeAll { candidates[$0.candidate].blockers > 0 } }
        places.sort { $0.place < $1.place }
        return places.prefix(max(0, limit)).enumerated().map { position, entry in
            candidates[entry.candidate].suggestion(rank: position + 1)
        }
    }
}
