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
        self.init(analysis, count: index.count) { index.frequency(of: $0) }
    }

    /// Ranks by an analysis, over two indexes as they are now; stems are as rare as they are in both together.
    package init<One, Other>(_ analysis: Analysis, in one: Index<One>, and other: Index<Other>) {
        self.init(analysis, count: one.count + other.count) {
            one.frequency(of: $0) + other.frequency(of: $0)
        }
    }

    private init(_ analysis: Analysis, count: Int, frequency: (UInt64) -> Int) {
        terms = analysis.terms.map { term in
            Term(
                id: term.id, impact: term.impact, place: term.place,
                rarity: Logarithm.rarity(of: frequency(term.id), in: count))
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
