import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// A wall clock that somebody sets, forth and back: what it is not asked for, it cannot disturb (operations.md §5).
@Suite struct SteppedClockTests {
    /// What the clock shows, one after the other: two days forth and four back, past the end of 32-bit seconds and
    /// before their beginning, and the hour that comes twice when summer time ends.
    private static let moments = [
        "2026-11-21T09:30:00Z", "2026-11-23T09:30:00Z", "2026-11-19T09:30:00Z", "2038-01-19T03:14:08Z",
        "1969-12-31T23:59:59Z", "2026-10-25T00:59:59.999Z", "2026-10-25T01:00:00Z", "2026-10-25T00:00:00Z",
        "2026-11-21T09:30:00.001Z",
    ]

    private func needs(in city: TestCity) throws -> [Need] {
        try Self.moments.map { moment in
            city.clock.set(try #require(Instant(moment)))
            return try need(in: city)
        }
    }

    private func need(in city: TestCity) throws -> Need {
        let (owner, party) = (city.carrier.id, city.carrierParty)
        var content = Need.Content()
        content.title = "Bücher"
        return try city.store.write { [content] tx in
            try tx.createNeed(NeedProposal(content, items: []), for: owner, as: party)
        }
    }

    @Test func `identifiers grow, and no two are alike`() throws {
        let ids = try needs(in: TestCity()).map(\.id)
        #expect(zip(ids, ids.dropFirst()).allSatisfy { ($0.high, $0.low) < ($1.high, $1.low) })
    }

    @Test func `numbers and the feed follow the order of writing, and tell what the clock showed`() throws {
        let city = try TestCity()
        let start = try city.store.read { try $0.lastPosition() }
        let needs = try needs(in: city)
        #expect(needs.map(\.version) == Self.moments.indices.map { start + 1 + Int64($0) })
        let feed = try city.store.read { try $0.changes(after: start, limit: 100) }
        #expect(feed.map { Identifier<Need>(high: $0.id.high, low: $0.id.low) } == needs.map(\.id))
        #expect(feed.map(\.at) == Self.moments.compactMap { Instant($0) })
    }

    @Test func `the audit log is a chain in the order of writing`() throws {
        let city = try TestCity()
        let needs = try needs(in: city)
        let objects = try city.store.connections.lend { connection in
            try connection.rows("SELECT objectID FROM audit WHERE action = 'need.create' ORDER BY position") {
                try $0.next(Identifier<Need>.self)
            }
        }
        #expect(objects == needs.map(\.id))
        #expect(try city.store.check().isEmpty)
    }

    @Test func `a store that is opened again with its clock set back goes on`() throws {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        city.clock.set(try #require(Instant("2026-11-23T09:30:00Z")))
        let before = try need(in: city)
        city.store.stop()
        let clock = city.clock
        clock.set(try #require(Instant("2026-11-19T09:30:00Z")))
        let store = try SQLiteStore(path: file.path, publicRows: .titles("1"), now: { clock.now })
        defer { store.stop() }
        let (owner, party) = (city.carrier.id, city.carrierParty)
        let after = try store.write {
            try $0.createNeed(NeedProposal(Need.Content(), items: []), for: owner, as: party)
        }
        #expect((before.id.high, before.id.low) < (after.id.high, after.id.low))
        #expect(after.version == before.version + 1)
        #expect(after.createdAt < before.createdAt)
        #expect(try store.check().isEmpty)
    }

    @Test func `what was revoked stays revoked, whatever the clock showed at the backup and after it`() throws
    {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        let request = TokenRequest(
            organization: city.carrier.id, role: .carrier, scopes: [.needsRead], label: "x")
        let party = Party.operator(user: 0)
        let token = try city.store.write {
            try $0.issue(request, digest: Array(repeating: 7, count: 32), as: party)
        }
        let backup = file.directory + "/backup"
        city.clock.set(try #require(Instant("2038-01-19T03:14:08Z")))
        let manifest = try SQLiteStore.backUp(file.path, into: backup, at: city.clock.now)
        // Long before the backup, as far as clocks know.
        city.clock.set(try #require(Instant("2026-11-19T09:30:00Z")))
        try city.store.write { try $0.revokeToken(token.id, as: party) }
        let last = try city.store.read { try $0.lastPosition() }
        city.store.stop()
        let restored = try SQLiteStore.restore(
            backup, to: file.path, isReplacing: true, as: party, at: city.clock.now)
        #expect(restored == manifest)
        let store = try SQLiteStore(path: file.path, publicRows: .titles("1"))
        defer { store.stop() }
        #expect(try store.read { try $0.token(token.id)?.revokedAt } != nil)
        #expect(try store.read { try $0.lastPosition() } > last)
    }
}
