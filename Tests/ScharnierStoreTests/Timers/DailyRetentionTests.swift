import Scharnier
import Synchronization
import Testing

@testable import ScharnierStore

/// What is past its period goes every night, by itself (operations.md §9).
@Suite struct DailyRetentionTests {
    private let city: TestCity
    private let told = Told()

    init() throws {
        var rules = RetentionRules()
        rules.drafts = 2
        city = try TestCity(retention: rules)
    }

    /// What the events said.
    private final class Told: Sendable {
        let runs = Mutex<[RetentionRun]>([])
        let rests = Mutex<[Instant]>([])

        var events: TimerEvents {
            var events = TimerEvents()
            events.retained = { run in self.runs.withLock { $0.append(run) } }
            events.retentionRested = { last in self.rests.withLock { $0.append(last) } }
            return events
        }
    }

    private func daily(isWanted: @escaping @Sendable () -> Bool = { true }) -> DailyRetention {
        DailyRetention(city.store, events: told.events, isWanted: isWanted)
    }

    private func runs() throws -> [RetentionRun] { try city.store.read { try $0.retentionRuns(atMost: 100) } }

    private func night(_ number: Int) throws -> Instant {
        let founded = try city.store.read { try $0.lastRetention() }
        return RetentionRun.due(after: founded).adding(days: number - 1)
    }

    @Test func `it runs at night, once, and removes what this city keeps no longer`() throws {
        let draft = try city.keep(
            Need.sample(of: city.carrier.id, status: .draft, at: city.clock.now.adding(days: -3)))
        var daily = daily()
        let (first, second) = (try night(1), try night(2))
        #expect(daily.runIfDue() == first)
        #expect(try runs().isEmpty)
        city.go(to: first)
        #expect(daily.runIfDue() == second)
        #expect(try city.store.read { try $0.need(draft.id) } == nil)
        #expect(try runs().map(\.at) == [first])
        #expect(try runs()[0].counts.first { $0.rule == .needDrafts }?.rows == 1)
        #expect(try told.runs.withLock { $0 } == runs())
        #expect(daily.runIfDue() == second)
        // Another process goes on where this one ended.
        var other = self.daily()
        #expect(other.runIfDue() == second)
        #expect(try runs().count == 1)
        city.go(to: second.adding(days: 5))
        #expect(daily.runIfDue() == second.adding(days: 6))
        #expect(try runs().count == 2)
        let last = try runs()[0].id
        let audit = try city.store.write { try $0.auditEntries(about: .init("retention_run", last)) }
        #expect(audit.map(\.action) == ["retention.run"] && audit[0].organization == nil)
    }

    @Test func `a run that was stopped is not one, and the next does the rest`() throws {
        for number in 0..<120 {
            try city.keep(
                Need.sample(
                    of: city.carrier.id, title: "Entwurf \(number)", status: .draft,
                    at: city.clock.now.adding(days: -3)))
        }
        let asked = Mutex(0)
        var stopped = daily {
            asked.withLock { count in
                count += 1
                return count <= 1
            }
        }
        city.go(to: try night(1))
        #expect(stopped.runIfDue() == nil)
        #expect(try runs().isEmpty)
        var daily = daily()
        #expect(daily.runIfDue() != nil)
        #expect(try runs()[0].counts.first { $0.rule == .needDrafts }?.rows == 70)
    }

    @Test func `after a month without a run it waits for somebody who knows that the clock is right`() throws
    {
        let draft = try city.keep(Need.sample(of: city.carrier.id, status: .draft, at: city.clock.now))
        var daily = daily()
        let founded = try city.store.read { try $0.lastRetention() }
        city.go(to: founded.adding(days: 30))
        #expect(daily.runIfDue() == nil && daily.runIfDue() == nil)
        #expect(told.rests.withLock { $0 } == [founded])
        #expect(try city.need(draft.id) == draft)
        let party = city.city
        _ = try city.store.write { try $0.noteRetention([], as: party) }
        let night = RetentionRun.due(after: city.clock.now)
        #expect(daily.runIfDue() == night)
        city.go(to: night)
        #expect(daily.runIfDue() != nil)
        #expect(try city.store.read { try $0.need(draft.id) } == nil)
    }
}
