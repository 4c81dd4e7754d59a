package import SQLite

/// The one writer of a database: jobs from any thread, one after the other, with group commit.
///
/// It takes what waits, runs it in one transaction, and answers after the commit; the next batch collects while
/// this one syncs, so nobody who is alone is delayed (operations.md §1).
package final class Writer: Sendable {
    let connections: ConnectionPool
    private let queue: BlockingQueue<Job>
    private let limits: WriterLimits
    private let thread: JobThread
    private let pace: Pace

    /// Starts the writer on the one connection of `connections`.
    ///
    /// - Parameters:
    ///   - connections: a pool of one connection that may write.
    ///   - limits: how much it takes on.
    ///   - hooks: whom it tells.
    ///   - now: a monotonic clock.
    /// - Throws: ``SQLiteError`` if the connection cannot be opened, ``SystemError`` if there can be no thread.
    package init(
        connections: ConnectionPool, limits: WriterLimits = WriterLimits(),
        hooks: WriterHooks = WriterHooks(),
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) throws {
        self.connections = connections
        self.limits = limits
        queue = BlockingQueue(capacity: limits.waitingJobs)
        pace = Pace()
        thread = try JobThread(name: "writer")
        try connections.lend { _ in }
        let runner = BatchRunner(connections: connections, limits: limits, hooks: hooks, now: now)
        let loop = WriterLoop(queue: queue, runner: runner, pace: pace)
        thread.submit { loop.run() }
    }

    deinit {
        stop()
    }

    /// How many jobs wait.
    package var waiting: Int { queue.count }

    /// Hands over a job and returns at once.
    ///
    /// `complete` is called exactly once: on the writer's thread, after the commit; or at once on this thread, with
    /// ``StoreFailure/overloaded`` or ``StoreFailure/stopped``.
    ///
    /// - Parameters:
    ///   - job: a pure function of the transaction, for it may be run twice. It neither begins nor ends one.
    ///   - complete: told the job's result, its own error, a ``StoreFailure`` or an ``SQLiteError``.
    package func submit<Result: Sendable>(
        _ job: @escaping @Sendable (Connection) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let isInTime = pace.expectedWait(behind: queue.count) <= limits.expectedWait
        if isInTime && queue.append(Job(job, then: complete)) { return }
        complete(.failure(queue.isClosed ? StoreFailure.stopped : StoreFailure.overloaded))
    }

    /// Hands over a job and waits for it; not to be called on the writer's own thread.
    ///
    /// - Throws: what ``submit(_:then:)`` would report.
    package func perform<Result: Sendable>(
        _ job: @escaping @Sendable (Connection) throws -> Result
    ) throws -> Result {
        let answer = BlockingQueue<Swift.Result<Result, any Error>>(capacity: 1)
        submit(job) { _ = answer.append($0) }
        guard let result = answer.take() else { throw StoreFailure.stopped }
        return try result.get()
    }

    /// Commits what waits, empties the log into the database and closes the connection.
    ///
    /// Readers should be closed before, so that the log can go.
    package func stop() {
        queue.close()
        thread.stop()
    }
}
