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

    /// A command that changes the row with a key, whose values are the last ones.
    package static func update(_ table: SQL, _ columns: SQL, where key: SQL = "id") -> RowCommand {
        RowCommand(
            "UPDATE \(table.text) SET (\(columns.text)) = (\(marks(columns))) WHERE (\(key.text)) = (\(marks(key)))"
        )
    }

    private static func marks(_ columns: SQL) -> String {
        "?" + String(repeating: ",?", count: columns.text.utf8.count { $0 == UInt8(ascii: ",") })
    }
}
