import Foundation
import SQLite
import ScharnierStore
import Testing

@Suite struct MigrationsTests {
    static let one = "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (1), (2);"
    static let two = "CREATE TABLE b (a INTEGER NOT NULL REFERENCES a (id)) STRICT; INSERT INTO b VALUES (2);"
    /// Rebuilds a table that another one refers to.
    static let three = """
        CREATE TABLE c (id INTEGER PRIMARY KEY, name TEXT) STRICT;
        INSERT INTO c (id) SELECT id FROM a;
        DROP TABLE a;
        ALTER TABLE c RENAME TO a;
        """

    let database: TemporaryDatabase
    var file: String { database.path }

    init() throws { database = try TemporaryDatabase("") }

    private func reason(_ body: () throws -> Void) -> SchemaFault.Reason? {
        #expect(throws: SchemaFault.self, performing: body)?.reason
    }

    private func number(in file: String) throws -> String {
        try Connection(path: file, mode: .readOnly, settings: .inspection).value(of: "user_version")
    }

    @Test func `an empty file gets every step`() throws {
        #expect(try DatabaseFile.make(at: file))
        let migrations = Migrations(steps: [Self.one, Self.two, Self.three])
        #expect(try migrations.state(of: file) == .older(0))
        try migrations.prepare(file, migrating: true)
        #expect(try migrations.state(of: file) == .current)
        #expect(try number(in: file) == "3")
        try migrations.prepare(file, migrating: false)
    }

    @Test func `an older file gets what it lacks, and keeps its rows`() throws {
        try DatabaseFile.make(at: file)
        try Migrations(steps: [Self.one, Self.two]).prepare(file, migrating: true)
        let migrations = Migrations(steps: [Self.one, Self.two, Self.three])
        #expect(try migrations.state(of: file) == .older(2))
        try migrations.prepare(file, migrating: true)
        let connection = try Connection(path: file, mode: .readWrite, settings: .writer)
        #expect(
            try connection.first("SELECT count(*) FROM b JOIN a ON a.id = b.a") { try $0.next(Int.self) } == 1
        )
        #expect(try connection.value(of: "integrity_check") == "ok")
    }

    @Test func `before the first step a copy of the old state is kept, of an empty file none`() throws {
        try DatabaseFile.make(at: file)
        try Migrations(steps: [Self.one]).prepare(file, migrating: true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: database.directory) == ["a.db"])
        let old = try Connection(path: file, mode: .readWrite, settings: .writer)
        try old.run("INSERT INTO a VALUES (3)")
        try Migrations(steps: [Self.one, Self.two]).prepare(file, migrating: true)
        let copy = file + ".schema-1"
        #expect(try number(in: copy) == "1")
        let look = try Connection(path: copy, mode: .readOnly, settings: .inspection)
        #expect(try look.first("SELECT count(*) FROM a") { try $0.next(Int.self) } == 3)
        #expect(!FileManager.default.fileExists(atPath: copy + ".part"))
    }

    @Test func `an older file is refused unless asked to migrate`() throws {
        try DatabaseFile.make(at: file)
        try Migrations(steps: [Self.one]).prepare(file, migrating: true)
        let migrations = Migrations(steps: [Self.one, Self.two])
        #expect(reason { try migrations.prepare(file, migrating: false) } == .older(1, known: 2))
        #expect(try number(in: file) == "1")
    }

    @Test func `a newer file is refused`() throws {
        try DatabaseFile.make(at: file)
        try Migrations(steps: [Self.one, Self.two]).prepare(file, migrating: true)
        let fault = #expect(throws: SchemaFault.self) {
            try Migrations(steps: [Self.one]).prepare(file, migrating: true)
        }
        #expect(fault?.reason == .newer(2, known: 1))
        #expect(
            fault?.description
                == "\(file): has schema 2, this program knows 1; install the version that made it")
    }

    @Test(arguments: ["CREATE TABLE x (a)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"])
    func `a foreign file is refused and left as it is`(script: String) throws {
        try Connection(path: file, mode: .readWriteCreate, settings: .any).execute(script: script)
        #expect(reason { try Migrations(steps: [Self.one]).prepare(file, migrating: true) } == .foreign)
        let look = try Connection(path: file, mode: .readOnly, settings: .inspection)
        #expect(try look.value(of: "journal_mode") == "delete")
    }

    @Test func `a missing file and a damaged one are told apart`() throws {
        let migrations = Migrations(steps: [Self.one])
        #expect(reason { try migrations.prepare(file, migrating: true) } == .missing)
        try String(repeating: "no database ", count: 1000).write(
            toFile: file, atomically: false, encoding: .utf8)
        #expect(reason { try migrations.prepare(file, migrating: true) } == .damaged)
    }

    @Test func `a step that fails leaves the step before`() throws {
        try DatabaseFile.make(at: file)
        let migrations = Migrations(steps: [
            Self.one, "CREATE TABLE d (x TEXT) STRICT; SELECT nonsense", Self.two,
        ])
        #expect(throws: SchemaFault.self) { try migrations.prepare(file, migrating: true) }
        #expect(try number(in: file) == "1")
        let look = try Connection(path: file, mode: .readOnly, settings: .inspection)
        #expect(try look.first("SELECT count(*) FROM sqlite_schema") { try $0.next(Int.self) } == 1)
    }

    @Test func `a step that leaves dangling references is refused`() throws {
        try DatabaseFile.make(at: file)
        let migrations = Migrations(steps: [Self.one, Self.two, "DELETE FROM a WHERE id = 2"])
        #expect(reason { try migrations.prepare(file, migrating: true) } == .dangling(step: 3, table: "b"))
        #expect(try number(in: file) == "2")
    }

    @Test func `foreign keys are enforced again afterwards`() throws {
        let connection = try Connection(path: ":memory:", mode: .readWriteCreate, settings: .writer)
        try Migrations(steps: [Self.one, Self.two]).run(on: connection, file: ":memory:")
        #expect(try connection.value(of: "foreign_keys") == "1")
        #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO b VALUES (9)") }
    }
}

extension Settings {
    /// For files of other programs.
    static var any: Settings {
        var settings = Settings.writer
        settings.requiresWAL = false
        return settings
    }
}
