import SQLite

/// What the store tells others; everything is called on the writer's thread and should be quick.
package struct StoreEvents: Sendable {
    /// The position of the last change, after each commit and before its answers leave.
    package var committed: @Sendable (Int64) -> Void = { _ in }

    /// After each batch, for the metrics.
    package var measured: @Sendable (BatchReport) -> Void = { _ in }

    /// The log could not be copied, or the position not read: nothing is lost.
    package var troubled: @Sendable (any Error) -> Void = { _ in }

    /// The disk failed during a commit; the process must end (exit 74) without stopping the store.
    package var failed: @Sendable (any Error) -> Void = { _ in }

    /// After an end without a regular stop: what a look through all pages found wrong; on a thread of its own.
    package var checked: @Sendable (Result<[String], any Error>) -> Void = { _ in }

    /// Makes events that nobody hears of.
    package init() {}

    var hooks: WriterHooks {
        var hooks = WriterHooks()
        hooks.committed = { [committed, troubled] connection in
            do {
                committed(try connection.lastPosition())
            } catch {
                troubled(error)
            }
        }
        hooks.measured = measured
        hooks.checkpointFailed = troubled
        hooks.failed = failed
        return hooks
    }
}

extension Connection {
    /// The position of the last change, or of the end of what was cut off behind it.
    ///
    /// No counter stands for it in a row of its own, which every commit would have to write.
    func lastPosition() throws -> Int64 {
        try first(
            """
            SELECT max(oldestPosition, coalesce((SELECT max(sequence) FROM change), 0),
                coalesce((SELECT max(last) + 1 FROM cutOff), 0)) FROM meta WHERE id = 1
            """
        ) { try $0.next() } ?? 0
    }
}
