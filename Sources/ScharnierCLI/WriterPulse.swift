import Scharnier
import ScharnierStore
import Synchronization

/// Whether the writer works: an empty job goes its whole way, and costs no sync because it changes nothing.
final class WriterPulse: Sendable {
    private let store: SQLiteStore
    private let isAwaited = Atomic(false)
    private let isAnswered = Atomic(false)

    init(_ store: SQLiteStore) {
        self.store = store
    }

    /// Whether the writer has finished the job of the call before.
    ///
    /// Gives it the next. To be called by one thread.
    func isAlive() -> Bool {
        let hasAnswered = isAnswered.exchange(false, ordering: .acquiringAndReleasing)
        if hasAnswered { isAwaited.store(false, ordering: .relaxed) }
        // A job that is still under way is not joined by more of its kind.
        if !isAwaited.exchange(true, ordering: .relaxed) { ask() }
        return hasAnswered
    }

    private func ask() {
        store.write(requestID: "", { _ in }) { [self] result in
            // A full queue tells nothing about the writer: ask again.
            if case .success = result { isAnswered.store(true, ordering: .releasing) }
            if case .failure = result { isAwaited.store(false, ordering: .relaxed) }
        }
    }
}
