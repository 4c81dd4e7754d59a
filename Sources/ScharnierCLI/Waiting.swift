import SQLite

/// A value that another thread will give.
final class Waiting<Value: Sendable>: Sendable {
    private let queue = BlockingQueue<Value>(capacity: 1)

    /// Gives the value, once.
    func fulfil(_ value: Value) { _ = queue.append(value) }

    /// Waits for the value.
    func value() throws -> Value {
        guard let value = queue.take() else { throw CancelledWait() }
        return value
    }

    struct CancelledWait: Error {}
}
