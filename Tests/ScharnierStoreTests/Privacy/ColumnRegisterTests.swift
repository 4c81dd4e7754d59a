import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// What each column says about people is known; from that come export, erasure and the record of processing.
@Suite struct ColumnRegisterTests {
    /// Every column that there is, as `table.column`.
    private func columns(_ more: SQL? = nil) throws -> [String] {
        let city = try TestCity()
        defer { withExtendedLifetime(city) {} }
        return try city.store.connections.lend { connection in
            if let more { try connection.run(more) }
            return try connection.rows(
                """
                SELECT m.name || '.' || c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
                """
            ) { try $0.next() }
        }
    }

    private func unclassified(_ columns: [String]) -> [String] {
        columns.filter { name in
            let parts = name.split(separator: ".").map(String.init)
            return ColumnRegister.kind(of: parts[1], in: parts[0]) == nil
        }
    }

    @Test func `every column of the schema has a data kind`() throws {
        let columns = try columns()
        #expect(columns.count > 300)
        #expect(unclassified(columns) == [])
    }

    @Test func `a column that nobody classified is found`() throws {
        let columns = try columns("ALTER TABLE contact ADD COLUMN shoeSize INTEGER")
        #expect(unclassified(columns) == ["contact.shoeSize"])
    }

    @Test func `nothing is classified that there is not, and nothing twice`() throws {
        let listed = ColumnRegister.tables.flatMap { table in table.columns.map { "\(table.name).\($0.name)" }
        }
        #expect(Set(listed).subtracting(try columns()) == [])
        #expect(Set(listed).count == listed.count)
        #expect(Set(ColumnRegister.tables.map(\.name)).count == ColumnRegister.tables.count)
    }

    @Test func `names, channels and texts are personal, digests are secret`() {
        let expected: [(String, String, DataKind)] = [
            ("contact", "displayName", .contact), ("contact", "email", .contact),
            ("contact", "phone", .contact),
            ("need", "text", .freeText), ("transition", "note", .freeText), ("keptAnswer", "body", .freeText),
            ("organization", "name", .organization), ("accessToken", "digest", .secret),
            ("need", "publicRow", .freeText), ("wordList", "words", .freeText),
            ("change", "sequence", .technical),
            ("introduction", "status", .none),
        ]
        for (table, column, kind) in expected {
            #expect(ColumnRegister.kind(of: column, in: table) == kind, "\(table).\(column)")
        }
        #expect(DataKind.allCases.filter(\.isPersonal) == [.organization, .contact, .freeText])
    }

    @Test func `every activity keeps some table`() {
        let used = Set(ColumnRegister.tables.map(\.activity))
        #expect(Set(ProcessingActivity.allCases).subtracting(used) == [])
    }
}
