import CSQLite

/// One prepared statement; it must not outlive the connection that prepared it.
@safe
final class Statement {
    let handle: OpaquePointer
    let columnCount: Int32

    /// Whether it changes nothing in the database (sqlite.org/c3ref/stmt_readonly.html).
    let isReadOnly: Bool

    /// Whether it is being run: the same text within its own loop needs another statement.
    var isBusy = false

    /// Whether it was run since the cache was last swept.
    var wasUsed = true

    /// Prepares the first and only statement of `text`.
    init(_ text: String, on database: OpaquePointer) throws(SQLiteError) {
        var prepared: OpaquePointer?
        var hasMore = false
        // Safe because the text outlives the call and SQLite keeps its own copy.
        let code = unsafe text.withCString { start in
            var rest: UnsafePointer<CChar>?
            let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
            let code = unsafe sqlite3_prepare_v3(database, start, -1, flags, &prepared, &rest)
            unsafe hasMore = rest.map { unsafe String(cString: $0).contains { !$0.isWhitespace } } ?? false
            return code
        }
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code: code, on: database, sql: text) }
        guard let handle = unsafe prepared, !hasMore else {
            unsafe sqlite3_finalize(prepared)
            throw SQLiteError(code: SQLITE_MISUSE, message: "not exactly one statement", sql: text)
        }
        unsafe self.handle = handle
        columnCount = unsafe sqlite3_column_count(handle)
        isReadOnly = unsafe sqlite3_stmt_readonly(handle) != 0
    }

    deinit {
        unsafe sqlite3_finalize(handle)
    }

    /// Goes to the next row; false at the end.
    func step() throws(SQLiteError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    /// Makes it ready to be run again.
    ///
    /// Without this a reader would hold its snapshot. The code repeats the error of the last step: ignored.
    func reset() {
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
    }

    func bind(_ values: [Value]) throws(SQLiteError) {
        var index: Int32 = 0
        for value in values {
            index += 1
            let code = bind(value, to: index)
            guard code == SQLITE_OK else { throw error(code) }
        }
    }

    /// Gives the `index`-th value, counted from 1; SQLite's result code.
    func bind(_ value: Value, to index: Int32) -> Int32 {
        // Safe because SQLite copies text and blobs before the call returns (SQLITE_TRANSIENT).
        switch value {
        case .null:
            unsafe sqlite3_bind_null(handle, index)
        case .integer(let number):
            unsafe sqlite3_bind_int64(handle, index, number)
        case .real(let number):
            unsafe sqlite3_bind_double(handle, index, number)
        case .text(let text):
            bind(text, to: index)
        case .blob(let bytes):
            bind(bytes, to: index)
        case .key(let high, let low):
            bind(high, low, to: index)
        }
    }

    private func bind(_ text: String, to index: Int32) -> Int32 {
        var text = text
        // Not as a C string, for which short texts would be copied into an array first.
        return text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) { characters in
                // No text at all has no address, which SQLite would take for NULL.
                guard let start = characters.baseAddress else {
                    return unsafe scharnier_bind_text(handle, index, "", 0)
                }
                return unsafe scharnier_bind_text(handle, index, start, UInt64(characters.count))
            }
        }
    }

    private func bind(_ bytes: [UInt8], to index: Int32) -> Int32 {
        // No bytes are not NULL: SQLite would take a blob without an address for one.
        guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
        return unsafe bytes.withUnsafeBytes {
            unsafe scharnier_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
        }
    }

    private func bind(_ high: UInt64, _ low: UInt64, to index: Int32) -> Int32 {
        var bytes = (high.bigEndian, low.bigEndian)
        return unsafe withUnsafeBytes(of: &bytes) {
            unsafe scharnier_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
        }
    }

    /// The error that `code` stands for.
    func error(_ code: Int32) -> SQLiteError {
        unsafe SQLiteError(code: code, on: sqlite3_db_handle(handle), sql: text)
    }

    /// What it was prepared from.
    var text: String { unsafe sqlite3_sql(handle).map { unsafe String(cString: $0) } ?? "" }

    /// How many values it takes.
    var parameterCount: Int32 { unsafe sqlite3_bind_parameter_count(handle) }
}
