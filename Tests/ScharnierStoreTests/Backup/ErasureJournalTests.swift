import Foundation
import Scharnier
import ScharnierStore
import Testing

@Suite struct ErasureJournalTests {
    private let database: TemporaryDatabase
    private let at = Instant(milliseconds: 1_795_253_400_000)

    init() throws { database = try TemporaryDatabase("") }

    private var file: String { ErasureJournal.path(beside: database.path) }

    private func revoked(_ number: UInt64) -> ErasureEntry {
        .tokenRevoked(Identifier(high: 1, low: number), at: at)
    }

    @Test func `entries are read as they were noted, each once`() throws {
        let journal = ErasureJournal(database: database.path)
        let entries = [revoked(1), .restored(1_000_000_000, at: at), revoked(2)]
        for entry in entries + [revoked(1)] { try journal.note(entry) }
        #expect(try ErasureJournal.entries(in: file) == entries)
        try ErasureJournal(database: database.path).note(revoked(3))
        #expect(try ErasureJournal.entries(in: file) == entries + [revoked(3)])
    }

    @Test func `the file has identifiers and times alone, and is private`() throws {
        try ErasureJournal(database: database.path).note(revoked(1))
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(
            text
                == #"{"kind":"token_revoked","id":"00000000-0000-0001-0000-000000000001","at":"2026-11-21T09:30:00.000Z"}"#
                + "\n")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `no journal is an empty one, and reading makes none`() throws {
        #expect(try ErasureJournal.entries(in: file) == [])
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `a line that a killed process left is passed over and goes with the next`() throws {
        try ErasureJournal(database: database.path).note(revoked(1))
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        for length in 1..<whole.count {
            try (whole + whole.prefix(length)).write(to: URL(fileURLWithPath: file))
            let isWhole = length == whole.count - 1
            #expect(try ErasureJournal.entries(in: file) == [revoked(1)], "\(length) octets")
            try ErasureJournal(database: database.path).note(revoked(2))
            #expect(try ErasureJournal.entries(in: file) == [revoked(1), revoked(2)], "\(isWhole)")
        }
    }

    @Test(arguments: [
        "x", "{}", "[]", #"{"kind":"erased","id":"1","at":"2026-11-21T09:30:00.000Z"}"#,
        #"{"kind":"token_revoked","id":"1","at":"2026-11-21T09:30:00.000Z"}"#,
        #"{"kind":"token_revoked","id":"00000000-0000-0001-0000-000000000001","at":"soon"}"#,
        #"{"kind":"restored","at":"2026-11-21T09:30:00.000Z"}"#,
    ])
    func `a line that is not understood is named, not skipped`(line: String) throws {
        try ErasureJournal(database: database.path).note(revoked(1))
        let whole = try String(contentsOfFile: file, encoding: .utf8)
        try (whole + line + "\n" + whole).write(toFile: file, atomically: false, encoding: .utf8)
        let fault = #expect(throws: BackupFault.self) { try ErasureJournal.entries(in: file) }
        #expect(fault?.reason == .journal(line: 2))
        #expect(fault?.description.contains(file) == true)
    }

    @Test func `a journal that cannot be written refuses what it should note`() throws {
        try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
        #expect(throws: (any Error).self) { try ErasureJournal(database: database.path).note(revoked(1)) }
    }

    @Test func `a revocation that is refused by its journal is not made`() throws {
        let path = database.directory + "/city.db"
        let city = try TestCity(path: path)
        defer { city.store.stop() }
        let request = TokenRequest(
            organization: city.carrier.id, role: .carrier, scopes: [.needsRead], label: "x")
        let token = try city.store.write {
            try $0.issue(request, digest: Array(repeating: 7, count: 32), as: .operator(user: 0))
        }
        try FileManager.default.createDirectory(
            atPath: ErasureJournal.path(beside: path), withIntermediateDirectories: false)
        #expect(throws: (any Error).self) {
            try city.store.write { try $0.revokeToken(token.id, as: .operator(user: 0)) }
        }
        #expect(try city.store.read { try $0.token(token.id)?.revokedAt } == nil)
    }
}
