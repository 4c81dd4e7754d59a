import CSQLite
import Synchronization

/// A statement that writes one row, its text made once: values are handed over one after the other, without a list.
///
/// For what runs with nearly every write: putting an ``SQL`` of fifty values together costs as much as SQLite does.
package final class RowCommand: Sendable {
    /// The text handed to SQLite, with a `?` for each value.
    package let text: String

    /// Where a connection keeps the prepared statement.
    let number: Int

    /// Numbers the commands of the program.
    private static let count = Atomic(0)

    private init(_ text: String) {
        self.text = text
        number = Self.count.add(1, ordering: .relaxed).oldValue
    }

    /// A command that adds a row; `columns` are separated by commas.
    package static func insert(into table: SQL, _ columns: SQL) -> RowCommand {
        RowCommand(insertion(into: table, columns))
    }

    /// A command that adds a row, or makes the one with the same key like it (sqlite.org/lang_upsert.html).
    package static func upsert(into table: SQL, _ columns: SQL, key: SQL) -> RowCommand {
        let names = columns.text.split { $0 == "," || $0.isWhitespace }
        let changes = names.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return RowCommand(
            "\(insertion(into: table, columns)) ON CONFLICT (\(key.text)) DO UPDATE SET \(changes)")
    }

    private static func insertion(into table: SQL, _ columns: SQL) -> String {
        "INSERT INTO \(table.text) (\(columns.text)) VALUES (\(marks(columns)))"
    }

    /// A command that changes the row with a key, whose value is the last one.
    package static func update(_ table: SQL, _ columns: SQL, where key: SQL = "id") -> RowCommand {
        RowCommand(
            "UPDATE \(table.text) SET (\(columns.text)) = (\(marks(columns))) WHERE \(key.text) = ?")
    }

    private static func marks(_ columns: SQL) -> String {
        "?" + String(repeating: ",?", count: columns.text.utf8.count { $0 == UInt8(ascii: ",") })
    }
}

/// The row a statement writes, from left to right in the order of its columns; the counterpart of ``Row``.
///
/// It cannot be copied, so it cannot outlive the closure that was given it.
@safe @usableFromInline
package struct RowWriter: ~Copyable {
    private let statement: Statement
    private var count: Int32 = 0
    private var failure: Int32?

    init(of statement: Statement) {
        self.statement = statement
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
        let code = statement.bind(value, to: count)
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
