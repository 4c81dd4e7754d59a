import Scharnier
import ScharnierAPI
import ScharnierStore

/// A database that this process owns, opened for serving or for a command.
struct OpenDatabase {
    let store: SQLiteStore

    /// Takes the lock, checks the schema and opens the store.
    ///
    /// - Throws: ``CommandFault`` with the file and the remedy.
    init(
        _ options: DatabaseOptions, isMigrating: Bool = false, events: StoreEvents = StoreEvents(),
        now: @escaping @Sendable () -> Instant = WallClock.now
    ) throws {
        store = try DatabaseFaults.told(in: options.talk.language) {
            try SQLiteStore(
                path: options.path, publicRows: .current, isMigrating: isMigrating, events: events, now: now)
        }
    }
}
