import Testing

@testable import Scharnier

/// Needs in numbers: what counts as a confirmation.
@Suite struct ProfilesTests {
    private static let today = SampleCity.today

    /// What a permanent need loses whose review was due sixty days ago, and what is told about it.
    private func stale(_ change: (inout Need) -> Void) throws -> Component? {
        var tx = SampleTransaction()
        tx.organizations = [
            SampleCity.organization(.carrier, .carrier, form: .ev),
            SampleCity.organization(.giver, .foundation, form: .foundationPrivate),
        ]
        var need = SampleCity.need(1)
        need.content.reviewOn = Self.today.adding(-60)
        need.freshness = SampleCity.freshness(on: Self.today.adding(-100))
        change(&need)
        (tx.needs, tx.offers) = ([need], [SampleCity.offer(1)])
        let wish = SuggestionWish(of: .cityAdmin, on: Self.today, rules: .version2026b)
        let pair = try tx.suggestion(need: need, offer: tx.offers[0], wish)
        return pair.evaluations[0].components.first { $0.code == .stale }
    }

    private static let losses: [(Int, Int64)] = [
        (100, -400), (61, -400), (60, -400), (30, -200), (14, -100), (13, 0), (0, 0),
    ]

    @Test(arguments: losses)
    func `who confirms after the review is reckoned with from then on`(days: Int, points: Int64) throws {
        let confirmedOn = Self.today.adding(-days)
        let confirmed = try stale { $0.freshness = SampleCity.freshness(on: confirmedOn) }
        #expect(confirmed?.points == points)
        #expect(confirmed?.evidence == [max(confirmedOn, Self.today.adding(-60)).description])
        let checkedAt = SampleCity.freshness(on: confirmedOn).confirmedAt
        let checked = try stale {
            $0.verification = .init(role: .areaOfficer, at: checkedAt, revision: $0.revision)
        }
        #expect(checked?.points == points)
    }

    @Test func `the latest of confirmation and check counts, and neither without a review`() throws {
        func moment(_ days: Int) -> Instant { SampleCity.freshness(on: Self.today.adding(days)).confirmedAt }
        let both = try stale {
            $0.freshness = SampleCity.freshness(on: Self.today.adding(-50))
            $0.verification = .init(role: .areaOfficer, at: moment(-20), revision: $0.revision)
        }
        #expect(both?.points == -100)
        let never = try stale { $0.freshness = nil }
        #expect(never?.points == -400)
        let none = try stale { $0.content.reviewOn = nil }
        #expect(none?.points == 0 && none?.evidence == [])
    }
}
