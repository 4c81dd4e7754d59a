import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// Each timer of domain.md §5.1 that changes a record: not a millisecond before its moment, at it, and once.
@Suite struct DueRepositoryTests {
    private let city: TestCity
    private let start: Instant

    init() throws {
        city = try TestCity()
        start = city.clock.now
    }

    @Test(arguments: [(Horizon.acute, 14), (.temporary, 90), (.permanent, 180)])
    func `a need that nobody confirms gets doubtful`(horizon: Horizon, days: Int) throws {
        let need = try city.publishedNeed {
            $0.horizon = horizon
            $0.neededByOn = horizon == .acute ? LocalTime.day(at: start).adding(80) : nil
            $0.period = horizon == .temporary ? DayRange(to: LocalTime.day(at: start).adding(300)) : nil
            $0.reviewOn = horizon == .permanent ? LocalTime.day(at: start).adding(360) : nil
        }
        #expect(try city.effects(around: start.adding(days: days)) == [[], [.goStale], []])
        #expect(try city.need(need.id).status == .stale)
    }

    @Test func `a confirmation moves the moment`() throws {
        let need = try city.publishedNeed()
        city.go(to: start.adding(days: 89))
        try city.runTimers()
        city.go(to: start.adding(days: 90))
        try city.runTimers()
        _ = try city.fire(.confirm, on: need.id, as: city.carrierParty)
        #expect(try city.need(need.id).status == .published)
        #expect(try city.effects(around: start.adding(days: 180)) == [[], [.goStale], []])
    }

    @Test func `a pause is no time in which a need gets doubtful`() throws {
        let need = try city.publishedNeed()
        _ = try city.fire(.pause, on: need.id, as: city.carrierParty, reason: "other")
        city.go(to: start.adding(days: 100))
        #expect(try city.runTimers().isEmpty)
        _ = try city.fire(.resume, on: need.id, as: city.carrierParty)
        #expect(try city.effects(around: start.adding(days: 190)) == [[], [.goStale], []])
    }

    @Test func `a need ends after its last day, from whatever state`() throws {
        let last = LocalTime.day(at: start).adding(30)
        let end = LocalTime.start(of: last.adding(1))
        let open = try city.publishedNeed { $0.neededByOn = last }
        let paused = try city.publishedNeed { $0.neededByOn = last }
        _ = try city.fire(.pause, on: paused.id, as: city.carrierParty, reason: "other")
        #expect(try city.effects(around: end) == [[], [.expire, .expire], []])
        #expect(try city.need(open.id).status == .expired)
        #expect(try city.need(paused.id).status == .expired)
    }

    @Test func `a need that lasts asks for a review on its day, and again when that day is another one`()
        throws
    {
        let day = LocalTime.day(at: start).adding(60)
        let need = try city.publishedNeed {
            $0.horizon = .permanent
            $0.neededByOn = nil
            $0.reviewOn = day
        }
        let moment = LocalTime.start(of: day)
        #expect(try city.effects(around: moment) == [[], [.reviewDue], []])
        #expect(try city.need(need.id).needsReview)
        #expect(try city.need(need.id).status == .published)
        #expect(try city.fire(.approve, on: need.id, as: city.city).needsReview == false)
        #expect(try city.runTimers().isEmpty)
        var content = try city.need(need.id).content
        content.reviewOn = day.adding(60)
        let items = try city.need(need.id).items.map { (Identifier<NeedItem>?.some($0.id), $0.content) }
        let party = city.carrierParty
        _ = try city.store.write { [content] in
            try $0.revise(need.id, to: content, items: items, as: party)
        }
        #expect(try city.effects(around: LocalTime.start(of: day.adding(60))) == [[], [.reviewDue], []])
    }

    @Test func `an offer that nobody confirms gets doubtful`() throws {
        let offer = try city.activeOffer()
        #expect(try city.effects(around: start.adding(days: 180)) == [[], [.goStale], []])
        #expect(try city.offer(offer.id).status == .stale)
        let party = city.giverParty
        let again = try city.store.write { try $0.fire(.confirm, on: offer.id, facts: .init(), as: party) }
        #expect(again.item.status == .active)
        #expect(try city.effects(around: city.clock.now.adding(days: 180)) == [[], [.goStale], []])
    }

    @Test func `an offer ends with its window`() throws {
        let end = LocalTime.day(at: start).adding(20)
        let offer = try city.activeOffer { $0.available = DayRange(to: end) }
        #expect(try city.effects(around: LocalTime.start(of: end)) == [[], [.expire], []])
        #expect(try city.offer(offer.id).status == .expired)
    }

    @Test func `an offer that is used up begins anew with the month`() throws {
        let offer = try city.activeOffer { $0.period = .month }
        let need = try city.publishedNeed()
        let introduction = try city.connection(of: need, with: offer, quantity: 10)
        #expect(try city.offer(offer.id).status == .exhausted)
        let december = try #require(Instant("2026-11-30T23:00:00Z"))
        #expect(try city.effects(around: december) == [[], [.reserve], []])
        #expect(try city.offer(offer.id).status == .active)
        #expect(try city.offer(offer.id).usage.held == 0)
        // What was held in November frees nothing of December.
        #expect(try city.fire(.releaseHold, on: introduction.id, as: city.giverParty).status == .connected)
        #expect(try city.offer(offer.id).usage.held == 0)
    }

    @Test(arguments: [(Horizon.acute, 3), (.temporary, 14)])
    func `a proposal that nobody answers lapses`(horizon: Horizon, days: Int) throws {
        let need = try city.publishedNeed {
            $0.horizon = horizon
            $0.neededByOn = LocalTime.day(at: start).adding(80)
        }
        let introduction = try city.proposal(for: need, of: try city.activeOffer())
        #expect(try city.effects(around: start.adding(days: days)) == [[], [.lapse], []])
        #expect(try city.introduction(introduction.id).status == .lapsed)
    }

    @Test(arguments: [(Horizon.acute, 7), (.temporary, 30)])
    func `a hold ends and frees its quantity`(horizon: Horizon, days: Int) throws {
        let need = try city.publishedNeed {
            $0.horizon = horizon
            $0.neededByOn = LocalTime.day(at: start).adding(80)
        }
        let offer = try city.activeOffer()
        let introduction = try city.connection(of: need, with: offer, quantity: 4)
        #expect(try city.need(need.id).items[0].held == 4)
        #expect(try city.effects(around: start.adding(days: days)) == [[], [.releaseHold], []])
        #expect(try city.need(need.id).items[0].held == 0)
        #expect(try city.offer(offer.id).usage.held == 0)
        #expect(try city.introduction(introduction.id).status == .connected)
        #expect(try city.introduction(introduction.id).holds[0].releasedAt == start.adding(days: days))
    }

    @Test func `an extension moves the end of a hold`() throws {
        let introduction = try city.connection(of: try city.publishedNeed(), with: try city.activeOffer())
        city.go(to: start.adding(days: 29))
        _ = try city.fire(.extendHold, on: introduction.id, as: city.giverParty)
        #expect(try city.effects(around: start.adding(days: 60)) == [[], [.releaseHold], []])
    }

    @Test func `an effect is a transition by the product itself, in feed, audit and version`() throws {
        let need = try city.publishedNeed()
        city.go(to: start.adding(days: 90))
        let before = try city.store.read { try $0.lastPosition() }
        try city.runTimers()
        let stale = try city.need(need.id)
        #expect(stale.version == before + 1)
        #expect(stale.updatedAt == city.clock.now)
        let change = try #require(try city.store.read { try $0.changes(after: before, limit: 9) }.first)
        #expect(change.effect(for: .public) == .remove)
        #expect(change.effect(for: city.giverParty) == .remove)
        #expect(change.effect(for: city.carrierParty) == .upsert)
        #expect(change.origin == nil)
        let transition = try city.store.read { try $0.transitions(of: .need, .init(need.id)) }.last
        #expect(transition?.event == "go_stale")
        #expect(transition?.from == "published")
        #expect(transition?.organization == nil)
        #expect(transition?.at == city.clock.now)
        let entry = try city.store.write { try $0.auditEntries(about: .init("need", need.id)) }.last
        #expect(entry?.action == "need.go_stale")
        #expect(entry?.organization == nil && entry?.token == nil)
    }

    @Test func `what got doubtful and ended while nobody looked did both, in that order`() throws {
        let need = try city.publishedNeed { $0.neededByOn = LocalTime.day(at: start).adding(150) }
        city.go(to: start.adding(days: 400))
        #expect(try city.runTimers() == [.goStale, .expire])
        let log = try city.store.read { try $0.transitions(of: .need, .init(need.id)) }
        #expect(log.map(\.event) == ["submit", "publish", "go_stale", "expire"])
    }

    @Test func `a clock that is set back undoes nothing and repeats nothing`() throws {
        let need = try city.publishedNeed()
        city.go(to: start.adding(days: 90))
        #expect(try city.runTimers() == [.goStale])
        city.go(to: start)
        #expect(try city.runTimers().isEmpty)
        #expect(try city.need(need.id).status == .stale)
        city.go(to: start.adding(days: 90))
        #expect(try city.runTimers().isEmpty)
    }

    @Test func `a draft costs no entry in the index of what is due`() throws {
        let party = city.carrierParty
        let owner = city.carrier.id
        _ = try city.store.write {
            try $0.createNeed(NeedProposal(Need.Content(), items: []), for: owner, as: party)
        }
        #expect(try city.store.read { try $0.nextDue() } == nil)
        let count: Int64? = try city.store.connections.lend { connection in
            try connection.first("SELECT count(*) FROM need INDEXED BY needDue WHERE dueAt IS NOT NULL") {
                try $0.next()
            }
        }
        #expect(count == 0)
    }

    @Test func `a moment that is noted wrongly is noted right, and nothing happens`() throws {
        let need = try city.publishedNeed()
        let record = DueRecord(.need, .init(need.id), at: start)
        try city.store.write { try $0.note(record, dueAt: record.at) }
        #expect(try city.store.read { try $0.nextDue() } == start)
        #expect(try city.runTimers().isEmpty)
        #expect(try city.store.read { try $0.nextDue() } == start.adding(days: 90))
        let gone = DueRecord(.need, sampleID(), at: start)
        #expect(try city.store.write { try $0.fire(gone) } == nil)
    }
}
