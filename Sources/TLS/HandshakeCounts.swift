import Synchronization

/// How many handshakes of a server came to their end, and how many did not; readable from any thread.
package final class HandshakeCounts: Sendable {
    private let completedCount = Atomic(0)
    private let resumedCount = Atomic(0)
    private let failedCount = Atomic(0)

    /// Those after which both ends could speak.
    package var completed: Int { completedCount.load(ordering: .relaxed) }

    /// The completed ones that took up an earlier session.
    package var resumed: Int { resumedCount.load(ordering: .relaxed) }

    /// Those that began and came to nothing: refused, broken off, too slow, no TLS at all.
    ///
    /// Connections over which nothing came are not counted: they are looks at the port.
    package var failed: Int { failedCount.load(ordering: .relaxed) }

    func noteCompleted(isResumed: Bool) {
        completedCount.add(1, ordering: .relaxed)
        if isResumed { resumedCount.add(1, ordering: .relaxed) }
    }

    func noteFailed() {
        failedCount.add(1, ordering: .relaxed)
    }
}
