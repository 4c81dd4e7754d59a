import ChildProcesses
import Foundation
import SQLite
import Testing

/// The checksum of every page: damage is an error, not other data.
@Suite struct PageSumTests {
    private let folder: TemporaryDirectory
    private var path: String { folder.file("a.db") }

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func connection(_ path: String, _ mode: OpenMode = .readWrite) throws -> Connection {
        try Connection(path: path, mode: mode, settings: .writer)
    }

    /// Makes a file of many pages, all of them in it and not in its log.
    private func fill() throws {
        let connection = try connection(path, .readWriteCreate)
        try connection.execute(script: "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT")
        for number in 0..<400 {
            try connection.run("INSERT INTO t VALUES (\(number), \(String(repeating: "x", count: 200)))")
        }
        try connection.checkpoint(.truncate)
    }

    private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func damage(at place: Int) throws {
        var bytes = try bytes()
        bytes[place] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    /// All rows, whose text is known.
    private func read() throws -> Bool {
        try connection(path).rows("SELECT b FROM t") { try $0.next(String.self) }
            == Array(repeating: String(repeating: "x", count: 200), count: 400)
    }

    @Test func `a new file leaves eight octets at the end of each page, and is read as it was written`()
        throws
    {
        try fill()
        let bytes = try bytes()
        #expect(bytes[20] == 8)
        #expect(bytes.count / 8192 > 10)
        #expect(try read())
        let pages = Set((0..<bytes.count / 8192).map { bytes[(($0 + 1) * 8192 - 8)..<(($0 + 1) * 8192)] })
        #expect(pages.count == bytes.count / 8192, "each has a sum of its own")
    }

    @Test func `one bit of a text that changed is an error, wherever it is`() throws {
        try fill()
        let sound = try bytes()
        for page in 1..<sound.count / 8192 {
            try sound.write(to: URL(fileURLWithPath: path))
            try damage(at: page * 8192 + 5000 + page)
            let error = #expect(throws: SQLiteError.self) { try read() }
            #expect(error?.isCorrupt == true, "page \(page): \(error?.code ?? 0)")
        }
        try sound.write(to: URL(fileURLWithPath: path))
        #expect(try read())
    }

    @Test func `pages that changed places are an error`() throws {
        try fill()
        var bytes = try bytes()
        let (third, fourth) = (bytes[3 * 8192..<4 * 8192], bytes[4 * 8192..<5 * 8192])
        bytes.replaceSubrange(3 * 8192..<4 * 8192, with: fourth)
        bytes.replaceSubrange(4 * 8192..<5 * 8192, with: third)
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(throws: SQLiteError.self) { try read() }
    }

    @Test func `a copy by VACUUM INTO has sums too`() throws {
        try fill()
        let copy = folder.file("copy.db")
        try Connection(path: path, mode: .readOnly, settings: .backup).run("VACUUM INTO \(copy)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
        #expect(bytes[20] == 8)
        var damaged = bytes
        damaged[3 * 8192 + 5000] ^= 1
        try damaged.write(to: URL(fileURLWithPath: copy))
        #expect(throws: SQLiteError.self) {
            try Connection(path: copy, mode: .readOnly, settings: .inspection)
                .rows("SELECT b FROM t") { try $0.next(String.self) }
        }
    }

    @Test func `a file of another program, which has no sums, is read as it is`() throws {
        let script = "PRAGMA journal_mode=WAL; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('x')"
        #expect(try ChildProcess("sqlite3", [path, script]).wait() == 0)
        #expect(try bytes()[20] == 0)
        #expect(try connection(path).first("SELECT a FROM t") { try $0.next(String.self) } == "x")
    }
}
