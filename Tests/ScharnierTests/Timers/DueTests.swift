import Testing

@testable import Scharnier

@Suite struct DueTests {
    private let stale = Need.Freshness(
        confirmedAt: .at("2026-11-21T09:30:00Z"), staleAt: .at("2026-12-05T09:30:00Z"))

    private func need(
        _ status: Need.Status, stale: Need.Freshness? = nil, _ change: (inout Need.Content) -> Void = { _ in }
    ) -> Need {
        var need = Need.example(status: status) {
            $0.neededByOn = nil
            change(&$0)
        }
        need.freshness = stale
        return need
    }

    @Test func `a need that is open gets doubtful, then ends, and one that rests only ends`() {
        let ending: (inout Need.Content) -> Void = { $0.neededByOn = .on("2026-12-21") }
        for status in [Need.Status.published, .partiallyMet] {
            #expect(need(status, stale: stale).due == Due(.goStale, stale.staleAt))
            #expect(need(status, stale: stale, ending).due == Due(.goStale, stale.staleAt))
        }
        for status in [Need.Status.paused, .stale] {
            #expect(need(status, stale: stale).due == nil)
            #expect(need(status, stale: stale, ending).due == Due(.expire, .at("2026-12-21T23:00:00Z")))
        }
    }

    @Test(arguments: [Need.Status.draft, .submitted, .returned, .rejected, .met, .expired, .closed])
    func `a need that waits for people, or has ended, waits for no clock`(status: Need.Status) {
        #expect(need(status, stale: stale) { $0.neededByOn = .on("2026-12-21") }.due == nil)
    }

    /// Midnight in Dortmund, also on the days on which the clocks change, and in both lists of dates.
    @Test(arguments: [
        ("2026-11-30", "2026-11-30T23:00:00Z"), ("2026-06-30", "2026-06-30T22:00:00Z"),
        ("2026-10-24", "2026-10-24T22:00:00Z"), ("2026-10-25", "2026-10-25T23:00:00Z"),
        ("2027-03-27", "2027-03-27T23:00:00Z"), ("2027-03-28", "2027-03-28T22:00:00Z"),
        ("2026-12-31", "2026-12-31T23:00:00Z"), ("2028-02-28", "2028-02-28T23:00:00Z"),
    ])
    func `a need ends with the last second of its last day in the city`(day: String, moment: String) {
        let due = Due(TimerEffect.expire, .at(moment))
        #expect(need(.paused) { $0.neededByOn = .on(day) }.due == due)
        #expect(need(.paused) { $0.period = DayRange(from: nil, to: .on(day)) }.due == due)
        let both = need(.paused) {
            $0.neededByOn = .on(day)
            $0.period = DayRange(from: nil, to: .on("2029-01-01"))
        }
        #expect(both.due == due)
    }

    @Test func `what ends a need goes before what makes it doubtful at the same moment`() {
        let midnight = Need.Freshness(confirmedAt: stale.confirmedAt, staleAt: .at("2026-12-21T23:00:00Z"))
        let need = need(.published, stale: midnight) { $0.neededByOn = .on("2026-12-21") }
        #expect(need.due?.effect == .expire)
    }

    @Test func `a need that lasts is looked at again on its day, unless it was since`() {
        var need = need(.published) {
            $0.horizon = .permanent
            $0.reviewOn = .on("2027-05-04")
        }
        let begin = Instant.at("2027-05-03T22:00:00Z")
        #expect(need.due == Due(.reviewDue, begin))
        need.verification = .init(role: .cityAdmin, at: begin.adding(seconds: -1), revision: 1)
        #expect(need.due == Due(.reviewDue, begin))
        need.needsReview = true
        #expect(need.due == nil)
        need.needsReview = false
        need.verification = .init(role: .cityAdmin, at: begin, revision: 1)
        #expect(need.due == nil)
        need.status = .paused
        need.verification = nil
        #expect(need.due == nil)
    }

    @Test func `a day of review means nothing for a need that does not last`() {
        let need = need(.published) {
            $0.horizon = .temporary
            $0.reviewOn = .on("2027-05-04")
        }
        #expect(need.due == nil)
    }

    private func introduction(_ status: Introduction.Status, holds: [Introduction.Hold] = []) -> Introduction
    {
        var introduction = Introduction.example(status: status)
        introduction.answerDueAt = stale.confirmedAt
        introduction.holds = holds
        return introduction
    }

    private func hold(until moment: String, releasedAt: Instant? = nil) -> Introduction.Hold {
        .init(
            item: .numbered(1), quantity: 1, placedAt: stale.confirmedAt, expiresAt: .at(moment),
            releasedAt: releasedAt)
    }

    @Test func `a proposal lapses, and a connection frees what it holds`() {
        let holds = [
            hold(until: "2026-12-09T09:30:00Z"), hold(until: "2026-12-08T09:30:00Z"),
            hold(until: "2026-12-07T09:30:00Z", releasedAt: stale.confirmedAt),
        ]
        for status in Introduction.Status.allCases {
            let expected: Due<TimerEffect>? =
                switch status {
                case .proposed, .acceptedByOne: Due(.lapse, stale.confirmedAt)
                case .connected, .inTalks: Due(.releaseHold, .at("2026-12-08T09:30:00Z"))
                default: nil
                }
            #expect(introduction(status, holds: holds).due == expected, "\(status)")
        }
        #expect(introduction(.connected).due == nil)
        #expect(introduction(.inTalks, holds: Array(holds.suffix(1))).due == nil)
    }
}
