import SQLite
import Scharnier
import Synchronization
import Testing

@testable import ScharnierStore

@Suite struct TimerRunTests {
    private let city: TestCity
    private let start: Instant
    private let told = Told()

    init() throws {
        city = try TestCity()
        start = city.clock.now
    }

    private final class Told: Sendable {
        let batches = Mutex<[Int]>([])
        let postponed = Mutex<[DueRecord]>([])
    }

    private var run: TimerRun {
        var events = TimerEvents()
        events.fired = { [told] effects in told.batches.withLock { $0.append(effects.count) } }
        events.postponed = { [told] record, _ in told.postponed.withLock { $0.append(record) } }
        return TimerRun(store: city.store, events: events) { true }
    }

    @Test func `what became due meanwhile is done in short commits, all of it and once`() throws {
        let needs = try (0..<50).map { _ in try city.publishedNeed() }
        city.go(to: start.adding(days: 120))
        let before = try city.store.read { try $0.lastPosition() }
        let next = try run.run()
        #expect(told.batches.withLock { $0 } == [16, 16, 16, 2])
        for need in needs {
            let log = try city.store.read { try $0.transitions(of: .need, .init(need.id)) }
            #expect(log.map(\.event) == ["submit", "publish", "go_stale"])
        }
        #expect(try city.store.read { try $0.lastPosition() } == before + 50)
        #expect(next == LocalTime.start(of: LocalTime.day(at: start).adding(201)))
        #expect(try run.run() == next)
        #expect(told.batches.withLock { $0.count } == 4)
    }

    @Test func `what waits longest is done first`() throws {
        let later = try city.publishedNeed { $0.neededByOn = LocalTime.day(at: start).adding(40) }
        let sooner = try city.publishedNeed { $0.neededByOn = LocalTime.day(at: start).adding(20) }
        city.go(to: start.adding(days: 60))
        _ = try run.run()
        #expect(try city.need(sooner.id).version < city.need(later.id).version)
    }

    @Test func `one record that cannot be dealt with holds up no other, and is tried again later`() throws {
        let bad = try city.publishedNeed { $0.neededByOn = LocalTime.day(at: start).adding(20) }
        let good = try city.publishedNeed { $0.neededByOn = LocalTime.day(at: start).adding(20) }
        try city.store.connections.lend { connection in
            try connection.run(
                """
                CREATE TEMP TRIGGER refuse BEFORE UPDATE OF status ON need WHEN new.id = x'00' OR new.status = 'expired'
                    AND new.carrier IN (SELECT carrier FROM need) AND old.title = 'Kaputt'
                BEGIN SELECT RAISE(ABORT, 'refused'); END
                """)
            try connection.run("UPDATE need SET title = 'Kaputt' WHERE id = \(bad.id)")
        }
        city.go(to: start.adding(days: 21))
        let next = try run.run()
        #expect(try city.need(good.id).status == .expired)
        #expect(try city.need(bad.id).status == .published)
        #expect(told.postponed.withLock { $0.map(\.id) } == [.init(bad.id)])
        #expect(next == start.adding(days: 21).adding(seconds: TimerRun.postponement))
        try city.store.connections.lend { try $0.run("DROP TRIGGER refuse") }
        city.clock.advance(milliseconds: TimerRun.postponement * 1000)
        _ = try run.run()
        #expect(try city.need(bad.id).status == .expired)
        #expect(try city.store.check().isEmpty)
    }

    @Test func `a store that takes nothing more is told as it is`() throws {
        city.store.stop()
        #expect(throws: Scharnier.StoreFailure.closed) { try run.run() }
    }

    @Test func `who is not wanted any more does nothing`() throws {
        _ = try city.publishedNeed()
        city.go(to: start.adding(days: 120))
        let idle = TimerRun(store: city.store, events: .init()) { false }
        #expect(try idle.run() == nil)
        #expect(try city.store.read { try $0.nextDue() } == start.adding(days: 90))
    }
}
