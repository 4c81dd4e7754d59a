import SQLite
import Scharnier

/// Transactions one after the other, each waited for on the calling thread, which is none of the store's others.
struct StoreSteps: Steps {
    let store: SQLiteStore
    let requestID: String

    /// Whether the writes delete or erase, which is done also when little space is left.
    let isReleasing: Bool

    func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result {
        try store.read(body)
    }

    func write<Result: Sendable>(
        within time: Duration?, _ body: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result {
        try wait {
            store.write(requestID: requestID, isReleasing: isReleasing, within: time, body, then: $0)
        }
    }

    func tryOut<Result: Sendable>(
        within time: Duration?, _ body: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result {
        try wait { store.tryOut(within: time, body, then: $0) }
    }

    private func wait<Result: Sendable>(
        _ start: (@escaping @Sendable (Swift.Result<Result, any Error>) -> Void) -> Void
    ) throws -> Result {
        // Work of many steps would hold up the end for long.
        guard !store.isClosing else { throw Scharnier.StoreFailure.closed }
        let answer = BlockingQueue<Swift.Result<Result, any Error>>(capacity: 1)
        start { _ = answer.append($0) }
        guard let result = answer.take() else { throw Scharnier.StoreFailure.closed }
        return try result.get()
    }
}
