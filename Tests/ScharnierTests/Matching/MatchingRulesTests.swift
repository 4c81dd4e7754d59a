import Scharnier
import Testing

@Suite struct MatchingRulesTests {
    @Test func `every version is sound`() {
        #expect(MatchingRules.all.allSatisfy { $0.isSound })
        #expect(!MatchingRules.all.isEmpty)
    }

    @Test func `versions come in the order of their first days`() {
        let days = MatchingRules.all.map(\.validFrom)
        #expect(days == days.sorted())
        #expect(Set(days).count == days.count)
    }

    @Test(
        arguments: [
            ("2026-01-01", "2026.1"), ("2026-10-31", "2026.1"), ("2025-12-31", "2026.1"),
            ("2008-01-01", "2026.1"),
            ("2026-11-01", "2026.2"), ("2031-06-01", "2026.2"),
        ])
    func `a version is in force from its first day until the next one's, the first one also before`(
        _ day: String, _ version: String
    ) {
        #expect(MatchingRules.inForce(on: .on(day)).version == version)
    }

    @Test func `an old version can still be named`() {
        #expect(MatchingRules.all.map { MatchingRules.named($0.version) } == MatchingRules.all)
        #expect(MatchingRules.named("2025.9") == nil)
        #expect(MatchingRules.all.map(\.model) == ["2026.1", "2026.2/w1"])
    }

    @Test func `the first day is New Year 2026`() {
        #expect(MatchingRules.version2026.validFrom == .on("2026-01-01"))
    }

    @Test func `weights that miss 100 are not sound`() {
        #expect(!rules { $0[.fit] = 31 }.isSound)
        #expect(!rules { $0[.fit] = 29 }.isSound)
    }

    @Test func `a component without weight is not sound, one with weight 0 is`() {
        #expect(
            !rules {
                $0[.freshness] = nil; $0[.fit] = 35
            }.isSound)
        #expect(
            rules {
                $0[.freshness] = 0; $0[.fit] = 35
            }.isSound)
    }

    @Test func `a negative weight is not sound`() {
        #expect(
            !rules {
                $0[.freshness] = -5; $0[.fit] = 40
            }.isSound)
    }

    private func rules(_ change: (inout [Component.Code: Int64]) -> Void) -> MatchingRules {
        var weights = MatchingRules.version2026.weights
        change(&weights)
        return MatchingRules(version: "test", validFrom: .on("2026-01-01"), weights: weights, indicators: [])
    }
}
