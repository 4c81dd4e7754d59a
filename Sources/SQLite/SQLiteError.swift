import CSQLite

/// What SQLite said, and about which statement.
///
/// Never shown to an API caller. `sql` is the text with `?` for the values, never the values; `message` may
/// repeat a search expression that full-text search could not read.
@usableFromInline package struct SQLiteError: Error, Equatable, Sendable {
    /// SQLite's extended result code (sqlite.org/rescode.html).
    package let code: Int32

    /// SQLite's own words.
    package let message: String

    /// The text of the statement, empty when there was none.
    package let sql: String

    /// Whether the schema refused the change.
    package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }

    /// Whether a value that must be unique was there already, as primary key or otherwise.
    package var isUniqueViolation: Bool {
        code == ExtendedCode.unique || code == ExtendedCode.primaryKey || code == ExtendedCode.rowid
    }

    /// Whether the disk is full.
    package var isFull: Bool { primaryCode == SQLITE_FULL }

    /// Whether the disk failed.
    package var isIOError: Bool { primaryCode == SQLITE_IOERR }

    /// Whether the disk failed to make data durable; a second attempt would lie.
    package var isSyncFailure: Bool { code == ExtendedCode.sync || code == ExtendedCode.directorySync }

    /// Whether another connection held a lock for longer than the busy timeout.
    package var isBusy: Bool { primaryCode == SQLITE_BUSY }

    /// Whether the statement was stopped by a deadline or from another thread.
    package var isInterrupt: Bool { primaryCode == SQLITE_INTERRUPT }

    /// Whether the file is damaged, or no database at all.
    package var isCorrupt: Bool {
        primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB || code == ExtendedCode.data
    }

    /// Whether the file could not be opened: missing, no rights, a symbolic link.
    package var isCannotOpen: Bool { primaryCode == SQLITE_CANTOPEN }

    /// Whether the change was refused because the connection or the file is for reading only.
    package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }

    private var primaryCode: Int32 { code & 0xff }
}

/// Extended codes that C builds with a macro the importer cannot see: `primary | n << 8`.
private enum ExtendedCode {
    static let primaryKey = SQLITE_CONSTRAINT | 6 << 8
    static let unique = SQLITE_CONSTRAINT | 8 << 8
    static let rowid = SQLITE_CONSTRAINT | 10 << 8
    static let sync = SQLITE_IOERR | 4 << 8
    static let data = SQLITE_IOERR | 32 << 8
    static let directorySync = SQLITE_IOERR | 5 << 8
}

extension SQLiteError {
    /// The error that `database` has just reported.
    init(code: Int32, on database: OpaquePointer?, sql: String = "") {
        self.init(code: code, message: unsafe String(cString: sqlite3_errmsg(database)), sql: sql)
    }
}
