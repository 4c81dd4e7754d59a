import SQLite

/// Why the store could not do what it was asked, for reasons that lie in itself.
///
/// What a job throws of its own accord reaches its caller as it is; so does an ``SQLiteError`` not named here.
package enum StoreFailure: Error, Equatable, Sendable {
    /// Too much is waiting; nothing was done.
    case overloaded
    /// The disk is full; nothing was stored.
    case storageFull
    /// The disk failed while the change was made durable: it may be stored or not.
    case outcomeUnknown
    /// The time limit was reached; nothing was stored.
    case timeout
    /// The store is being closed; nothing was done.
    case stopped
}

extension Connection {
    /// An error of this connection in the store's words, where it has some.
    func inStoreWords(_ error: any Error) -> any Error {
        guard let error = error as? SQLiteError else { return error }
        if error.isFull { return StoreFailure.storageFull }
        if error.isInterrupt && hasMissedDeadline { return StoreFailure.timeout }
        return error
    }
}
