import Scharnier

/// Removes what is past its period, once a day, between the writes of others (operations.md §9).
struct DailyRetention {
    /// Seconds until another try when one failed.
    private static let retry: Int64 = 600

    let store: SQLiteStore
    let events: TimerEvents

    /// Whether to go on.
    let isWanted: @Sendable () -> Bool

    /// Whether it was told that the runs rest.
    private var isResting = false

    init(_ store: SQLiteStore, events: TimerEvents, isWanted: @escaping @Sendable () -> Bool) {
        self.store = store
        self.events = events
        self.isWanted = isWanted
    }

    /// Does today's run, if it is due.
    ///
    /// - Returns: when the next one is due, or the next try; `nil` while they rest.
    mutating func runIfDue() -> Instant? {
        do {
            return try run()
        } catch {
            events.retentionFailed(error)
            return store.now().adding(seconds: Self.retry)
        }
    }

    private mutating func run() throws -> Instant? {
        let last = try store.read { try $0.lastRetention() }
        let due = RetentionRun.due(after: last)
        guard due <= store.now() else { return due }
        guard RetentionRun.mayBegin(at: store.now(), after: last) else {
            if !isResting { events.retentionRested(last) }
            isResting = true
            return nil
        }
        isResting = false
        let steps = StoreSteps(store: store, requestID: "", isReleasing: true)
        let run = try RetentionSweep(as: .system).run(in: steps, while: isWanted) { _, run in run }
        guard let run else { return nil }
        events.retained(run)
        return RetentionRun.due(after: run.at)
    }
}
