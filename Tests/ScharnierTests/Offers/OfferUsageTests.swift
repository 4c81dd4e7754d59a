import Testing

@testable import Scharnier

@Suite struct OfferUsageTests {
    private let today = Day.on("2026-11-21")

    private func offer(_ period: Offer.CapacityPeriod = .once, quantity: Int64 = 100) -> Offer {
        .example { ($0.period, $0.quantity) = (period, quantity) }
    }

    static let periods: [(Offer.CapacityPeriod, day: String, start: String)] = [
        (.month, "2026-11-01", "2026-11-01"), (.month, "2026-11-30", "2026-11-01"),
        (.month, "2026-12-01", "2026-12-01"), (.month, "2024-02-29", "2024-02-01"),
        (.quarter, "2026-01-01", "2026-01-01"), (.quarter, "2026-03-31", "2026-01-01"),
        (.quarter, "2026-04-01", "2026-04-01"), (.quarter, "2026-06-30", "2026-04-01"),
        (.quarter, "2026-07-01", "2026-07-01"), (.quarter, "2026-09-30", "2026-07-01"),
        (.quarter, "2026-10-01", "2026-10-01"), (.quarter, "2026-12-31", "2026-10-01"),
        (.year, "2026-01-01", "2026-01-01"), (.year, "2026-12-31", "2026-01-01"),
        (.year, "2027-01-01", "2027-01-01"), (.once, "2026-11-21", "1970-01-01"),
        (.once, "2999-01-01", "1970-01-01"),
    ]

    @Test(arguments: periods)
    func `a day lies in its calendar period`(period: Offer.CapacityPeriod, day: String, start: String) {
        #expect(offer(period).periodStart(of: .on(day)) == .on(start))
    }

    @Test func `all can be taken, not one more`() {
        var offer = offer()
        let isTooMuch = offer.hold(101, on: today)
        #expect(!isTooMuch)
        #expect(offer == self.offer())
        let isHeld = offer.hold(100, on: today)
        #expect(isHeld)
        #expect(offer.available(on: today) == 0)
        let isOneMore = offer.hold(1, on: today)
        #expect(!isOneMore)
        #expect(offer.usage.held == 100)
    }

    @Test func `the state follows from what is used`() {
        var offer = offer()
        _ = offer.hold(1, on: today)
        #expect(offer.status == .partlyReserved)
        _ = offer.hold(99, on: today)
        #expect(offer.status == .exhausted)
        offer.release(100, placedOn: today, on: today)
        #expect(offer.status == .active)
        #expect(offer.available(on: today) == 100)
    }

    @Test func `what is promised counts like what is held`() {
        var offer = offer()
        offer.usage = .init(periodStart: offer.periodStart(of: today), held: 0, committed: 60)
        #expect(offer.available(on: today) == 40)
        let isTooMuch = offer.hold(41, on: today)
        #expect(!isTooMuch)
        let isHeld = offer.hold(40, on: today)
        #expect(isHeld)
        #expect(offer.status == .exhausted)
        offer.release(40, placedOn: today, on: today)
        #expect(offer.status == .partlyReserved)
    }

    @Test(arguments: Offer.Status.allCases.filter { ![.active, .partlyReserved, .exhausted].contains($0) })
    func `other states are left alone`(status: Offer.Status) {
        var offer = Offer.example(status: status)
        _ = offer.hold(100, on: today)
        #expect(offer.status == status)
    }

    static let renewals: [(Offer.CapacityPeriod, last: String, first: String)] = [
        (.month, "2026-11-30", "2026-12-01"), (.month, "2026-02-28", "2026-03-01"),
        (.month, "2024-02-29", "2024-03-01"),
        (.quarter, "2026-03-31", "2026-04-01"), (.quarter, "2026-12-31", "2027-01-01"),
        (.year, "2026-12-31", "2027-01-01"),
    ]

    @Test(arguments: renewals)
    func `capacity renews at the start of a period, not before`(
        period: Offer.CapacityPeriod, last: String, first: String
    ) {
        var offer = offer(period)
        _ = offer.hold(100, on: .on(last))
        #expect(offer.available(on: .on(last)) == 0)
        #expect(offer.status == .exhausted)
        #expect(offer.available(on: .on(first)) == 100)
        offer.reserve(on: .on(first))
        #expect(offer.status == .active)
        let isHeld = offer.hold(100, on: .on(first))
        #expect(isHeld)
    }

    @Test func `a period starts at midnight in Berlin`() {
        var offer = offer(.month)
        _ = offer.hold(100, on: LocalTime.day(at: .at("2026-06-30T21:59:59.999Z")))
        #expect(offer.available(on: LocalTime.day(at: .at("2026-06-30T21:59:59.999Z"))) == 0)
        #expect(offer.available(on: LocalTime.day(at: .at("2026-06-30T22:00:00Z"))) == 100)
        _ = offer.hold(100, on: LocalTime.day(at: .at("2026-11-30T22:59:59.999Z")))
        #expect(offer.available(on: LocalTime.day(at: .at("2026-11-30T22:59:59.999Z"))) == 0)
        #expect(offer.available(on: LocalTime.day(at: .at("2026-11-30T23:00:00Z"))) == 100)
    }

    @Test func `once never renews`() {
        var offer = offer(.once)
        _ = offer.hold(100, on: today)
        #expect(offer.available(on: today.adding(3_650)) == 0)
    }

    @Test func `what was held in an earlier period frees nothing of this one`() {
        var offer = offer(.month)
        _ = offer.hold(70, on: .on("2026-11-30"))
        _ = offer.hold(80, on: .on("2026-12-01"))
        offer.release(70, placedOn: .on("2026-11-30"), on: .on("2026-12-02"))
        #expect(offer.available(on: .on("2026-12-02")) == 20)
        offer.release(80, placedOn: .on("2026-12-01"), on: .on("2026-12-02"))
        #expect(offer.available(on: .on("2026-12-02")) == 100)
    }

    @Test func `freeing more than is held frees what is held`() {
        var offer = offer()
        _ = offer.hold(10, on: today)
        offer.release(11, placedOn: today, on: today)
        #expect(offer.usage.held == 0)
    }

    @Test func `what is inexhaustible never exhausts`() {
        var offer = Offer.example(.contacts) { ($0.isInexhaustible, $0.quantity) = (true, nil) }
        for _ in 0..<10 {
            let isHeld = offer.hold(100_000, on: today)
            #expect(isHeld)
            #expect(offer.status == .partlyReserved)
        }
        #expect(offer.available(on: today) == Quantity.cents.upperBound)
    }

    @Test func `what is inexhaustible gives at most its largest part at once`() {
        var offer = Offer.example { ($0.isInexhaustible, $0.maximum) = (true, 20) }
        #expect(offer.available(on: today) == 20)
        let isTooMuch = offer.hold(21, on: today)
        let isHeld = offer.hold(20, on: today)
        #expect(!isTooMuch)
        #expect(isHeld)
        #expect(offer.available(on: today) == 20)
    }

    @Test func `without a quantity there is nothing to take`() {
        #expect(Offer.example { $0.quantity = nil }.available(on: today) == 0)
    }

    @Test func `a quantity that shrank below what is used leaves nothing, not less`() {
        var offer = offer()
        _ = offer.hold(50, on: today)
        offer.content.quantity = 30
        #expect(offer.available(on: today) == 0)
    }

    @Test(arguments: Offer.CapacityPeriod.allCases, Offer.CapacityPeriod.allCases)
    func `another kind of period does not free what is used`(
        before: Offer.CapacityPeriod, after: Offer.CapacityPeriod
    ) {
        var old = offer(before)
        _ = old.hold(60, on: today)
        var new = old
        new.content.period = after
        new.keepUsage(of: old, on: today)
        #expect(new.available(on: today) == 40)
        new.release(60, placedOn: today, on: today)
        #expect(new.available(on: today) == 100)
    }
}
