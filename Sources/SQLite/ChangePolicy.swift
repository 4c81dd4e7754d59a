import CSQLite

/// Where a connection may change the database.
package enum ChangePolicy: Sendable {
    /// In a transaction, or as a transaction of its own.
    case anywhere
    /// Only while a transaction is open: once SQLite took it back, no statement may slip through alone.
    case inTransaction
    /// Not at all: for a connection that writers and readers take turns on; readers' own have `query_only`.
    case nowhere
}

extension Connection {
    /// Refuses a change where none is allowed.
    ///
    /// - Throws: ``SQLiteError`` with `SQLITE_READONLY` or, without its transaction, `SQLITE_ABORT_ROLLBACK`.
    func checkChange(by statement: Statement) throws(SQLiteError) {
        switch changes {
        case .anywhere:
            return
        case .inTransaction where isInTransaction:
            return
        case .inTransaction:
            throw .takenBack
        case .nowhere:
            throw SQLiteError(
                code: SQLITE_READONLY, message: "only reading is allowed here", sql: statement.text)
        }
    }
}

extension SQLiteError {
    /// SQLite took the transaction back, with everything in it (`SQLITE_ABORT_ROLLBACK`).
    package static let takenBack = SQLiteError(
        code: SQLITE_ABORT | 2 << 8, message: "the transaction was taken back", sql: "")
}
