import Scharnier
import ScharnierAPI
import ScharnierStore

/// A database that this process owns, opened for serving or for a command.
struct OpenDatabase {
    let store: SQLiteStore
    private let lock: OwnerLock

    /// Takes the lock, checks the schema and opens the store.
    ///
    /// - Throws: ``CommandFault`` with the file and the remedy.
    init(
        _ options: DatabaseOptions, migrating: Bool = false, now: @escaping @Sendable () -> Instant = WallClock.now,
        onFatal: @escaping @Sendable (any Error) -> Void = { _ in }
    ) throws {
        (lock, store) = try DatabaseFaults.told(in: options.talk.language) {
            let lock = try OwnerLock(database: options.path)
            let store = try SQLiteStore(
                path: options.path, publicRows: .current, migrating: migrating, now: now, onFatal: onFatal)
            return (lock, store)
        }
    }

    /// Closes the store, then lets the next process have the database.
    func close() {
        store.stop()
        lock.release()
    }
}

extension Store {
    /// Writes and waits for the commit: for commands, never on a loop's thread.
    func writeAndWait<Result: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result {
        let answer = Waiting<Swift.Result<Result, any Error>>()
        write(requestID: "command-line", body) { answer.fulfil($0) }
        return try answer.value().get()
    }
}
