/// A stem that a query and a document share, and what it is worth.
package struct SharedTerm: Sendable, Equatable {
    /// The hash of the stem.
    package let id: UInt64

    /// What it adds to ``Relevance/sum``.
    package let gain: UInt32

    /// The written word of the query that it comes from.
    package let queryPlace: Int

    /// The written word of the document that it comes from.
    package let documentPlace: Int
}

extension Query {
    /// The stems that the query shares with a document, the most worth first; together they are its whole sum.
    package func sharedTerms<Record>(with hit: Hit<Record>, in index: Index<Record>) -> [SharedTerm] {
        let segment = index.sides[hit.place.side].shelves[hit.place.shelf].segment
        return sharedTerms(with: segment.postings, at: hit.place.ordinal)
    }

    private func sharedTerms(with postings: Postings, at ordinal: Int) -> [SharedTerm] {
        var shared: [SharedTerm] = []
        var places = postings.terms(at: ordinal)[...]
        for term in terms {
            // Both lists ascend.
            places = places.drop { postings.ids[Int(postings.termRows[$0])] < term.id }
            guard let place = places.first, postings.ids[Int(postings.termRows[place])] == term.id else {
                continue
            }
            shared.append(
                SharedTerm(
                    id: term.id,
                    gain: Relevance.gain(term.impact, postings.termImpacts[place], rarity: term.rarity),
                    queryPlace: Int(term.place), documentPlace: Int(postings.termPlaces[place])))
        }
        return shared.sorted { ($0.gain, $1.id) > ($1.gain, $0.id) }
    }

    /// How alike the query and a document are that another query found.
    package func relevance<Record>(with hit: Hit<Record>, in index: Index<Record>) -> Relevance {
        let segment = index.sides[hit.place.side].shelves[hit.place.shelf].segment
        let sum = sharedTerms(with: segment.postings, at: hit.place.ordinal).reduce(UInt32(0)) {
            $0 &+ $1.gain
        }
        return Relevance(sum: sum, cosine: cosine(with: hit.place.ordinal, of: segment.grams))
    }

    /// The stems that the query shares with an analysis that need not be in the index, the most worth first.
    package func sharedTerms(with analysis: Analysis) -> [SharedTerm] {
        sharedTerms(with: Self.segment(of: analysis).postings, at: 0)
    }

    private static func segment(of analysis: Analysis) -> Segment<Bool> {
        var builder = SegmentBuilder<Bool>()
        builder.append(0, true, analysis)
        return builder.finish()
    }

    /// How alike the query and an analysis are that need not be in the index.
    package func relevance(of analysis: Analysis) -> Relevance {
        let segment = Self.segment(of: analysis)
        let sum = sharedTerms(with: segment.postings, at: 0).reduce(UInt32(0)) { $0 &+ $1.gain }
        return Relevance(sum: sum, cosine: cosine(with: 0, of: segment.grams))
    }
}
