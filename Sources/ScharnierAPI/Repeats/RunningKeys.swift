import HTTPWire
import Scharnier
import Synchronization

/// The keyed requests under way: of two with the same key one runs, the other is told to come back.
///
/// There is one process, so that what is in nobody's hands here is either kept in the store or had no effect.
final class RunningKeys: Sendable {
    private let keys = Mutex<Set<IdempotencyKey>>([])

    /// Takes a key.
    ///
    /// - Throws: 409 `idempotency_in_progress` while another request has it.
    func begin(_ key: IdempotencyKey) throws(Problem) {
        guard keys.withLock({ $0.insert(key).inserted }) else {
            var problem = Problem(.idempotencyInProgress)
            problem.fields = [(.retryAfter, "1")]
            throw problem
        }
    }

    /// Gives it back, when the outcome is known.
    func end(_ key: IdempotencyKey) {
        keys.withLock { _ = $0.remove(key) }
    }
}
