import Foundation
import SQLite
import Testing

@Suite struct CheckpointTests {
    let directory: TemporaryDirectory
    let path: String
    let writer: Connection

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("a.db")
        writer = try .writer(path)
        try writer.execute(script: "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
    }

    private var logBytes: Int {
        get throws {
            try #require(
                try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int)
        }
    }

    @Test func `truncating leaves an empty log`() throws {
        #expect(try logBytes > 0)
        let result = try writer.checkpoint(.truncate)
        #expect(!result.wasBlocked && result.logPages == 0)
        #expect(try logBytes == 0)
    }

    @Test func `a reader in the way is reported at once`() throws {
        let reader = try Connection.reader(path)
        try reader.transaction(.deferred) {
            _ = try reader.count("SELECT count(*) FROM t")
            try writer.run("INSERT INTO t VALUES (2)")
            let start = ContinuousClock.now
            #expect(try writer.checkpoint(.truncate, waitMilliseconds: 0).wasBlocked)
            #expect(ContinuousClock.now - start < .seconds(2))
            #expect(try writer.value(of: "busy_timeout") == "5000")
        }
        #expect(try !writer.checkpoint(.truncate).wasBlocked)
    }

    @Test func `a passive one copies what it can`() throws {
        let result = try writer.checkpoint(.passive)
        #expect(!result.wasBlocked && result.logPages == result.copiedPages && result.logPages > 0)
    }

    @Test func `closing empties the log unless told otherwise`() throws {
        do {
            let connection = try Connection.writer(directory.file("b.db"))
            try connection.execute(script: "CREATE TABLE t (a INTEGER) STRICT")
            connection.leaveLogOnClose()
        }
        #expect(FileManager.default.fileExists(atPath: directory.file("b.db-wal")))
        _ = try Connection.writer(directory.file("b.db"))
        #expect(!FileManager.default.fileExists(atPath: directory.file("b.db-wal")))
    }
}
