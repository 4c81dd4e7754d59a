import TextRank

/// The live needs and offers of one state of the city, ready to be matched by rule version 2026.2.
///
/// A value: a copy takes no time and never changes, so that threads may rank on theirs while another one brings its own
/// up to date.
package struct MatchBook: Sendable {
    /// The position of the change feed that it shows.
    package internal(set) var position: Int64

    /// How records were put into numbers: what is asked with others is not answered from here.
    let profiles: Profiles
    private var needs = Index<AskedRecord>(sideCount: 1)
    private var offers = Index<GivenProfile>(sideCount: 1)
    private let language: MatchLanguage

    /// These needs and offers; nil if the stemmer cannot be had.
    ///
    /// - Parameters:
    ///   - sides: live needs and offers.
    ///   - tables: of the day.
    ///   - position: of the change feed.
    ///   - language: by which texts are read.
    init?(
        _ sides: (needs: [Need], offers: [Offer]), _ tables: MatchingTables, at position: Int64,
        language: MatchLanguage
    ) {
        guard let analyzer = language.analyzer() else { return nil }
        (self.position, self.language, profiles) = (position, language, tables.profiles)
        needs.load(
            side: 0,
            sides.needs.sorted { $0.id < $1.id }.compactMap { need in
                tables.record(of: need).map { (need.id.key, $0, analyzer.analysis(of: need.fields)) }
            })
        offers.load(
            side: 0,
            sides.offers.sorted { $0.id < $1.id }.map { offer in
                (offer.id.key, GivingSide(offer, in: tables).record, analyzer.analysis(of: offer.fields))
            })
    }

    /// How many needs and offers there are.
    package var counts: (needs: Int, offers: Int) { (needs.count, offers.count) }

    /// Takes in what these are now; those that are not live leave, as do identifiers without a record.
    mutating func take(
        _ changedNeeds: [Identifier<Need>: Need?], _ changedOffers: [Identifier<Offer>: Offer?],
        _ tables: MatchingTables
    ) throws(StemmerMissing) {
        guard let analyzer = language.analyzer() else { throw StemmerMissing() }
        for (id, need) in changedNeeds.sorted(by: { $0.key < $1.key }) {
            if let need, need.isLive, let record = tables.record(of: need) {
                needs.upsert(id.key, side: 0, record, analyzer.analysis(of: need.fields))
            } else {
                needs.remove(id.key, side: 0)
            }
        }
        for (id, offer) in changedOffers.sorted(by: { $0.key < $1.key }) {
            if let offer, offer.isLive {
                let record = GivingSide(offer, in: tables).record
                offers.upsert(id.key, side: 0, record, analyzer.analysis(of: offer.fields))
            } else {
                offers.remove(id.key, side: 0)
            }
        }
        if needs.wantsCompaction { needs.compact() }
        if offers.wantsCompaction { offers.compact() }
    }
}

extension MatchBook {
    /// Needs for an offer, the most promising first.
    func needs(for giving: GivingSide, _ rater: Rater, shortlist: Int) throws(StemmerMissing) -> Shortlist {
        let query = try query(giving.offer.fields)
        var estimator = NeedEstimator(rater, for: giving.profile)
        var ranker = Ranker()
        let hits = ranker.hits(for: query, in: needs, side: 0, by: &estimator, shortlist: shortlist)
        let entries = hits.compactMap { hit -> Shortlist.Entry? in
            let texts = TextEvidence(text: rater.weights.textValue(of: hit.relevance))
            let most = hit.record.mostPoints(rater, with: giving.profile, text: texts)
            return most.map { Shortlist.Entry(key: hit.key, texts: texts, mostPoints: $0) }
        }
        return Shortlist(entries, isComplete: hits.count < shortlist)
    }

    /// Offers for a need, the most promising first.
    func offers(
        for lines: [AskedLine], of need: Need, _ rater: Rater, shortlist: Int
    ) throws(StemmerMissing) -> Shortlist {
        let query = try query(need.fields)
        var estimator = LinesEstimator(rater, for: lines.map(\.profile))
        var ranker = Ranker()
        let hits = ranker.hits(for: query, in: offers, side: 0, by: &estimator, shortlist: shortlist)
        let record = AskedRecord(lines.map(\.profile))
        let entries = hits.compactMap { hit -> Shortlist.Entry? in
            let texts = TextEvidence(text: rater.weights.textValue(of: hit.relevance))
            let most = record?.mostPoints(rater, with: hit.record, text: texts)
            return most.map { Shortlist.Entry(key: hit.key, texts: texts, mostPoints: $0) }
        }
        return Shortlist(entries, isComplete: hits.count < shortlist)
    }

    /// What the texts of all needs say beside an offer's.
    func allNeeds(for offer: Offer, _ weights: WeightSet) throws(StemmerMissing) -> [UInt128: TextEvidence] {
        try all(of: needs, for: offer.fields, weights)
    }

    /// What the texts of all offers say beside a need's.
    func allOffers(for need: Need, _ weights: WeightSet) throws(StemmerMissing) -> [UInt128: TextEvidence] {
        try all(of: offers, for: need.fields, weights)
    }

    private func all<Record: IndexRecord>(
        of index: Index<Record>, for fields: [Field], _ weights: WeightSet
    ) throws(StemmerMissing) -> [UInt128: TextEvidence] {
        var estimator = EqualEstimator<Record>()
        var ranker = Ranker()
        let hits = ranker.hits(
            for: try query(fields), in: index, side: 0, by: &estimator, shortlist: max(1, index.count))
        return Dictionary(
            hits.map { ($0.key, TextEvidence(text: weights.textValue(of: $0.relevance))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What the texts of a pair say, whether the two are in here or not.
    func finding(
        _ need: Need, _ offer: Offer, _ weights: WeightSet
    ) throws(StemmerMissing) -> TextFinding {
        guard let analyzer = language.analyzer() else { throw StemmerMissing() }
        let query = Query(analyzer.analysis(of: need.fields), in: needs, and: offers)
        let other = analyzer.analysis(of: offer.fields)
        let value = weights.textValue(of: query.relevance(of: other))
        return TextFinding(
            TextEvidence(text: value), words: Self.words(query.sharedTerms(with: other), of: need))
    }

    private func query(_ fields: [Field]) throws(StemmerMissing) -> Query {
        guard let analyzer = language.analyzer() else { throw StemmerMissing() }
        return Query(analyzer.analysis(of: fields), in: needs, and: offers)
    }

    /// The words of a need from which shared stems come, those that count most first.
    private static func words(_ shared: [SharedTerm], of need: Need) -> [String] {
        var places: [Int] = []
        for term in shared where !places.contains(term.queryPlace) { places.append(term.queryPlace) }
        places = Array(places.prefix(mostWords))
        let words = EvidenceReader.words(Set(places), of: need.fields)
        return places.compactMap { words[$0] }
    }

    /// More words do not make an explanation clearer (matching.md §10).
    private static let mostWords = 5
}

/// What an index found for a query, the most promising first.
struct Shortlist {
    struct Entry {
        let key: UInt128
        let texts: TextEvidence

        /// What its best line can come to at most.
        let mostPoints: Int
    }

    let entries: [Entry]

    /// Whether nothing was left out that is of the right kind.
    let isComplete: Bool

    /// Puts the entries in order: points, then keys.
    init(_ entries: [Entry], isComplete: Bool) {
        self.entries = entries.sorted { ($0.mostPoints, $1.key) > ($1.mostPoints, $0.key) }
        self.isComplete = isComplete
    }
}

/// libstemmer has no memory, or lacks a language.
struct StemmerMissing: Error {}

extension MatchingTables {
    /// A need for the index; nil if it has no lines.
    func record(of need: Need) -> AskedRecord? {
        let side = AskingSide(need, in: self)
        return AskedRecord(side.lines.map { AskedLine($0, of: side, in: self).profile })
    }
}

extension Identifier {
    /// As an index has it.
    var key: UInt128 { UInt128(high) << 64 | UInt128(low) }

    /// From what an index has.
    init(key: UInt128) {
        self.init(high: UInt64(truncatingIfNeeded: key >> 64), low: UInt64(truncatingIfNeeded: key))
    }
}
