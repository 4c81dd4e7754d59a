import SQLite
import Testing

@Suite struct SettingsTests {
    let directory: TemporaryDirectory
    let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("a.db")
    }

    static let common = [
        "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0",
        "secure_delete": "1", "cell_size_check": "1", "mmap_size": "0", "journal_size_limit": "33554432",
        "busy_timeout": "5000", "temp_store": "2",
    ]

    @Test func `a writer has its settings`() throws {
        let expected = ["cache_size": "-16384", "wal_autocheckpoint": "1000", "query_only": "0"]
        try expect(Self.common.merging(expected) { $1 }, on: .writer(path))
    }

    @Test func `a reader has its settings`() throws {
        let writer = try Connection.writer(path)
        let expected = ["cache_size": "-8192", "wal_autocheckpoint": "0", "query_only": "1"]
        try expect(Self.common.merging(expected) { $1 }, on: .reader(path))
        withExtendedLifetime(writer) {}
    }

    @Test func `a reader of a file that is not in WAL mode is refused`() throws {
        let other = try Connection(
            path: path, mode: .readWriteCreate,
            settings: {
                var settings = Settings.writer
                settings.requiresWAL = false
                return settings
            }())
        try other.execute(script: "CREATE TABLE t (a TEXT) STRICT")
        let error = sqliteError { _ = try Connection.reader(path) }
        #expect(error?.message == "journal_mode cannot be set: it is 'delete'")
        let inspection = try Connection(path: path, mode: .readOnly, settings: .inspection)
        #expect(try inspection.value(of: "journal_mode") == "delete")
    }

    @Test func `a database in memory has the settings that make sense there`() throws {
        let connection = try Connection.inMemory()
        #expect(try connection.value(of: "foreign_keys") == "1")
        #expect(try connection.value(of: "journal_mode") == "memory")
    }

    @Test func `a name in double quotes is never text`() throws {
        let connection = try Connection.inMemory()
        #expect(
            sqliteError { try connection.run("SELECT \"x\"") }?.message.contains("no such column") == true)
    }

    @Test func `the schema cannot be written by hand`() throws {
        let connection = try Connection.inMemory("CREATE TABLE t (a TEXT) STRICT")
        try connection.execute(script: "PRAGMA writable_schema = ON")
        #expect(sqliteError { try connection.run("DELETE FROM sqlite_schema") } != nil)
    }

    @Test func `shadow tables of a search index cannot be written, the index can`() throws {
        let connection = try Connection.inMemory("CREATE VIRTUAL TABLE f USING fts5(a)")
        try connection.run("INSERT INTO f (a) VALUES (\("wort"))")
        #expect(sqliteError { try connection.run("DELETE FROM f_data") } != nil)
        #expect(try connection.count("SELECT count(*) FROM f WHERE f MATCH \("wort")") == 1)
    }

    @Test func `an extension cannot be loaded`() throws {
        #expect(sqliteError { try Connection.inMemory().run("SELECT load_extension('x')") } != nil)
    }

    @Test func `nothing can be attached, except for a backup`() throws {
        let writer = try Connection.writer(path)
        #expect(sqliteError { try writer.run("ATTACH ':memory:' AS x") } != nil)
        #expect(sqliteError { try writer.run("VACUUM INTO \(directory.file("b.db"))") } != nil)
        let backup = try Connection(path: path, mode: .readOnly, settings: .backup)
        try backup.run("VACUUM INTO \(directory.file("b.db"))")
    }

    @Test func `limits refuse what is too deep or too long`() throws {
        let connection = try Connection.inMemory()
        let deep = "SELECT 1" + String(repeating: "+1", count: 101)
        #expect(sqliteError { try connection.execute(script: deep) } != nil)
        let pattern = String(repeating: "x", count: 501)
        #expect(sqliteError { try connection.run("SELECT 'x' LIKE \(pattern)") } != nil)
        let union = Array(repeating: "SELECT 1", count: 11).joined(separator: " UNION ALL ")
        #expect(sqliteError { try connection.execute(script: union) } != nil)
        let long = "SELECT 1 -- " + String(repeating: "x", count: 100_000)
        #expect(sqliteError { try connection.execute(script: long) }?.code == 18)
    }

    private func expect(_ expected: [String: String], on connection: Connection) throws {
        for (name, value) in expected {
            #expect(try connection.value(of: name) == value, "\(name)")
        }
    }
}
