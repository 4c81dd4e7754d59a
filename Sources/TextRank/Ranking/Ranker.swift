/// Ranks the documents of a side against a query; keeps its working memory, so each thread has one of its own.
package struct Ranker {
    private var sums: [UInt32] = []
    private var estimates: [Int32] = []

    /// How many of the best estimates are compared exactly.
    package static let usualShortlist = 1_000

    /// Without working memory yet.
    package init() {}

    /// The documents with the best estimates, each with its exact relevance, in no order.
    ///
    /// All documents are estimated by their stems and records; only `shortlist` of them by their letter groups.
    package mutating func hits<Record, Estimate: Estimator<Record>>(
        for query: Query, in index: Index<Record>, side: Int, by estimator: inout Estimate,
        shortlist: Int = Ranker.usualShortlist
    ) -> [Hit<Record>] {
        let shelves = index.sides[side].shelves
        var best = BestEstimates(limit: max(1, shortlist))
        for (number, shelf) in shelves.enumerated() {
            addSums(of: query, in: shelf.segment.postings)
            estimates.fill(with: Int32.min, count: sums.count)
            estimator.estimate(shelf.segment.records, sums, into: &estimates)
            pick(from: shelf, number, into: &best)
        }
        return best.entries.map { entry in
            let segment = shelves[Int(entry.shelf)].segment
            let ordinal = Int(entry.ordinal)
            let cosine = query.cosine(with: ordinal, of: segment.grams)
            return Hit(
                key: entry.key, record: segment.records[ordinal],
                relevance: Relevance(sum: entry.sum, cosine: cosine), estimate: entry.estimate,
                place: HitPlace(side: side, shelf: Int(entry.shelf), ordinal: ordinal))
        }
    }

    private mutating func addSums(of query: Query, in postings: Postings) {
        sums.fill(with: 0, count: postings.lengths.count)
        for term in query.terms {
            guard let row = postings.row(of: term.id) else { continue }
            postings.accumulate(row: row, impact: term.impact, rarity: term.rarity, into: &sums)
        }
    }

    private func pick<Record>(from shelf: Shelf<Record>, _ number: Int, into best: inout BestEstimates) {
        let (keys, estimates) = (shelf.segment.keys, estimates)
        var threshold = best.threshold
        for ordinal in estimates.indices where estimates[ordinal] >= threshold {
            if shelf.isRemoved(ordinal) { continue }
            best.offer(
                BestEstimates.Entry(
                    estimate: estimates[ordinal], sum: sums[ordinal], shelf: Int32(number),
                    ordinal: UInt32(ordinal), key: keys[ordinal]))
            threshold = best.threshold
        }
    }
}

extension Array {
    /// Makes it a list of the same element, in the room it has.
    fileprivate mutating func fill(with element: Element, count: Int) {
        guard self.count == count else {
            self = [Element](repeating: element, count: count)
            return
        }
        for index in indices { self[index] = element }
    }
}
