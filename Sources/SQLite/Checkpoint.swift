import CSQLite

/// How a checkpoint treats readers that are in its way (sqlite.org/c3ref/wal_checkpoint_v2.html).
package enum CheckpointMode: Sendable {
    /// Copies what it can.
    case passive
    /// Copies all and cuts the log to nothing.
    case truncate
}

/// What a checkpoint came to.
package struct CheckpointResult: Equatable, Sendable {
    /// Whether a reader kept it from finishing.
    package let wasBlocked: Bool

    /// Pages in the log.
    package let logPages: Int32

    /// Pages of them that are in the database now.
    package let copiedPages: Int32
}

extension Connection {
    /// Copies the log into the database.
    ///
    /// A truncating one gives readers in its way `waitMilliseconds` to finish.
    ///
    /// - Throws: ``SQLiteError`` if the disk failed or is full.
    @discardableResult
    package func checkpoint(
        _ mode: CheckpointMode, waitMilliseconds: Int32 = FixedSetting.busyMilliseconds
    ) throws(SQLiteError) -> CheckpointResult {
        unsafe sqlite3_busy_timeout(handle, waitMilliseconds)
        defer { unsafe sqlite3_busy_timeout(handle, FixedSetting.busyMilliseconds) }
        var logPages: Int32 = 0
        var copiedPages: Int32 = 0
        let code = unsafe sqlite3_wal_checkpoint_v2(handle, nil, mode.code, &logPages, &copiedPages)
        guard code == SQLITE_OK || code & 0xff == SQLITE_BUSY else {
            throw unsafe SQLiteError(code: code, on: handle)
        }
        return CheckpointResult(wasBlocked: code != SQLITE_OK, logPages: logPages, copiedPages: copiedPages)
    }

    /// The size of the log file, in bytes; 0 for a database in memory.
    package var logBytes: Int {
        // Safe because both names belong to the connection and are read at once.
        guard let database = unsafe sqlite3_db_filename(handle, nil), unsafe database.pointee != 0,
            let log = unsafe sqlite3_filename_wal(database)
        else { return 0 }
        return unsafe PrivateFile.size(of: String(cString: log)) ?? 0
    }

    /// Leaves the log alone when the connection closes.
    ///
    /// For the moment after a failed commit: a copy would trust what may not have reached the disk.
    package func leaveLogOnClose() {
        _ = unsafe scharnier_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    }
}

extension CheckpointMode {
    fileprivate var code: Int32 {
        switch self {
        case .passive: SQLITE_CHECKPOINT_PASSIVE
        case .truncate: SQLITE_CHECKPOINT_TRUNCATE
        }
    }
}
