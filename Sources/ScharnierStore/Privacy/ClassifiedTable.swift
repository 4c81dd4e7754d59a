package import Scharnier

/// A table with the data kind of each of its columns.
package struct ClassifiedTable: Sendable {
    /// The table.
    package let name: String

    /// What its rows are kept for.
    package let activity: ProcessingActivity

    /// Its columns, in the order of their kinds.
    package let columns: [(name: String, kind: DataKind)]

    /// A table whose `columns` are written as lines of a kind, a colon and names.
    ///
    /// A line that names no kind is a mistake of the register, which classifies nothing then; the test of the register
    /// tells which columns are missing.
    init(_ name: String, _ activity: ProcessingActivity, _ columns: String) {
        self.name = name
        self.activity = activity
        self.columns = columns.split(separator: "\n").flatMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let kind = DataKind(rawValue: String(parts[0])) else {
                return [] as [(name: String, kind: DataKind)]
            }
            return parts[1].split(separator: " ").map { (String($0), kind) }
        }
    }
}

/// Every column of the schema with what it says about people: the one place that knows (operations.md §9).
///
/// The record of processing comes from it, and a test fails on a column that is missing here.
package enum ColumnRegister {
    /// All tables.
    package static let tables: [ClassifiedTable] =
        city + registry + records + brokerage + promises + proposals + logs

    /// What a column says about people; nil for one that nobody classified.
    package static func kind(of column: String, in table: String) -> DataKind? {
        tables.first { $0.name == table }?.columns.first { $0.name == column }?.kind
    }
}
