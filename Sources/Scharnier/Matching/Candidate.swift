/// A need and an offer that may be suggested: all lines judged, the best first.
struct Candidate {
    private let pairs: [(pair: Pair, judgement: Judgement)]
    private let best: (pair: Pair, judgement: Judgement)

    /// How many gates of the best line fail.
    let blockers: Int

    /// Judges these lines; `nil` if there is none.
    init?(_ lines: [AskedLine], with giving: GivingSide, in tables: MatchingTables) {
        let judged = lines.map { line in
            let pair = Pair(tables: tables, line: line, giving: giving)
            return (pair: pair, judgement: pair.judged())
        }
        pairs = judged.count < 2 ? judged : judged.sorted { Self.precedes($0, $1) }
        guard let best = pairs.first else { return nil }
        self.best = best
        blockers = best.judgement.findings.blockers
    }

    /// Fewest blockers, then most points, then the older identifier.
    private static func precedes(
        _ one: (pair: Pair, judgement: Judgement), _ other: (pair: Pair, judgement: Judgement)
    ) -> Bool {
        let (mine, theirs) = (one.judgement.findings.blockers, other.judgement.findings.blockers)
        if mine != theirs { return mine < theirs }
        if one.judgement.points != other.judgement.points {
            return one.judgement.points > other.judgement.points
        }
        return one.pair.item.id < other.pair.item.id
    }

    /// In words.
    func suggestion(rank: Int) -> Suggestion {
        Suggestion(
            need: best.pair.need, offer: best.pair.offer, item: best.pair.item,
            evaluations: pairs.map { $0.pair.evaluation(of: $0.judgement) }, rank: rank)
    }
}

extension Candidate {
    /// The order of offers: points, then the older offer (domain.md §7.1).
    func precedesAsOffer(_ other: Candidate) -> Bool {
        if let isFirst = precedesByJudgement(other) { return isFirst }
        let (mine, theirs) = (best.pair.giving.offer, other.best.pair.giving.offer)
        if blockers == 0, mine.createdAt != theirs.createdAt { return mine.createdAt < theirs.createdAt }
        return mine.id < theirs.id
    }

    /// The order of needs: points, then the earlier date, then the earlier publication (domain.md §7.1).
    func precedesAsNeed(_ other: Candidate) -> Bool {
        if let isFirst = precedesByJudgement(other) { return isFirst }
        let (mine, theirs) = (best.pair.asking.need, other.best.pair.asking.need)
        if blockers == 0 {
            let days = (mine.content.neededByOn?.number ?? .max, theirs.content.neededByOn?.number ?? .max)
            if days.0 != days.1 { return days.0 < days.1 }
            let moments = (mine.publishedAt?.milliseconds ?? .max, theirs.publishedAt?.milliseconds ?? .max)
            if moments.0 != moments.1 { return moments.0 < moments.1 }
        }
        return best.pair.line.item.id < other.best.pair.line.item.id
    }

    /// Eligible ones first, then by blockers and points; `nil` for equal ones.
    private func precedesByJudgement(_ other: Candidate) -> Bool? {
        if blockers != other.blockers { return blockers < other.blockers }
        let (mine, theirs) = (best.judgement.points, other.best.judgement.points)
        return mine == theirs ? nil : mine > theirs
    }
}
