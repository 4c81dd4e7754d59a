package import TextRank

/// A need or an offer as it is matched: its texts and its numbers.
package struct MatchDocument<Profile: Sendable>: Sendable {
    package let key: UInt128
    package let fields: [Field]
    package let profile: Profile

    /// A document with its texts, the title first.
    package init(key: UInt128, fields: [Field], profile: Profile) {
        self.key = key
        self.fields = fields
        self.profile = profile
    }
}

/// One place of a list.
package struct Match: Equatable, Sendable {
    package let key: UInt128
    package let rating: Rating
}

/// Needs and offers in memory, matched by rule version 2026.2.
///
/// Not to be shared between threads; the indexes in it may be copied to others.
package final class MatchIndex {
    private let rater: Rater
    private let analyzer: Analyzer
    private var needs = Index<AskedRecord>(sideCount: 1)
    private var offers = Index<GivenProfile>(sideCount: 1)
    private var ranker = Ranker()

    /// What givers agreed to before, by offer.
    private var agreed: [UInt128: [Analysis]] = [:]

    /// Agreed needs that count for an offer at most, the newest first.
    private static let mostAgreed = 200

    /// Puts documents in, each with a key of its own; nil if the stemmer cannot be had.
    package init?(
        needs: [MatchDocument<AskedProfile>], offers: [MatchDocument<GivenProfile>], rater: Rater,
        lexicon: Lexicon, extraWords: [String] = []
    ) {
        var count = StatisticsCount(stopWords: .standard)
        for need in needs { count.add(need.fields) }
        for offer in offers { count.add(offer.fields) }
        let statistics = count.frozen(extra: extraWords)
        guard let analyzer = Analyzer(statistics: statistics, lexicon: lexicon) else { return nil }
        (self.rater, self.analyzer) = (rater, analyzer)
        self.needs.load(side: 0, Self.analysed(needs, by: analyzer) { AskedRecord($0) })
        self.offers.load(side: 0, Self.analysed(offers, by: analyzer) { $0 })
    }

    private static func analysed<Profile, Record>(
        _ documents: [MatchDocument<Profile>], by analyzer: Analyzer, _ record: (Profile) -> Record
    ) -> [(key: UInt128, record: Record, analysis: Analysis)] {
        documents.sorted { $0.key < $1.key }
            .map { ($0.key, record($0.profile), analyzer.analysis(of: $0.fields)) }
    }

    /// Notes what the giver of an offer agreed to, the newest first; what is beyond the limit is left out.
    package func note(agreed fields: [Field], offer: UInt128) {
        guard agreed[offer, default: []].count < Self.mostAgreed else { return }
        agreed[offer, default: []].append(analyzer.analysis(of: fields))
    }

    /// The best needs for an offer, by score, then by key; none for an offer that is not there.
    package func bestNeeds(for offer: UInt128, limit: Int) -> [Match] {
        guard let (profile, analysis) = offers.document(offer, side: 0) else { return [] }
        let query = Query(analysis, in: needs, and: offers)
        var estimator = NeedEstimator(rater, for: profile)
        let hits = ranker.hits(
            for: query, in: needs, side: 0, by: &estimator,
            shortlist: max(Ranker.usualShortlist, min(limit, needs.count)))
        let history = agreed[offer, default: []].map { Query($0, in: needs, and: offers) }
        return Self.best(
            limit,
            of: hits.map { hit in
                let earlier = history.map { past in
                    (value: rater.weights.textValue(of: past.relevance(with: hit, in: needs)), months: 0)
                }
                return match(hit, hit.record.first, profile, WeightSet.trackRecord(earlier))
            })
    }

    /// The best offers for a need, by score, then by key; none for a need that is not there.
    package func bestOffers(for need: UInt128, limit: Int) -> [Match] {
        guard let (record, analysis) = needs.document(need, side: 0) else { return [] }
        let profile = record.first
        let query = Query(analysis, in: needs, and: offers)
        var estimator = OfferEstimator(rater, for: profile)
        let hits = ranker.hits(
            for: query, in: offers, side: 0, by: &estimator,
            shortlist: max(Ranker.usualShortlist, min(limit, offers.count)))
        return Self.best(
            limit,
            of: hits.map { hit in
                let earlier = agreed[hit.key, default: []].map { past in
                    let relevance = Query(past, in: needs, and: offers).relevance(of: analysis)
                    return (value: rater.weights.textValue(of: relevance), months: 0)
                }
                return match(hit, profile, hit.record, WeightSet.trackRecord(earlier))
            })
    }

    private func match<Record>(
        _ hit: Hit<Record>, _ need: AskedProfile, _ offer: GivenProfile, _ trackRecord: Int
    ) -> Match {
        let text = rater.weights.textValue(of: hit.relevance)
        let texts = TextEvidence(text: text, trackRecord: trackRecord)
        return Match(key: hit.key, rating: rater.rating(of: need, with: offer, texts))
    }

    private static func best(_ limit: Int, of matches: [Match]) -> [Match] {
        let scored = matches.map { (score: $0.rating.score, match: $0) }
        let sorted = scored.sorted { ($0.score, $1.match.key) > ($1.score, $0.match.key) }
        return sorted.prefix(max(0, limit)).map(\.match)
    }
}
