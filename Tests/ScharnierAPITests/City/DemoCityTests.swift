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
        let clock = TestClock(now)
        let store = try SQLiteStore(
            path: ":memory:", publicRows: .current, limits: .unhurried, readTime: WriterLimits.patience,
            now: { clock.now })
        var city = DemoCity(at: now, on: Stage(store: store, clock: clock))
        let organizations = try city.build()
        clock.set(now)
        #expect(organizations.count >= 30)
        #expect(try store.check().isEmpty)
        let needs = try store.read { try $0.liveNeeds() }
        #expect(needs.count >= 50)
        #expect(needs.allSatisfy { $0.content.datesAreInRange(on: LocalTime.day(at: now)) })
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
