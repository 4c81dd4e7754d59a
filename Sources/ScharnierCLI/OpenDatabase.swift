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
        path: String, language: Language, isMigrating: Bool = false, limits: WriterLimits = WriterLimits(),
        readTime: Duration = Readers.readTime, events: StoreEvents = StoreEvents(),
        now: @escaping @Sendable () -> Instant = WallClock.now
    ) throws {
        store = try DatabaseFaults.told(in: language) {
            try SQLiteStore(
                path: path, publicRows: .current, isMigrating: isMigrating, limits: limits,
                readTime: readTime, events: events,
                now: now)
        }
    }

    /// Opens the database that a command's options name.
    ///
    /// - Throws: ``CommandFault`` with the file and the remedy.
    init(_ options: DatabaseOptions) throws {
        try self.init(path: options.path, language: options.talk.language)
    }
}
