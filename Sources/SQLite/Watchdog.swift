/// Stops a statement that runs for too long.
final class Watchdog {
    /// How many steps of SQLite's machine lie between two looks at the clock.
    static let steps: Int32 = 1000

    var deadline: ContinuousClock.Instant?
    var now: () -> ContinuousClock.Instant = { .now }
    var hasStopped = false

    fileprivate func stops() -> Bool {
        guard let deadline, now() >= deadline else { return false }
        hasStopped = true
        return true
    }
}

/// SQLite's progress handler (sqlite.org/c3ref/progress_handler.html): anything but 0 interrupts.
func stopsAtDeadline(_ context: UnsafeMutableRawPointer?) -> Int32 {
    // Safe because the context is the watchdog of the connection that is calling, which is alive.
    guard let context = unsafe context else { return 0 }
    return unsafe Unmanaged<Watchdog>.fromOpaque(context).takeUnretainedValue().stops() ? 1 : 0
}

extension Connection {
    /// Runs `body`, whose statements fail with `SQLITE_INTERRUPT` once `now()` has reached `deadline`.
    ///
    /// Looked at every 1,000 steps of SQLite's machine; work in Swift is not stopped. The clock is monotonic:
    /// a step of the wall clock changes nothing.
    package func withDeadline<Result>(
        _ deadline: ContinuousClock.Instant, now: @escaping () -> ContinuousClock.Instant,
        _ body: () throws -> Result
    ) rethrows -> Result {
        watchdog.hasStopped = false
        watchdog.now = now
        watchdog.deadline = deadline
        defer { watchdog.deadline = nil }
        return try body()
    }

    /// Whether the last deadline stopped a statement.
    package var hasMissedDeadline: Bool { watchdog.hasStopped }
}
