import CSQLite

/// The settings that every connection has.
package enum FixedSetting {
    /// How long a connection waits for a lock, in milliseconds: of one that opens at the same time, or from outside.
    package static let busyMilliseconds: Int32 = 5000

    /// Size to which the log is cut after a peak.
    package static let logBytes = 32 << 20

    /// Size of a page of a new file: an encoded need of 3 KB fits in one, which spares lists a fifth of their cost.
    static let pageBytes = 8192

    /// Switches by `sqlite3_db_config`, with the value they must have.
    static let switches: [(option: Int32, value: Int32)] = [
        (SQLITE_DBCONFIG_DEFENSIVE, 1),  // shadow tables and the schema stay untouched
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),  // a swapped file must not run code
        (SQLITE_DBCONFIG_DQS_DML, 0),  // "x" must never turn into text
        (SQLITE_DBCONFIG_DQS_DDL, 0),
        (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
        (SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0),
        (SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
        (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
        (SQLITE_DBCONFIG_ENABLE_QPSG, 1),  // plans do not hang on bound values: prepared once, kept
    ]

    /// Limits by `sqlite3_limit`: they cut the attack surface.
    static let limits: [(limit: Int32, value: Int32)] = [
        (SQLITE_LIMIT_LENGTH, 32 << 20),
        (SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (SQLITE_LIMIT_VARIABLE_NUMBER, 1000),
        (SQLITE_LIMIT_EXPR_DEPTH, 100),
        (SQLITE_LIMIT_COMPOUND_SELECT, 10),
        (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500),
        (SQLITE_LIMIT_TRIGGER_DEPTH, 4),
    ]

    /// Pragmas with the value they must read back, as text.
    static let pragmas: [(name: String, value: String)] = [
        ("busy_timeout", "\(busyMilliseconds)"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("synchronous", "2"),  // FULL: a commit survives power loss
        ("secure_delete", "1"),  // not FAST (2), which leaves deleted text in free pages
        ("cell_size_check", "1"),  // finds damage early
        ("mmap_size", "0"),  // an I/O error would be SIGBUS instead of an error code
        ("journal_size_limit", "\(logBytes)"),
        ("temp_store", "2"),  // memory: no temporary files with personal data
    ]
}

extension Settings {
    /// The switches in which kinds of connections differ.
    var switches: [(option: Int32, value: Int32)] {
        [(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, checkpointsOnClose ? 0 : 1)]
    }

    /// The limits in which kinds of connections differ.
    var limits: [(limit: Int32, value: Int32)] {
        [(SQLITE_LIMIT_ATTACHED, attachedDatabases)]
    }

    /// The pragmas in which kinds of connections differ, with the value they must read back.
    var pragmas: [(name: String, value: String)] {
        [
            ("cache_size", "-\(cacheKibibytes)"),
            ("wal_autocheckpoint", "\(autocheckpointPages)"),
            ("query_only", isQueryOnly ? "1" : "0"),
        ]
    }
}
