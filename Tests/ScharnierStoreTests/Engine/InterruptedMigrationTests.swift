import Foundation
import SQLite
import ScharnierStore
import Testing

/// A migration that ends at any of its writes, as by kill -9: old or new, nothing between (operations.md §17).
@Suite(.serialized) struct InterruptedMigrationTests {
    private static let steps = [MigrationsTests.one, MigrationsTests.two, MigrationsTests.three]

    /// Enough for several pages, so that a step has many writes.
    private static let rows = """
        WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO a SELECT i FROM n
        """

    private let database: TemporaryDatabase
    private let migrations = Migrations(steps: Self.steps)

    init() throws {
        database = try TemporaryDatabase("")
        try DatabaseFile.make(at: database.path)
        try Migrations(steps: [Self.steps[0]]).prepare(database.path, migrating: true)
        try Connection(path: database.path, mode: .readWrite, settings: .writer).execute(script: Self.rows)
    }

    @Test func `what is found after each write is the state before or after a step, and can be brought on`()
        throws
    {
        let snapshots = Snapshots(of: database.path, in: database.directory + "/states")
        try DiskFault.watching(writesTo: [database.path, database.path + "-wal"], snapshots.take) {
            try migrations.prepare(database.path, migrating: true)
        }
        try snapshots.take()
        var seen: Set<Int> = []
        #expect(snapshots.files.count >= 20)
        for file in snapshots.files { seen.insert(try finish(file)) }
        #expect(seen == [1, 2, 3])
        print("migration: ended after each of \(snapshots.files.count) writes, states \(seen.sorted())")
    }

    /// Checks the state in which a file was found and migrates it to the end; gives the number of that state.
    private func finish(_ file: String) throws -> Int {
        let look = try Connection(path: file, mode: .readWrite, settings: .any)
        let number = try look.first("PRAGMA user_version") { try $0.next(Int.self) } ?? 0
        let expected = try Connection(path: ":memory:", mode: .readWriteCreate, settings: .any)
        try expected.enforceForeignKeys(false)
        for script in [Self.steps[0], Self.rows] + Self.steps[1..<number] {
            try expected.execute(script: script)
        }
        #expect(try look.content() == expected.content(), "\(file)")
        #expect(try look.value(of: "integrity_check") == "ok")
        try migrations.run(on: look, file: file)
        #expect(try migrations.state(of: look, file: file) == .current)
        return number
    }
}

extension Connection {
    /// The schema, and the rows of the table that all steps know.
    fileprivate func content() throws -> [String] {
        try rows("SELECT name || ' ' || sql FROM sqlite_schema ORDER BY name") { try $0.next(String.self) }
            + rows("SELECT 'a ' || id FROM a ORDER BY id") { try $0.next(String.self) }
    }
}

/// Copies of a database and its log, one for each moment.
private final class Snapshots {
    private(set) var files: [String] = []
    private let source: String
    private let folder: String

    init(of source: String, in folder: String) {
        self.source = source
        self.folder = folder
    }

    func take() throws {
        let copy = "\(folder)/\(files.count)/a.db"
        try FileManager.default.createDirectory(
            atPath: "\(folder)/\(files.count)", withIntermediateDirectories: true)
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: source + suffix) {
            try FileManager.default.copyItem(atPath: source + suffix, toPath: copy + suffix)
        }
        files.append(copy)
    }
}
