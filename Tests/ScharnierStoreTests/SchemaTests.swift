import Foundation
import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct SchemaTests {
    @Test func `all steps together give the schema that is written down`() throws {
        let written = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "schema.sql")
        let expected = try String(contentsOf: written, encoding: .utf8)
        let city = try TestCity()
        let statements: [String] = try city.store.connections.lend { connection in
            try connection.rows(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name"
            ) {
                try $0.next()
            }
        }
        let schema = statements.map { $0 + ";\n" }.joined(separator: "\n")
        #expect(schema == expected, "write this down:\n\(schema)")
    }

    @Test func `every table is strict`() throws {
        let city = try TestCity()
        let loose: [String] = try city.store.connections.lend { connection in
            try connection.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0") {
                try $0.next()
            }
        }
        #expect(loose.filter { !$0.hasPrefix("sqlite_") }.isEmpty)
    }

    @Test func `no reference is left to the commit, where it would take innocent writes along`() throws {
        let script = String(decoding: PackageResources.v0001_initial_sql, as: UTF8.self)
        #expect(!script.localizedUppercase.contains("DEFERR"))
    }

    @Test(
        arguments: [
            "EXPLAIN INSERT INTO organization DEFAULT VALUES", "EXPLAIN INSERT INTO contact DEFAULT VALUES",
            "EXPLAIN INSERT INTO need DEFAULT VALUES", "EXPLAIN INSERT INTO needItem DEFAULT VALUES",
            "EXPLAIN INSERT INTO offer DEFAULT VALUES",
            "EXPLAIN INSERT INTO transition DEFAULT VALUES", "EXPLAIN INSERT INTO change DEFAULT VALUES",
            "EXPLAIN INSERT INTO audit DEFAULT VALUES",
        ] as [SQL])
    func `no row needs a table of its own to be checked`(_ sql: SQL) throws {
        let city = try TestCity()
        let steps: [String] = try city.store.connections.lend { connection in
            try connection.rows(sql) { row in
                row.skip()
                return try row.next()
            }
        }
        #expect(steps.contains("Insert"))
        #expect(!steps.contains("OpenEphemeral"))
    }

    @Test(
        arguments: [
            "UPDATE need SET openness = 4", "UPDATE need SET status = 'open'",
            "UPDATE need SET publicRow = NULL",
            "UPDATE need SET carrier = zeroblob(16)", "UPDATE need SET createdAt = NULL",
            "UPDATE need SET title = 'ab'",
            "UPDATE needItem SET held = -1", "UPDATE needItem SET quantity = 0",
            "UPDATE needItem SET kind = 'x'",
            "UPDATE organization SET name = 'x'", "DELETE FROM organization", "DELETE FROM area",
            "UPDATE meta SET oldestPosition = -1", "UPDATE organization SET id = x'00'",
            "UPDATE need SET verifiedAt = 1",
            "UPDATE need SET siteName = 'x'", "UPDATE need SET periodTo = 1",
            "UPDATE need SET closingNote = 'x'",
            "INSERT INTO meta SELECT 2, createdAt, instanceKey, 0, '', 1, referenceStamp FROM meta",
        ] as [SQL])
    func `the schema refuses what cannot be`(_ sql: SQL) throws {
        let city = try TestCity()
        try city.keep(Need.sample(of: city.carrier.id, areas: [city.area("market")]))
        #expect(throws: SQLiteError.self) { try city.store.connections.lend { try $0.run(sql) } }
    }
}
