import SQLite
import Scharnier
import Synchronization

/// The thread that does what the clock demands, at the moment it does: it sleeps until the next one.
package final class Timers: Sendable {
    /// Seconds until another look when the store takes no writes, or the clock cannot be believed.
    private static let retry: Int64 = 60

    /// Seconds after which the clock is looked at although nothing is due.
    private static let longestSleep: Int64 = 900

    private let run: TimerRun
    private let alarm: Alarm
    private let thread: JobThread
    private let isStopped: StopMark

    private final class StopMark: Sendable {
        let isSet = Atomic(false)
    }

    /// Starts the thread; what became due while nobody looked is done first.
    ///
    /// - Throws: `SystemError` if there can be no thread.
    package init(_ store: SQLiteStore, events: TimerEvents = TimerEvents()) throws {
        let mark = StopMark()
        isStopped = mark
        run = TimerRun(store: store, events: events) { !mark.isSet.load(ordering: .relaxed) }
        alarm = store.shared.dueNotice.alarm
        thread = try JobThread(name: "timers")
        thread.submit { [run, alarm] in Self.loop(run, alarm) }
    }

    deinit { stop() }

    /// Ends after the commit under way; to be called before the store is stopped.
    package func stop() {
        isStopped.isSet.store(true, ordering: .relaxed)
        alarm.stop()
        thread.stop()
    }

    private static func loop(_ run: TimerRun, _ alarm: Alarm) {
        var trust = ClockTrust()
        var isTrusted = true
        var daily = DailyRetention(run.store, events: run.events, isWanted: run.isWanted)
        var next: Instant
        repeat {
            let now = run.store.now()
            if let difference = trust.difference(wall: now, steady: .now) {
                if isTrusted { run.events.distrusted(difference) }
                isTrusted = false
                next = now.adding(seconds: retry)
            } else {
                if !isTrusted { run.events.distrusted(.zero) }
                isTrusted = true
                next = sleepEnd(after: run, &daily, from: now)
            }
        } while alarm.sleep(until: next.milliseconds)
    }

    /// Does what is due, and tells until when there is nothing to do.
    private static func sleepEnd(
        after run: TimerRun, _ daily: inout DailyRetention, from now: Instant
    ) -> Instant {
        do {
            let next = try run.run()
            let moments = [next, daily.runIfDue(), now.adding(seconds: longestSleep)].compactMap { $0 }
            return moments.min() ?? now
        } catch {
            return now.adding(seconds: retry)
        }
    }
}
