import Testing

@testable import Scharnier

@Suite struct TimerRulesTests {
    private let rules = TimerRules()

    @Test(arguments: [Horizon.temporary, .permanent, nil])
    func `the defaults are those of the specification`(horizon: Horizon?) {
        #expect(rules.answer.days(for: horizon) == 14)
        #expect(rules.hold.days(for: horizon) == 30)
        #expect(rules.needStaleDays(horizon) == (horizon == .permanent ? 180 : 90))
        #expect(rules.offerStaleDays == 180)
    }

    @Test func `acute needs wait less long`() {
        #expect(rules.answer.days(for: .acute) == 3)
        #expect(rules.hold.days(for: .acute) == 7)
        #expect(rules.needStaleDays(.acute) == 14)
    }

    @Test func `a city may choose others`() {
        var rules = TimerRules()
        rules.needStale = .init(30, acute: 5)
        rules.permanentNeedStaleDays = 60
        let now = Instant.at("2026-11-21T09:30:00Z")
        let days = [Horizon.acute, .temporary, .permanent].map { horizon in
            var need = Need.example { $0.horizon = horizon }
            need.confirm(at: now, by: rules)
            return need.freshness?.staleAt
        }
        #expect(days == [5, 30, 60].map { now.adding(days: $0) })
    }
}
