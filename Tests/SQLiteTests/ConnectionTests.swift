import Foundation
import SQLite
import Testing

@Suite struct ConnectionTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func `a missing file is made only when asked`() throws {
        let path = directory.file("a.db")
        #expect(sqliteError { _ = try Connection(path: path, mode: .readWrite, settings: .writer) } != nil)
        #expect(!FileManager.default.fileExists(atPath: path))
        _ = try Connection.writer(path)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `a missing directory is an error that names it`() {
        let error = sqliteError { _ = try Connection.writer("/nonexistent/a.db") }
        #expect(error?.message.contains("/nonexistent") == true)
    }

    @Test(arguments: ["", "/", "a/", ".", "..", "/tmp/.", "a\u{0}b"])
    func `what names no file is refused`(path: String) {
        #expect(sqliteError { _ = try Connection.writer(path) }?.code == 14)
    }

    @Test func `the directory may be a symbolic link, the file may not`() throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: directory.file("real"), withIntermediateDirectories: false)
        try manager.createSymbolicLink(
            atPath: directory.file("link"), withDestinationPath: directory.file("real"))
        _ = try Connection.writer(directory.file("link/a.db"))
        #expect(manager.fileExists(atPath: directory.file("real/a.db")))

        try manager.createSymbolicLink(
            atPath: directory.file("b.db"), withDestinationPath: directory.file("real/a.db"))
        #expect(sqliteError { _ = try Connection.writer(directory.file("b.db")) } != nil)
    }

    @Test func `a name that looks like a URI is a name`() throws {
        _ = try Connection.writer(directory.file("file:x?mode=memory"))
        #expect(FileManager.default.fileExists(atPath: directory.file("file:x?mode=memory")))
    }

    @Test func `a file that is no database is corrupt`() throws {
        let path = directory.file("a.db")
        try Data(repeating: 65, count: 8192).write(to: URL(fileURLWithPath: path))
        #expect(sqliteError { _ = try Connection.writer(path) }?.isCorrupt == true)
    }

    @Test func `a reader sees what is committed and changes nothing`() throws {
        let path = directory.file("a.db")
        let writer = try Connection.writer(path)
        try writer.execute(script: "CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('x')")
        let reader = try Connection.reader(path)
        #expect(try reader.count("SELECT count(*) FROM t") == 1)
        #expect(sqliteError { try reader.run("INSERT INTO t VALUES ('y')") }?.isReadOnly == true)
    }

    @Test func `a second writer is told that the first is busy`() throws {
        let path = directory.file("a.db")
        let one = try Connection.writer(path)
        let other = try Connection.writer(path)
        try other.execute(script: "PRAGMA busy_timeout = 1")
        try one.begin(.immediate)
        #expect(sqliteError { try other.begin(.immediate) }?.isBusy == true)
        #expect(!other.isInTransaction)
        one.rollback()
        try other.begin(.immediate)
    }

    @Test func `changes are refused while they are not allowed`() throws {
        let connection = try Connection.inMemory("CREATE TABLE t (a TEXT) STRICT")
        connection.changes = .nowhere
        #expect(sqliteError { try connection.run("DELETE FROM t") }?.isReadOnly == true)
        #expect(try connection.count("SELECT count(*) FROM t") == 0)
        connection.changes = .anywhere
        try connection.run("DELETE FROM t")
    }
}
