package import SQLite

/// What the writer tells others; everything is called on its thread and should be quick.
package struct WriterHooks: Sendable {
    /// After each commit, before its answers leave: whoever is answered finds the change everywhere.
    ///
    /// May read what was committed with the connection; must not change anything.
    package var committed: @Sendable (Connection) -> Void = { _ in }

    /// After each batch, for the metrics.
    package var measured: @Sendable (BatchReport) -> Void = { _ in }

    /// The log could not be copied: nothing is lost, but it grows.
    package var checkpointFailed: @Sendable (any Error) -> Void = { _ in }

    /// The disk failed during a commit; the process must end (exit 74) and start anew.
    ///
    /// Called once, after everyone who waited was told ``StoreFailure/outcomeUnknown``.
    package var failed: @Sendable (any Error) -> Void = { _ in }

    /// Makes hooks that do nothing.
    package init() {}
}

/// What one batch came to.
package struct BatchReport: Equatable, Sendable {
    /// Jobs in it.
    package let jobs: Int

    /// From its beginning to its last answer.
    package let time: Duration
}
