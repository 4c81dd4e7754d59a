/// Why nothing fits: over all pairs that the reader may know of, how many each gate excludes (matching.md §15).
package struct Exclusions: Equatable, Sendable {
    /// How many of them a gate excludes.
    package struct Gate: Equatable, Sendable {
        package let code: Scharnier.Gate.Code
        package let pairs: Int
    }

    /// How many pairs there are.
    package let pairs: Int

    /// Gates that exclude some, those that exclude most first; a pair counts at each that fails for its best line.
    package let gates: [Gate]

    /// Of these pairs.
    init(of candidates: [Candidate]) {
        var counts: [Scharnier.Gate.Code: Int] = [:]
        for candidate in candidates {
            for code in candidate.failing { counts[code, default: 0] += 1 }
        }
        pairs = candidates.count
        // The order of the codes decides between equal ones.
        let known = Findings.codes.compactMap { code in counts[code].map { Gate(code: code, pairs: $0) } }
        gates = known.enumerated().sorted { ($0.element.pairs, $1.offset) > ($1.element.pairs, $0.offset) }
            .map(\.element)
    }
}

extension ReadTransaction {
    /// What excludes the offers that `need` does not get, among those that the party may know of.
    ///
    /// - Throws: ``Refusal/notFound`` if the party may not see the need.
    package func exclusions(forNeed need: Need, _ wish: SuggestionWish) throws -> Exclusions {
        guard need.audience.includes(wish.party) else { throw Refusal.notFound }
        return Exclusions(of: try OfferSearch(tx: self, need: need, wish: wish).pairs())
    }

    /// What excludes the needs that `offer` does not get, among those that the party may know of.
    ///
    /// - Throws: ``Refusal/notFound`` if the party may not see the offer.
    package func exclusions(forOffer offer: Offer, _ wish: SuggestionWish) throws -> Exclusions {
        guard offer.audience.includes(wish.party) else { throw Refusal.notFound }
        return Exclusions(of: try NeedSearch(tx: self, offer: offer, wish: wish).pairs())
    }
}
