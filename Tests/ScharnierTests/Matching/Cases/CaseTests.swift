import MatchingCases
import Testing
import TextRank

@testable import Scharnier

@Suite struct CaseTests {
    @Test func `the gain is what one reckons by hand`() throws {
        #expect(Gain.normalized([3, 2, 1], all: [1, 2, 3]) == 1)
        #expect(Gain.normalized([0, 0], all: [0, 0]) == nil)
        #expect(Gain.normalized([0, 0, 3], all: [3, 0, 0], depth: 2) == 0)
        // 1 / log2(3) beside 1 / log2(2).
        let second = try #require(Gain.normalized([0, 1], all: [1, 0]))
        #expect(abs(second - 0.630_93) < 0.000_01)
        // (1 + 7/log2(3)) / (7 + 1/log2(3))
        let swapped = try #require(Gain.normalized([1, 3], all: [1, 3]))
        #expect(abs(swapped - 0.709_81) < 0.000_01)
    }

    @Test func `a city is the same for the same seed`() {
        let (one, other) = (
            CaseCity(needs: 30, offers: 12, seed: 5), CaseCity(needs: 30, offers: 12, seed: 5)
        )
        #expect(one.needs.map(\.profile) == other.needs.map(\.profile))
        #expect(one.needs.map { $0.fields.map(\.text) } == other.needs.map { $0.fields.map(\.text) })
        let third = CaseCity(needs: 30, offers: 12, seed: 6)
        #expect(one.needs.map(\.profile) != third.needs.map(\.profile))
        let relevances = (0..<30).flatMap { need in (0..<12).map { one.relevance(need: need, offer: $0) } }
        #expect(relevances.allSatisfy { 0...3 ~= $0 } && relevances.contains { $0 > 0 })
    }

    @Test func `the rating is better than chance, the newest, the category and each of its halves`() throws {
        let weights = WeightSet.standard
        let run = try #require(CaseRun(CaseCity(needs: 200, offers: 80, seed: 2), weights: weights))
        var gains: [String: (needs: Double, offers: Double)] = [:]
        for method in CaseRun.methods where !method.name.hasPrefix("all but") {
            gains[method.name] = run.gains(method)
        }
        let all = try #require(gains["all"])
        for (name, other) in gains where name != "all" {
            #expect(all.needs > other.needs + 0.02 && all.offers > other.offers + 0.02)
        }
    }
}
