import CSQLite

/// One column of the row a statement stands on, read without a box around the value.
///
/// It cannot be copied, so it cannot outlive its row. Each reader is strict: nil unless the column holds
/// exactly that storage class (sqlite.org/datatype3.html), no conversion.
@safe @usableFromInline
package struct Column: ~Copyable {
    private let statement: OpaquePointer
    private let index: Int32

    init(_ index: Int32, of statement: OpaquePointer) {
        unsafe self.statement = statement
        self.index = index
    }

    /// Whether the column is NULL.
    @usableFromInline package var isNull: Bool {
        unsafe sqlite3_column_type(statement, index) == SQLITE_NULL
    }

    /// An INTEGER.
    @usableFromInline package var integer: Int64? {
        guard unsafe sqlite3_column_type(statement, index) == SQLITE_INTEGER else { return nil }
        return unsafe sqlite3_column_int64(statement, index)
    }

    /// A REAL.
    @usableFromInline package var real: Double? {
        guard unsafe sqlite3_column_type(statement, index) == SQLITE_FLOAT else { return nil }
        return unsafe sqlite3_column_double(statement, index)
    }

    /// A TEXT in valid UTF-8.
    @usableFromInline package var text: String? {
        guard unsafe sqlite3_column_type(statement, index) == SQLITE_TEXT else { return nil }
        return unsafe String(validating: bytes, as: UTF8.self)
    }

    /// A BLOB.
    @usableFromInline package var blob: [UInt8]? {
        guard unsafe sqlite3_column_type(statement, index) == SQLITE_BLOB else { return nil }
        return unsafe Array(bytes)
    }

    /// A BLOB of 16 bytes, most significant first.
    @usableFromInline package var key: (high: UInt64, low: UInt64)? {
        guard unsafe sqlite3_column_type(statement, index) == SQLITE_BLOB else { return nil }
        let bytes = unsafe UnsafeRawBufferPointer(bytes)
        guard bytes.count == 16 else { return nil }
        return unsafe (
            UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    /// Appends the bytes of a TEXT or BLOB; nil when NULL, false for a number.
    func append(to buffer: inout [UInt8]) -> Bool? {
        switch unsafe sqlite3_column_type(statement, index) {
        case SQLITE_TEXT, SQLITE_BLOB:
            unsafe buffer.append(contentsOf: bytes)
            return true
        case SQLITE_NULL:
            return nil
        default:
            return false
        }
    }

    /// The column's bytes where SQLite keeps them, valid until the next step.
    private var bytes: UnsafeBufferPointer<UInt8> {
        let start = unsafe sqlite3_column_blob(statement, index)
        let count = unsafe Int(sqlite3_column_bytes(statement, index))
        return unsafe UnsafeBufferPointer(
            start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    }
}
