import Foundation
import Testing

/// A large log that a kill has left (operations.md §5).
@Suite struct RecoveryTests {
    private static let octets = 50 << 20

    @Test func `a log of 50 MB is read at the start and cut soon after`() throws {
        let city = try City()
        let carrier = try city.token("carrier")
        // One page of 8 KiB a change, none of which is copied into the database, not even at the end.
        let changes = Self.octets / 8_216 + 1
        let script =
            ["PRAGMA wal_autocheckpoint = 0;", "PRAGMA synchronous = OFF;"]
            + Array(repeating: "UPDATE meta SET createdAt = createdAt + 1;", count: changes)
        let file = try city.folder.write(Array(script.joined(separator: "\n").utf8), to: "changes.sql")
        let before = try created(city)
        let made = try Program.run(
            tool: "sqlite3", city.path, ".dbconfig no_ckpt_on_close on", ".read \(file)", in: city.folder)
        #expect(made.code == 0, "\(made.errors)")
        let log = "\(city.path)-wal"
        #expect(try size(log) >= Self.octets)
        // As after a kill: shared memory that nobody cleaned up.
        try Data(repeating: 0x5a, count: 32 << 10).write(to: URL(fileURLWithPath: "\(city.path)-shm"))

        let service = try city.serve()
        print("recovery: a log of \(try size(log) >> 20) MiB, ready after \(service.startup)")
        // 2 s on a machine of one's own; here others build and test.
        #expect(service.startup < .seconds(10))
        try eventually("all pages were looked through") { service.log.contains("pages checked") }
        _ = try Caller(service, carrier).post("/v1/needs", Drafts.titled("Nach dem Start")).expecting(201)
        try eventually("the log is cut") { try size(log) <= 32 << 20 }
        service.terminate()
        _ = try service.outcome()
        #expect(try created(city) == before + changes)
    }

    @Test func `after a regular end nothing has to be recovered or looked through`() throws {
        let city = try City()
        for _ in 0..<2 {
            let service = try city.serve()
            service.terminate()
            let outcome = try service.outcome()
            #expect(outcome.code == 0)
            #expect(!outcome.errors.contains("pages checked"))
        }
        #expect(!FileManager.default.fileExists(atPath: "\(city.path)-wal"))
    }

    private func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    private func created(_ city: City) throws -> Int {
        let read = try Program.run(
            tool: "sqlite3", city.path, ".dbconfig no_ckpt_on_close on", "SELECT createdAt FROM meta",
            in: city.folder)
        guard let number = read.lines.compactMap({ Int($0) }).last else { throw Missing(what: read.errors) }
        return number
    }
}
