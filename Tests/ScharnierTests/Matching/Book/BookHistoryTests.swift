import Glibc
import Testing
import TextRank

@testable import Scharnier

/// After any history of changes the book is as if it had been made anew.
@Suite struct BookHistoryTests {
    /// Histories that are tried: more with MATCH_HISTORIES in the environment.
    private static var histories: Int {
        // Safe because nothing changes the environment while tests run, and the text is copied at once.
        unsafe getenv("MATCH_HISTORIES").flatMap { unsafe Int(String(cString: $0)) } ?? 6
    }

    @Test func `a book that was brought up to date is like a new one`() throws {
        for seed in 0..<UInt64(Self.histories) {
            var history = BookHistory(seed: seed)
            for _ in 0..<4 {
                try history.step()
                let (kept, fresh) = (history.book, try history.tx.matchBook(since: nil))
                #expect(kept.counts == fresh.counts)
                for offer in history.tx.offers {
                    #expect(try history.list(of: offer, in: kept) == history.list(of: offer, in: fresh))
                }
                for need in history.tx.needs {
                    #expect(try history.list(of: need, in: kept) == history.list(of: need, in: fresh))
                }
            }
        }
    }

    @Test func `a book stays as it was when a later one is made of it`() throws {
        var history = BookHistory(seed: 77)
        try history.step()
        let before = history.book
        let lists = try history.tx.offers.map { try history.list(of: $0, in: before) }
        let offers = history.tx.offers
        for _ in 0..<5 { try history.step() }
        #expect(try offers.map { try history.list(of: $0, in: before) } == lists)
    }

    @Test func `who leaves is found no more, and what is hidden is not there`() throws {
        var history = BookHistory(seed: 3)
        try history.step()
        for status in [Need.Status.paused, .expired, .closed, .met] {
            history.change { $0.status = status }
            try history.follow()
            #expect(history.book.counts.needs == history.tx.needs.count { $0.isLive })
        }
    }

    @Test func `new areas and new words make a new book`() throws {
        var history = BookHistory(seed: 4)
        try history.step()
        let old = history.book.profiles
        history.tx.terms.append(
            TaxonomyTerm(
                id: .nil, scheme: .topic, code: "a_first_topic", label: Wording("A", "B"),
                createdAt: SampleCity.start))
        try history.follow()
        #expect(history.book.profiles != old)
        #expect(history.book.counts == (try history.tx.matchBook(since: nil)).counts)
    }

    @Test func `a position that is cut off, gone, or ahead makes a new book`() throws {
        var history = BookHistory(seed: 5)
        try history.step()
        var stale = history.book
        // A need that this book has never seen, and no change tells of it.
        history.tx.needs.append(SampleCity.need(999))
        let unaware = try history.tx.matchBook(since: stale)
        #expect(unaware.counts.needs == stale.counts.needs)
        stale.position += 1
        #expect(try history.tx.matchBook(since: stale).counts.needs == stale.counts.needs + 1)
        history.tx.cutOff = history.book.position
        #expect(try history.tx.matchBook(since: history.book).counts.needs == stale.counts.needs + 1)
        (history.tx.cutOff, history.tx.oldest) = (nil, history.book.position + 1)
        #expect(try history.tx.matchBook(since: history.book).counts.needs == stale.counts.needs + 1)
    }
}

/// A city that changes step by step, with the book that follows it.
private struct BookHistory {
    var tx = SampleTransaction()
    private(set) var book: MatchBook
    private var numbers: SeededGenerator
    private let more: RandomCity

    init(seed: UInt64) {
        numbers = SeededGenerator(seed: seed)
        let city = RandomCity(seed: seed + 1_000, size: 12)
        more = RandomCity(seed: seed + 2_000, size: 12)
        (tx.needs, tx.offers) = (city.needs, city.offers)
        do { book = try tx.matchBook(since: nil) } catch { fatalError("\(error)") }
    }

    /// Some changes, then the book catches up.
    mutating func step() throws {
        for _ in 0..<Int.random(in: 1...6, using: &numbers) { changeSomething() }
        try follow()
    }

    mutating func follow() throws { book = try tx.matchBook(since: book) }

    private mutating func changeSomething() {
        let place = Int.random(in: 0..<12, using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: change(at: place) { [more] in ($0.content, $0.items) = (more.needs[place].content, $0.items) }
        case 1: change(at: place) { $0.status = $0.isLive ? .paused : .published }
        case 2: change(at: place) { $0.items[0].committed = $0.items[0].committed > 0 ? 0 : 5 }
        case 3: changeOffer(at: place) { [more] in $0.content = more.offers[place].content }
        case 4: changeOffer(at: place) { $0.status = $0.isLive ? .paused : .active }
        default: changeOffer(at: place) { $0.usage.committed += 10 }
        }
    }

    mutating func change(at place: Int = 0, _ body: (inout Need) -> Void) {
        guard place < tx.needs.count else { return }
        body(&tx.needs[place])
        tx.announce(.need, .init(tx.needs[place].id))
    }

    private mutating func changeOffer(at place: Int, _ body: (inout Offer) -> Void) {
        body(&tx.offers[place])
        tx.announce(.offer, .init(tx.offers[place].id))
    }

    private var tables: MatchingTables {
        get throws {
            try tx.matchingContext(asOf: tx.today, .version2026b, needs: [], offers: []).tables
        }
    }

    /// What a book finds for an offer, as text.
    func list(of offer: Offer, in book: MatchBook) throws -> [String] {
        let (tables, rater) = (try tables, Rater(.standard, day: tx.today.number))
        return try book.needs(for: GivingSide(offer, in: tables), rater, shortlist: 100).entries
            .map { "\($0.key) \($0.texts.text) \($0.mostPoints)" }
    }

    /// What a book finds for a need, as text.
    func list(of need: Need, in book: MatchBook) throws -> [String] {
        let (tables, rater) = (try tables, Rater(.standard, day: tx.today.number))
        let side = AskingSide(need, in: tables)
        let lines = side.lines.map { AskedLine($0, of: side, in: tables) }
        return try book.offers(for: lines, of: need, rater, shortlist: 100).entries
            .map { "\($0.key) \($0.texts.text) \($0.mostPoints)" }
    }
}
