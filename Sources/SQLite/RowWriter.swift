import CSQLite

/// The row a statement writes, from left to right in the order of its columns; the counterpart of ``Row``.
///
/// It cannot be copied, so it cannot outlive the closure that was given it.
@safe @usableFromInline
package struct RowWriter: ~Copyable {
    private let statement: Statement
    private let store: BindingStore
    private var count: Int32 = 0
    private var failure: Int32?

    init(of statement: Statement, in store: BindingStore) {
        self.statement = statement
        self.store = store
    }

    /// Writes the next column.
    @inlinable package mutating func add(_ value: some ValueConvertible) {
        bind(value.sqlValue)
    }

    /// Writes the next column, or NULL.
    @inlinable package mutating func add(_ value: (some ValueConvertible)?) {
        bind(value?.sqlValue ?? .null)
    }

    @usableFromInline mutating func bind(_ value: Value) {
        count += 1
        // Nothing is bound from the run before: NULL is what is there.
        if case .null = value { return }
        let code = statement.lend(value, to: count, in: store)
        if failure == nil, code != SQLITE_OK { failure = code }
    }

    /// Looks whether every column got its value.
    ///
    /// - Throws: ``SQLiteError`` with what SQLite said of the first value it refused, or with `SQLITE_MISUSE`.
    func check() throws(SQLiteError) {
        guard count == statement.parameterCount else {
            throw SQLiteError(
                code: SQLITE_MISUSE, message: "\(count) values for \(statement.parameterCount) columns",
                sql: statement.text)
        }
        if let failure { throw statement.error(failure) }
    }
}

/// Where the texts and blobs of a row lie while a statement writes it.
///
/// SQLite reads them there (sqlite.org/c3ref/bind_blob.html); of its own it would allocate and free a copy of each,
/// which for a row of fifty columns costs as much as putting it into its tree.
@safe
final class BindingStore {
    /// Octets: a need with long texts has its place; what has none is copied by SQLite.
    static let capacity = 32 << 10

    private let memory: UnsafeMutableRawPointer
    private(set) var used = 0

    init() {
        unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: Self.capacity, alignment: 16)
    }

    deinit {
        unsafe memory.deallocate()
    }

    /// Copies bytes to where they stay until ``release(to:)``; nil if there is no room.
    func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        guard let source = bytes.baseAddress, bytes.count <= Self.capacity - used else { return nil }
        // Safe because the room behind `used` was just looked at.
        let place = unsafe memory + used
        unsafe place.copyMemory(from: source, byteCount: bytes.count)
        used += bytes.count
        return UnsafeRawPointer(place)
    }

    /// Forgets what was kept since `used` had this value.
    func release(to used: Int) {
        self.used = used
    }
}

extension Statement {
    /// Gives the `index`-th value as ``bind(_:to:)`` does, but keeps texts and blobs itself where there is room.
    func lend(_ value: Value, to index: Int32, in store: BindingStore) -> Int32 {
        switch value {
        case .text(var text):
            let code: Int32? = text.withUTF8 { utf8 in
                guard let place = unsafe store.keep(UnsafeRawBufferPointer(utf8)) else { return nil }
                return unsafe scharnier_lend_text(handle, index, place, UInt64(utf8.count))
            }
            return code ?? bind(value, to: index)
        case .blob(let bytes):
            let code: Int32? = unsafe bytes.withUnsafeBytes { unsafe lend($0, to: index, in: store) }
            return code ?? bind(value, to: index)
        case .key(let high, let low):
            var bytes = (high.bigEndian, low.bigEndian)
            let code: Int32? = unsafe withUnsafeBytes(of: &bytes) { unsafe lend($0, to: index, in: store) }
            return code ?? bind(value, to: index)
        case .null, .integer, .real:
            return bind(value, to: index)
        }
    }

    private func lend(_ bytes: UnsafeRawBufferPointer, to index: Int32, in store: BindingStore) -> Int32? {
        // No bytes are not NULL: SQLite would take a blob without an address for one.
        guard unsafe !bytes.isEmpty, let place = unsafe store.keep(bytes) else { return nil }
        // Safe because what is kept stays until the statement is reset.
        return unsafe scharnier_lend_blob(handle, index, place, UInt64(bytes.count))
    }
}
