package import TextRank

extension WeightSet {
    /// What a relevance counts as text, in ten-thousandths: .8·min(1, 2c) + .2·s/(s + k) (matching.md §3).
    ///
    /// Both parts are bounded, so that no text drowns what is declared.
    package func textValue(of relevance: Relevance) -> Int {
        (8 * min(10_000, 2 * relevance.cosine) + 2 * stemValue(of: relevance.sum) + 5) / 10
    }

    /// s/(s + k) in ten-thousandths.
    package func stemValue(of sum: UInt32) -> Int {
        let (sum, half) = (Int(sum), textHalf * Int(Relevance.unit))
        return (20_000 * sum + sum + half) / (2 * (sum + half))
    }

    /// The mean of the three best, each less the older it is: what a giver's agreed needs say about another one.
    ///
    /// `agreed` are text values with the months since they were agreed; after 24 months they count nothing.
    package static func trackRecord(_ agreed: [(value: Int, months: Int)]) -> Int {
        let values = agreed.map { $0.value * max(0, 24 - max(0, $0.months)) / 24 }.sorted(by: >).prefix(3)
        return values.reduce(0, +) / max(1, values.count)
    }
}
