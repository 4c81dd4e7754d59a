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
    /// The order is that of domain.md §7.1 and does not depend on the order of `offers`. `texts`: by the offer's key,
    /// for rules that rate by factors.
    package func suggestions(
        forNeed need: Need, among offers: [Offer], includeBlocked: Bool = false, limit: Int,
        texts: [UInt128: TextEvidence] = [:]
    ) -> [Suggestion] {
        Candidate.best(
            limit, of: candidates(forNeed: need, among: offers, texts), by: \.placeAsOffer,
            includeBlocked: includeBlocked
        ).enumerated().map { $1.suggestion(rank: $0 + 1) }
    }

    /// The needs that go best with `offer`, each by its best line.
    package func suggestions(
        forOffer offer: Offer, among needs: [Need], includeBlocked: Bool = false, limit: Int,
        texts: [UInt128: TextEvidence] = [:]
    ) -> [Suggestion] {
        Candidate.best(
            limit, of: candidates(forOffer: offer, among: needs, texts), by: \.placeAsNeed,
            includeBlocked: includeBlocked
        ).enumerated().map { $1.suggestion(rank: $0 + 1) }
    }

    /// The need with each of these offers.
    func candidates(
        forNeed need: Need, among offers: [Offer], _ texts: [UInt128: TextEvidence]
    ) -> [Candidate] {
        let asking = AskingSide(need, in: tables)
        let lines = asking.lines.map { AskedLine($0, of: asking, in: tables) }
        return offers.compactMap { offer in
            let finding = texts[offer.id.key].map { TextFinding($0) } ?? .none
            return Candidate(lines, with: GivingSide(offer, in: tables), in: tables, texts: finding)
        }
    }

    /// The offer with each of these needs.
    func candidates(
        forOffer offer: Offer, among needs: [Need], _ texts: [UInt128: TextEvidence]
    ) -> [Candidate] {
        let giving = GivingSide(offer, in: tables)
        return needs.compactMap { need in
            let asking = AskingSide(need, in: tables)
            let lines = asking.lines.map { AskedLine($0, of: asking, in: tables) }
            let finding = texts[need.id.key].map { TextFinding($0) } ?? .none
            return Candidate(lines, with: giving, in: tables, texts: finding)
        }
    }

    /// A need and an offer, whether they go together or not; `nil` for a need without lines.
    ///
    /// With `item` for this line, else for all that are open.
    package func suggestion(
        need: Need, offer: Offer, item: Identifier<NeedItem>? = nil, texts: TextFinding = .none
    ) -> Suggestion? {
        let asking = AskingSide(need, in: tables)
        let items = item == nil ? asking.lines : need.items.filter { $0.id == item }
        let lines = items.map { AskedLine($0, of: asking, in: tables) }
        return Candidate(lines, with: GivingSide(offer, in: tables), in: tables, texts: texts)?
            .suggestion(rank: 0)
    }
}
