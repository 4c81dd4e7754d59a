import CSQLite

/// The row a statement stands on, read from left to right in the order of the SELECT list.
///
/// It cannot be copied, so it cannot outlive the closure that was given it.
@safe @usableFromInline
package struct Row: ~Copyable {
    private let statement: OpaquePointer
    private let count: Int32
    private var index: Int32 = 0

    init(of statement: borrowing Statement) {
        unsafe self.statement = statement.handle
        count = statement.columnCount
    }

    mutating func rewind() {
        index = 0
    }

    /// Reads the next column.
    ///
    /// - Throws: ``SQLiteError`` with `SQLITE_MISMATCH` if it does not hold a `T`, with `SQLITE_RANGE` if
    ///   there is no further column.
    @inlinable package mutating func next<T: ValueConvertible>(_ type: T.Type = T.self) throws(SQLiteError)
        -> T
    {
        guard let value = T(column: try advance()) else { throw mismatch("\(T.self)") }
        return value
    }

    /// Reads the next column, nil when it is NULL.
    ///
    /// - Throws: as for a column that must not be NULL.
    @inlinable package mutating func next<T: ValueConvertible>(_ type: T?.Type = T?.self) throws(SQLiteError)
        -> T?
    {
        let column = try advance()
        guard !column.isNull else { return nil }
        guard let value = T(column: column) else { throw mismatch("\(T.self)") }
        return value
    }

    /// Appends the next column's text or blob to `buffer` without making a `String`; false when it is NULL.
    ///
    /// - Throws: ``SQLiteError`` with `SQLITE_MISMATCH` if the column is a number.
    package mutating func appendBytes(to buffer: inout [UInt8]) throws(SQLiteError) -> Bool {
        guard let isText = try advance().append(to: &buffer) else { return false }
        guard isText else { throw mismatch("text or blob") }
        return true
    }

    /// Passes over the next column.
    package mutating func skip() {
        index += 1
    }

    @usableFromInline mutating func advance() throws(SQLiteError) -> Column {
        guard index < count else { throw complaint(SQLITE_RANGE, "has no column \(index)") }
        defer { index += 1 }
        return unsafe Column(index, of: statement)
    }

    @usableFromInline func mismatch(_ type: String) -> SQLiteError {
        complaint(SQLITE_MISMATCH, "column \(index - 1) holds no \(type)")
    }

    private func complaint(_ code: Int32, _ message: String) -> SQLiteError {
        let text = unsafe sqlite3_sql(statement).map { unsafe String(cString: $0) }
        return SQLiteError(code: code, message: message, sql: text ?? "")
    }
}
