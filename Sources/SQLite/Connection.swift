import CSQLite
import CWords
import Synchronization

/// One open database connection.
///
/// A connection does one thing at a time: it is deliberately not `Sendable`. It keeps its prepared
/// statements; each is reset and its bindings cleared after every run, so that none holds a snapshot.
@safe
package final class Connection {
    let handle: OpaquePointer
    var cache = StatementCache()
    let watchdog = Watchdog()
    let bindings = BindingStore()

    /// Another number whenever what was read before may not be what the transaction would read now.
    ///
    /// That is with its beginning, and when all or a part of it is taken back. No two connections have the same.
    package private(set) var epoch = Epochs.next()

    /// Stops what the connection is doing, from another thread.
    package let interrupter: Interrupter

    /// Where statements that change the database are run; elsewhere they are refused.
    package var changes = ChangePolicy.anywhere

    /// Whether it must not be lent again, for the disk failed under it.
    package var isBroken = false

    /// Opens the database at `path`, or one that lives as long as the connection at ":memory:".
    ///
    /// Every setting is made and read back (sqlite.org/pragma.html, sqlite.org/c3ref/db_config.html).
    /// The directory may be reached through symbolic links, the file itself may not be one.
    ///
    /// - Throws: ``SQLiteError`` if the file cannot be opened, or a setting does not hold.
    package init(path: String, mode: OpenMode, settings: Settings) throws(SQLiteError) {
        let isInMemory = path == ":memory:"
        let place = try isInMemory ? path : resolvedPath(path)
        let handle = try unsafe Self.open(place, mode)
        unsafe self.handle = handle
        interrupter = unsafe Interrupter(handle)
        try addFunctions()
        // First of all, for whoever opens a file that nobody has open looks for a log to recover, and is then alone.
        unsafe sqlite3_busy_timeout(handle, FixedSetting.busyMilliseconds)
        try restrict(settings)
        try apply(settings, isInMemory: isInMemory, isWritable: mode != .readOnly)
        // Safe because the connection owns the watchdog and takes the handler away by closing.
        unsafe sqlite3_progress_handler(
            handle, Watchdog.steps, stopsAtDeadline, Unmanaged.passUnretained(watchdog).toOpaque())
    }

    deinit {
        interrupter.forget()
        cache.removeAll()
        unsafe sqlite3_close_v2(handle)
    }

    /// Whether a transaction is open.
    ///
    /// To be asked after every error: SQLite may have rolled it back (sqlite.org/lang_transaction.html).
    package var isInTransaction: Bool {
        unsafe sqlite3_get_autocommit(handle) == 0
    }

    /// Makes what was read before count for nothing.
    func beginEpoch() { epoch = Epochs.next() }

    /// How many rows the last INSERT, UPDATE or DELETE touched.
    package var changedRows: Int64 {
        unsafe sqlite3_changes64(handle)
    }

    /// The key of the row added last to a table whose key is a number (sqlite.org/c3ref/last_insert_rowid.html).
    package var lastKey: Int64 {
        unsafe sqlite3_last_insert_rowid(handle)
    }

    /// How many rows all statements so far have touched, also those that were taken back; only grows.
    package var totalChanges: Int64 {
        unsafe sqlite3_total_changes64(handle)
    }

    /// Makes the functions of the program known to SQL.
    private func addFunctions() throws(SQLiteError) {
        let code = unsafe cwords_register(handle)
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code: code, on: handle) }
    }

    private static func open(_ path: String, _ mode: OpenMode) throws(SQLiteError) -> OpaquePointer {
        SQLiteLibrary.prepare()
        var opened: OpaquePointer?
        let flags = mode.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW
        // A database in memory has its own layer.
        let layer = path == ":memory:" ? nil : SQLiteLibrary.fileLayer
        let code = unsafe sqlite3_open_v2(path, &opened, flags, layer)
        guard let handle = unsafe opened, code == SQLITE_OK else {
            let error = unsafe SQLiteError(code: code, on: opened)
            unsafe sqlite3_close_v2(opened)
            throw SQLiteError(code: code, message: "cannot open \(path): \(error.message)", sql: "")
        }
        return unsafe handle
    }
}

extension OpenMode {
    fileprivate var flags: Int32 {
        switch self {
        case .readWriteCreate: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .readWrite: SQLITE_OPEN_READWRITE
        case .readOnly: SQLITE_OPEN_READONLY
        }
    }
}

/// The epochs of all connections.
private enum Epochs {
    private static let count = Atomic(0)

    static func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
