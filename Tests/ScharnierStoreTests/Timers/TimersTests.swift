import Foundation
import SQLite
import Scharnier
import Synchronization
import Testing

@testable import ScharnierStore

/// The thread itself, by the system's clock, and by one that a test sets.
@Suite struct TimersTests {
    private let file: TemporaryDatabase
    private let city: TestCity

    init() throws {
        file = try TemporaryDatabase("")
        city = try TestCity(path: file.path)
        // The thread sleeps by the system's clock: the city's must not be far behind it.
        city.clock.set(WallClock.now())
    }

    /// Waits for what another thread does; patiently, for the machine may be busy.
    private func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
        for _ in 0..<2000 {
            if try condition() { return true }
            usleep(10_000)
        }
        return false
    }

    private func status(_ need: Need) throws -> Need.Status { try city.need(need.id).status }

    @Test func `what became due while nobody looked is done at the start`() throws {
        let need = try city.publishedNeed()
        city.clock.set(city.clock.now.adding(days: 90))
        let timers = try Timers(city.store)
        defer { timers.stop() }
        #expect(try eventually { try status(need) == .stale })
        #expect(try city.store.read { try $0.transitions(of: .need, .init(need.id)) }.count == 3)
    }

    @Test func `a commit that makes something due wakes the thread`() throws {
        let timers = try Timers(city.store)
        defer { timers.stop() }
        // The thread sleeps, or is about to: nothing is due.
        let need = try city.publishedNeed()
        var doubtful = need
        doubtful.freshness = .init(confirmedAt: city.clock.now, staleAt: city.clock.now)
        try city.store.write { [doubtful] in try $0.update(doubtful) }
        #expect(try eventually { try status(need) == .stale })
    }

    @Test func `a clock that is set far ahead ends nothing until it is right again`() throws {
        let told = Mutex<[Duration]>([])
        var events = TimerEvents()
        events.distrusted = { difference in told.withLock { $0.append(difference) } }
        let morning = city.clock.now
        let need = try city.publishedNeed()
        let timers = try Timers(city.store, events: events)
        defer { timers.stop() }
        #expect(eventually { city.store.shared.dueNotice.alarm.isAsleep })
        city.clock.set(morning.adding(days: 400))
        city.store.shared.dueNotice.alarm.ring(at: 0)
        #expect(eventually { told.withLock { $0.count } == 1 })
        #expect(try status(need) == .published)
        city.clock.set(morning)
        city.store.shared.dueNotice.alarm.ring(at: 0)
        #expect(eventually { told.withLock { $0.count } == 2 })
        #expect(told.withLock { $0[1] } == .zero)
        #expect(told.withLock { $0[0] } > .seconds(399 * 86_400))
        #expect(try status(need) == .published)
    }

    @Test func `nothing is done any more after the stop`() throws {
        let timers = try Timers(city.store)
        timers.stop()
        timers.stop()
        let need = try city.publishedNeed()
        city.clock.set(city.clock.now.adding(days: 90))
        #expect(try status(need) == .published)
        city.store.stop()
    }
}
