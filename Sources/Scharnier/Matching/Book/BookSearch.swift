/// Looks for the best pairs: first among the most promising ones of the book, then, if need be, among all.
struct BookSearch {
    let limit: Int

    /// What is compared exactly at first; if too little of it is eligible, so many times as much.
    private static let firstShortlist = 256
    private static let growth = 8

    /// Records read at once: the shortest list that anybody asks for costs no more than the usual one.
    private static let smallestBatch = 20

    /// The best eligible ones, in order.
    ///
    /// `shortlist` gives the most promising ones, so many at most; `place` is that of a pair in the list; `judge` reads
    /// and judges some of them, of which those are missing that may not be seen and that are gone.
    func best(
        _ shortlist: (Int) throws -> Shortlist, by place: (Candidate) -> Candidate.Place,
        _ judge: (ArraySlice<Shortlist.Entry>) throws -> [Candidate]
    ) throws -> [Candidate] {
        guard limit > 0 else { return [] }
        var size = max(Self.firstShortlist, 4 * limit)
        while true {
            let list = try shortlist(size)
            let found = try best(of: list.entries[...], by: place, judge)
            if found.isFinal || list.isComplete { return found.candidates }
            size *= Self.growth
        }
    }

    /// The best of a shortlist; final once nothing behind it can be among them.
    private func best(
        of entries: ArraySlice<Shortlist.Entry>, by place: (Candidate) -> Candidate.Place,
        _ judge: (ArraySlice<Shortlist.Entry>) throws -> [Candidate]
    ) throws -> (candidates: [Candidate], isFinal: Bool) {
        var found: [Candidate] = []
        var rest = entries
        while let next = rest.first {
            if found.count == limit, let last = found.last, last.points > next.mostPoints {
                return (found, true)
            }
            let batch = rest.prefix(max(limit, Self.smallestBatch))
            rest = rest.dropFirst(batch.count)
            found = Candidate.best(limit, of: found + (try judge(batch)), by: place, includeBlocked: false)
        }
        return (found, found.count == limit)
    }
}

/// Looks for the needs that an offer fits.
struct NeedSearch {
    let tx: any ReadTransaction
    let offer: Offer
    let wish: SuggestionWish

    /// The best, in words.
    func suggestions() throws -> [Suggestion] {
        guard let weights = wish.rules.weightSet else {
            return try all([:]).enumerated().map { $1.suggestion(rank: $0 + 1) }
        }
        let book = try tx.matchBook()
        let found = try candidates(in: book, weights)
        return try found.enumerated().map { position, candidate in
            candidate.suggestion(
                rank: position + 1, words: try book.finding(candidate.need, offer, weights).words)
        }
    }

    private func candidates(in book: MatchBook, _ weights: WeightSet) throws -> [Candidate] {
        let context = try tx.matchingContext(asOf: wish.day, wish.rules, needs: [], offers: [offer])
        guard !wish.includesBlocked, let rater = context.tables.rater,
            book.profiles == context.tables.profiles
        else { return try all(book.allNeeds(for: offer, weights)) }
        let giving = GivingSide(offer, in: context.tables)
        let shortlist = { try book.needs(for: giving, rater, shortlist: $0) }
        return try BookSearch(limit: wish.limit).best(shortlist, by: \.placeAsNeed) { entries in
            let needs = try entries.compactMap { try tx.need(Identifier(key: $0.key)) }
                .filter { $0.audience.includes(wish.party) }
            let known = context.knowing(try tx.organizations(Need.sides(of: needs, [offer])))
            let texts = entries.map { ($0.key, $0.texts) }
            return known.candidates(forOffer: offer, among: needs, Dictionary(uniqueKeysWithValues: texts))
        }
    }

    /// The best of all that are live, each looked at.
    private func all(_ texts: [UInt128: TextEvidence]) throws -> [Candidate] {
        Candidate.best(
            wish.limit, of: try pairs(texts), by: \.placeAsNeed, includeBlocked: wish.includesBlocked)
    }

    /// All that are live and that the party may know of, each judged.
    func pairs(_ texts: [UInt128: TextEvidence] = [:]) throws -> [Candidate] {
        let needs = try tx.liveNeeds().filter { $0.audience.includes(wish.party) }
        let context = try tx.matchingContext(asOf: wish.day, wish.rules, needs: needs, offers: [offer])
        return context.candidates(forOffer: offer, among: needs, texts)
    }
}

/// Looks for the offers that fit a need.
struct OfferSearch {
    let tx: any ReadTransaction
    let need: Need
    let wish: SuggestionWish

    /// The best, in words.
    func suggestions() throws -> [Suggestion] {
        guard let weights = wish.rules.weightSet else {
            return try all([:]).enumerated().map { $1.suggestion(rank: $0 + 1) }
        }
        let book = try tx.matchBook()
        let found = try candidates(in: book, weights)
        return try found.enumerated().map { position, candidate in
            candidate.suggestion(
                rank: position + 1, words: try book.finding(need, candidate.offer, weights).words)
        }
    }

    private func candidates(in book: MatchBook, _ weights: WeightSet) throws -> [Candidate] {
        let context = try tx.matchingContext(asOf: wish.day, wish.rules, needs: [need], offers: [])
        guard !wish.includesBlocked, let rater = context.tables.rater,
            book.profiles == context.tables.profiles
        else { return try all(book.allOffers(for: need, weights)) }
        let asking = AskingSide(need, in: context.tables)
        let lines = asking.lines.map { AskedLine($0, of: asking, in: context.tables) }
        let shortlist = { try book.offers(for: lines, of: need, rater, shortlist: $0) }
        return try BookSearch(limit: wish.limit).best(shortlist, by: \.placeAsOffer) { entries in
            let offers = try entries.compactMap { try tx.offer(Identifier(key: $0.key)) }
                .filter { $0.audience.includes(wish.party) }
            let known = context.knowing(try tx.organizations(Need.sides(of: [need], offers)))
            let texts = entries.map { ($0.key, $0.texts) }
            return known.candidates(forNeed: need, among: offers, Dictionary(uniqueKeysWithValues: texts))
        }
    }

    /// The best of all that are live, each looked at.
    private func all(_ texts: [UInt128: TextEvidence]) throws -> [Candidate] {
        Candidate.best(
            wish.limit, of: try pairs(texts), by: \.placeAsOffer, includeBlocked: wish.includesBlocked)
    }

    /// All that are live and that the party may know of, each judged.
    func pairs(_ texts: [UInt128: TextEvidence] = [:]) throws -> [Candidate] {
        let offers = try tx.liveOffers().filter { $0.audience.includes(wish.party) }
        let context = try tx.matchingContext(asOf: wish.day, wish.rules, needs: [need], offers: offers)
        return context.candidates(forNeed: need, among: offers, texts)
    }
}
