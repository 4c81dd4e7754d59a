import Synchronization
import Testing

/// Collects what several writes or reads answer, and waits for all of them.
final class Answers<Value: Sendable>: Sendable {
    private let results = Mutex<[Result<Value, any Error>]>([])
    private let expected: Int

    init(expecting expected: Int) { self.expected = expected }

    func add(_ result: Result<Value, any Error>) {
        results.withLock { $0.append(result) }
    }

    /// All answers; after a minute those that came.
    func wait() -> [Result<Value, any Error>] {
        let end = ContinuousClock.now.advanced(by: .seconds(60))
        while results.withLock({ $0.count }) < expected {
            guard ContinuousClock.now < end else {
                Issue.record("only \(results.withLock { $0.count }) of \(expected) answered")
                break
            }
        }
        return results.withLock { $0 }
    }
}
