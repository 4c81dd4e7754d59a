/// What documents are ranked against: an analysis, with how rare its stems are at the time.
package struct Query: Sendable {
    /// A stem of the query.
    struct Term: Sendable {
        let id: UInt64
        let impact: UInt16
        let place: UInt16
        let rarity: UInt32
    }

    /// The stems, ids ascending.
    let terms: [Term]

    private let grams: GramLookup

    /// Ranks by an analysis, over an index as it is now.
    package init<Record>(_ analysis: Analysis, in index: Index<Record>) {
        let count = index.count
        terms = analysis.terms.map { term in
            Term(
                id: term.id, impact: term.impact, place: term.place,
                rarity: Logarithm.rarity(of: index.frequency(of: term.id), in: count))
        }
        grams = GramLookup(analysis.grams)
    }

    /// The cosine of the letter groups of the query and a document, in ten-thousandths.
    func cosine(with ordinal: Int, of table: GramTable) -> Int {
        Relevance.cosine(
            product: grams.product(with: table, table.range(of: ordinal)),
            lengths: grams.length, table.lengths[ordinal])
    }
}
