import Foundation
import SQLite
import Testing

/// A directory of its own for one test, gone afterwards.
final class TemporaryDirectory {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }
}

extension Connection {
    static func inMemory(_ script: String = "") throws -> Connection {
        let connection = try Connection(path: ":memory:", mode: .readWriteCreate, settings: .writer)
        try connection.execute(script: script)
        return connection
    }

    static func writer(_ path: String) throws -> Connection {
        try Connection(path: path, mode: .readWriteCreate, settings: .writer)
    }

    static func reader(_ path: String) throws -> Connection {
        try Connection(path: path, mode: .readWrite, settings: .reader)
    }

    func count(_ sql: SQL) throws -> Int {
        try #require(try first(sql) { try $0.next() })
    }
}

/// The error a closure throws; fails the test if there is none, or of another kind.
func sqliteError(_ body: () throws -> Void, at location: SourceLocation = #_sourceLocation) -> SQLiteError? {
    #expect(throws: SQLiteError.self, sourceLocation: location, performing: body)
}
