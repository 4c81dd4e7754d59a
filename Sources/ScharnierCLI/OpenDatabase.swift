import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore

/// A database that this process owns, opened for serving or for a command.
struct OpenDatabase {
    let store: SQLiteStore

    /// Takes the lock, checks the schema and opens the store.
    ///
    /// - Throws: ``CommandFault`` with the file and the remedy.
    init(
        _ configuration: Configuration, language: Language, isMigrating: Bool = false,
        events: StoreEvents = StoreEvents(), now: @escaping @Sendable () -> Instant = WallClock.now
    ) throws {
        store = try DatabaseFaults.told(in: language) {
            try SQLiteStore(
                path: configuration.localPath(), publicRows: .current, isMigrating: isMigrating,
                limits: configuration.writer, timers: configuration.timers,
                retention: configuration.retention, readTime: configuration.readTime,
                floors: configuration.floors,
                events: events, now: now)
        }
    }

    /// Opens the database that a command's options name, for the command alone.
    ///
    /// - Throws: ``CommandFault`` with the file and the remedy.
    init(_ options: DatabaseOptions, now: @escaping @Sendable () -> Instant = WallClock.now) throws {
        var configuration = try options.configuration
        configuration.writer.jobTime = Self.patience
        try self.init(configuration, language: options.talk.language, now: now)
    }

    /// How long a command's write may take: nobody else waits, and a busy machine is no reason to give up.
    private static let patience = Duration.seconds(600)
}
