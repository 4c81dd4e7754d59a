/// Reads the live needs and offers as they are matched.
package protocol MatchReading {
    /// The book of the state that the transaction sees.
    ///
    /// - Throws: ``StemmerMissing``, and what reading throws.
    func matchBook() throws -> MatchBook

    /// What was promised from a moment on, as far as it was not cancelled.
    func promises(since moment: Instant) throws -> Promises
}

extension ReadTransaction {
    /// The book of the state that the transaction sees; `earlier` is brought up to date if that is less work.
    ///
    /// Records are as they are matched today; a change of areas or of the vocabulary makes a new book.
    /// - Throws: ``StemmerMissing``, and what reading throws.
    package func matchBook(since earlier: MatchBook?) throws -> MatchBook {
        let tables = try matchingContext(asOf: today, needs: [], offers: []).tables
        let position = try lastPosition()
        guard var book = earlier, book.profiles == tables.profiles, book.position <= position,
            try !isCutOff(book.position), try oldestPosition() <= book.position
        else { return try newBook(tables, at: position) }
        guard book.position < position else { return book }
        guard let changed = try changes(since: book.position, until: position) else {
            return try newBook(tables, at: position)
        }
        var needs: [Identifier<Need>: Need?] = [:]
        for id in changed.needs { needs[id] = .some(try need(id)) }
        var offers: [Identifier<Offer>: Offer?] = [:]
        for id in changed.offers { offers[id] = .some(try offer(id)) }
        try book.take(needs, offers, tables)
        book.position = position
        return book
    }

    private func newBook(_ tables: MatchingTables, at position: Int64) throws -> MatchBook {
        let language = try MatchLanguage.standard()
        let sides = (needs: try liveNeeds(), offers: try liveOffers())
        guard let book = MatchBook(sides, tables, at: position, language: language) else {
            throw StemmerMissing()
        }
        return book
    }

    /// The needs and offers that changed; nil if there are so many that reading all is less work.
    private func changes(
        since earlier: Int64, until position: Int64
    ) throws -> (needs: Set<Identifier<Need>>, offers: Set<Identifier<Offer>>)? {
        guard position - earlier <= MatchBook.mostChanges else { return nil }
        var (needs, offers): (Set<Identifier<Need>>, Set<Identifier<Offer>>) = ([], [])
        for change in try changes(after: earlier, limit: Int(MatchBook.mostChanges)) {
            if change.subject == .need { needs.insert(.init(change.id)) }
            if change.subject == .offer { offers.insert(.init(change.id)) }
        }
        return (needs, offers)
    }
}

extension MatchBook {
    /// Changes that are taken in one by one; a record takes some ten times as long then as in a new book.
    static let mostChanges: Int64 = 20_000
}
