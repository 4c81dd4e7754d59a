import CSQLite

extension Connection {
    /// Sets the switches and limits, and reads each back.
    func restrict(_ settings: Settings) throws(SQLiteError) {
        for (option, value) in FixedSetting.switches + settings.switches {
            let now = unsafe scharnier_db_config(handle, option, value)
            try expect(now == value, "switch \(option)", "\(now)")
        }
        for (limit, value) in FixedSetting.limits + settings.limits {
            unsafe sqlite3_limit(handle, limit, value)
            let now = unsafe sqlite3_limit(handle, limit, -1)
            try expect(now == value, "limit \(limit)", "\(now)")
        }
    }

    /// Sets the pragmas, and reads each back.
    func apply(_ settings: Settings, isInMemory: Bool, isWritable: Bool) throws(SQLiteError) {
        if settings.requiresWAL && !isInMemory {
            try requireWAL(isWriter: isWritable && !settings.isQueryOnly)
        }
        for (name, value) in FixedSetting.pragmas + settings.pragmas {
            // A database in memory has nothing to map, and says so by saying nothing.
            guard !(isInMemory && name == "mmap_size") else { continue }
            try set(name, to: value)
        }
    }

    /// Sets a pragma and checks that it holds.
    ///
    /// - Throws: ``SQLiteError`` with `SQLITE_MISUSE` if it reads back as something else.
    func set(_ pragma: String, to value: String) throws(SQLiteError) {
        try execute(script: "PRAGMA \(pragma) = \(value)")
        let now = try self.value(of: pragma)
        try expect(now == value, pragma, now)
    }

    /// What a pragma reads as; empty if it has no value.
    package func value(of pragma: String) throws(SQLiteError) -> String {
        let statement = try unsafe Statement("PRAGMA \(pragma)", on: handle)
        guard try statement.step() else { return "" }
        return unsafe sqlite3_column_text(statement.handle, 0).map { unsafe String(cString: $0) } ?? ""
    }

    private func requireWAL(isWriter: Bool) throws(SQLiteError) {
        if isWriter {
            // Both count for a new file only, before it is in WAL mode (sqlite.org/pragma.html#pragma_page_size).
            var sumBytes = SQLiteLibrary.sumBytes
            // Safe because the call reads and writes one number, before it returns.
            unsafe sqlite3_file_control(handle, nil, SQLITE_FCNTL_RESERVE_BYTES, &sumBytes)
            try execute(script: "PRAGMA page_size = \(FixedSetting.pageBytes)")
            try execute(script: "PRAGMA journal_mode = WAL")
        }
        let now = try value(of: "journal_mode")
        try expect(now == "wal", "journal_mode", now)
    }

    private func expect(_ holds: Bool, _ name: String, _ value: String) throws(SQLiteError) {
        guard !holds else { return }
        throw SQLiteError(code: SQLITE_MISUSE, message: "\(name) cannot be set: it is '\(value)'", sql: "")
    }
}

extension Connection {
    /// Switches the enforcement of foreign keys: off only while a migration rebuilds tables.
    ///
    /// - Throws: ``SQLiteError`` if it does not hold; within a transaction it never does.
    package func enforceForeignKeys(_ isEnforced: Bool) throws(SQLiteError) {
        try set("foreign_keys", to: isEnforced ? "1" : "0")
    }
}
