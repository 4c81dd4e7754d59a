import Scharnier
import ScharnierAPI
import ScharnierCity
import ScharnierStore
import TestSupport
import Testing

@Suite struct DemoCityTests {
    /// Around midnight in Dortmund, also on the days on which its clocks are set, and on the day that leap years have.
    static let moments = [
        "2026-11-22T00:10:00+01:00", "2026-11-22T23:50:00+01:00", "2026-03-29T03:05:00+02:00",
        "2026-10-25T02:30:00+01:00", "2028-02-29T00:00:00+01:00", "2026-07-01T12:00:00+02:00",
    ]

    @Test(arguments: moments)
    func `the demo city can be founded at any time of the day and year`(_ text: String) throws {
        let now = try #require(Instant(text))
        let (store, organizations) = try founded(at: now)
        #expect(organizations.count >= 30)
        #expect(try store.check().isEmpty)
        let needs = try store.read { try $0.liveNeeds() }
        #expect(needs.count >= 50)
        #expect(needs.allSatisfy { $0.content.datesAreInRange(on: LocalTime.day(at: now)) })
    }

    @Test func `it has promises in every state that lasts, each between a need and an offer that fit`() throws
    {
        let now = try #require(Instant("2026-11-22T10:00:00+01:00"))
        let (store, _) = try founded(at: now)
        let promises = try promises(in: store)
        // What both sides have spoken about does not stay so: the clock closes it.
        let states = Set(Commitment.Status.allCases).subtracting([.evaluated])
        #expect(Set(promises.map(\.status)) == states)
        #expect(promises.count == 10 && promises.count { $0.status == .closed } == 2)
        try store.read { tx in
            for promise in promises {
                let introduction = try #require(try tx.introduction(promise.introduction))
                // Nobody had to go over a blocker, and the pair was rated.
                #expect(introduction.overrideReason == nil)
                #expect(introduction.reason.map { $0.points > 0 } ?? false, "\(promise.status)")
                #expect(promise.updatedAt <= now)
            }
        }
    }

    @Test(arguments: moments)
    func `nothing is due in a fresh demo city`(_ text: String) throws {
        let now = try #require(Instant(text))
        let (store, _) = try founded(at: now)
        #expect(try store.write { try $0.fireDue(atMost: 1) }.effects == [])
    }

    private func founded(at now: Instant) throws -> (SQLiteStore, [String: Organization]) {
        let clock = TestClock(now)
        let store = try SQLiteStore(
            path: ":memory:", publicRows: .current, limits: .unhurried, readTime: WriterLimits.patience,
            now: { clock.now })
        var city = DemoCity(at: now, on: Stage(store: store, clock: clock))
        let organizations = try city.build()
        clock.set(now)
        return (store, organizations)
    }

    private func promises(in store: SQLiteStore) throws -> [Commitment] {
        let city = Party(organization: nil, role: .cityAdmin)
        return try store.read { try $0.commitments(CommitmentQuery(party: city)).items }
    }
}

/// A store whose clock is moved by hand.
struct Stage: DemoStage {
    let store: SQLiteStore
    let clock: TestClock

    func write<Result: Sendable>(
        at moment: Instant, _ act: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result {
        clock.set(moment)
        return try store.write(act)
    }
}
