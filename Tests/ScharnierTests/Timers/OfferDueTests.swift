import Testing

@testable import Scharnier

@Suite struct OfferDueTests {
    private let now = Instant.at("2026-11-21T09:30:00Z")

    private func offer(
        _ status: Offer.Status, _ period: Offer.CapacityPeriod = .once, used: Int64 = 0,
        since start: String? = nil,
        until end: String? = nil
    ) -> Offer {
        var offer = Offer.example { $0.period = period }
        offer.status = status
        offer.content.available = DayRange(from: nil, to: end.map { .on($0) })
        offer.usage = .init(periodStart: start.map { .on($0) }, held: used)
        offer.freshness = .init(confirmedAt: now, staleAt: now.adding(days: 180))
        return offer
    }

    @Test func `an offer that is open gets doubtful, others do not`() {
        for status in [Offer.Status.active, .partlyReserved] {
            #expect(offer(status).due == Due(.goStale, now.adding(days: 180)))
        }
        let others: [Offer.Status] = [
            .draft, .submitted, .exhausted, .paused, .stale, .expired, .withdrawn, .closed,
        ]
        for status in others { #expect(offer(status).due == nil) }
    }

    /// The window does not contain its end.
    @Test func `whatever lives ends with its window`() {
        for status in Offer.Status.allCases {
            let isLiving = [.active, .partlyReserved, .exhausted, .paused, .stale].contains(status)
            let due = Due(TimerEffect.expire, .at("2026-11-30T23:00:00Z"))
            #expect(offer(status, until: "2026-12-01").due == (isLiving ? due : nil))
        }
    }

    @Test(
        arguments: [
            (.month, "2026-11-01", "2026-11-30T23:00:00Z"), (.month, "2027-02-01", "2027-02-28T23:00:00Z"),
            (.month, "2026-03-01", "2026-03-31T22:00:00Z"), (.month, "2026-12-01", "2026-12-31T23:00:00Z"),
            (.quarter, "2026-10-01", "2026-12-31T23:00:00Z"),
            (.quarter, "2027-01-01", "2027-03-31T22:00:00Z"),
            (.quarter, "2026-07-01", "2026-09-30T22:00:00Z"), (.year, "2026-01-01", "2026-12-31T23:00:00Z"),
            (.year, "2028-01-01", "2028-12-31T23:00:00Z"),
        ] as [(Offer.CapacityPeriod, String, String)])
    func `capacity begins anew with the period`(period: Offer.CapacityPeriod, start: String, moment: String) {
        for status in [Offer.Status.exhausted, .paused, .stale] {
            #expect(
                offer(status, period, used: 1, since: start).due == Due(.reserve, .at(moment)), "\(status)")
            #expect(offer(status, period, used: 0, since: start).due == nil)
        }
        #expect(offer(.draft, period, used: 1, since: start).due == nil)
    }

    @Test func `what is given once does not begin anew`() {
        #expect(offer(.exhausted, .once, used: 1, since: "1970-01-01").due == nil)
    }

    /// Every day of four years lies in the period whose successor begins after it.
    @Test(arguments: [Offer.CapacityPeriod.month, .quarter, .year])
    func `the next period begins where this one ends`(period: Offer.CapacityPeriod) throws {
        let offer = offer(.active, period)
        var day = Day.on("2026-01-01")
        while day < .on("2030-01-01") {
            let start = offer.periodStart(of: day)
            let next = try #require(offer.nextPeriod(after: start))
            #expect(
                day < next && offer.periodStart(of: next.adding(-1)) == start
                    && offer.periodStart(of: next) == next)
            day = day.adding(1)
        }
    }
}
