package import SQLite

/// The readers of a database: each caller reads one unchanging state, on its own thread.
package final class Readers: Sendable {
    /// Time that one read may take in SQLite (operations.md §1).
    package static let readTime = Duration.seconds(2)

    private let connections: ConnectionPool
    private let readTime: Duration
    private let now: @Sendable () -> ContinuousClock.Instant

    /// Makes readers on the connections of a pool.
    ///
    /// For a database in memory this is the writer's own pool, of which writer and readers take turns.
    package init(
        connections: ConnectionPool, readTime: Duration = Readers.readTime,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.connections = connections
        self.readTime = readTime
        self.now = now
    }

    /// Runs `body` in one read transaction; it sees everything that was answered before, and changes nothing.
    ///
    /// Waits for a connection if all are in use. Not to be called from within another read, nor from a job.
    ///
    /// - Throws: what `body` throws; ``StoreFailure/timeout`` once SQLite has worked on it for too long.
    package func read<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        try connections.lend { connection in
            connection.changes = .nowhere
            defer { connection.changes = .anywhere }
            do {
                return try connection.withDeadline(now().advanced(by: readTime), now: now) {
                    try connection.transaction(.deferred) { try body(connection) }
                }
            } catch {
                throw connection.inStoreWords(error)
            }
        }
    }

    /// Closes the connections; one that is in use closes when its read ends.
    package func close() {
        connections.close()
    }
}
