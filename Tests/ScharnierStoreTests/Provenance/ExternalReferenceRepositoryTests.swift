import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct ExternalReferenceRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    private func key(_ id: String, of organization: Organization? = nil) throws -> ExternalReference.Key {
        ExternalReference.Key(
            organization: (organization ?? city.carrier).id, source: try #require(Source("kinderfonds")),
            kind: .needs, externalID: try #require(ExternalID(id)))
    }

    private func reference(_ key: ExternalReference.Key, _ record: UInt64 = 1) -> ExternalReference {
        ExternalReference(
            key: key, record: Identifier(high: 1, low: record),
            origin: .init(url: "https://a.example", updatedAt: city.clock.now), firstSeenAt: city.clock.now,
            lastSeenAt: city.clock.now,
            members: [MemberPrint("title", sent: .max, kept: 1), MemberPrint("ä", sent: 0, kept: 1 << 63)])
    }

    @Test func `what was kept is found, and only under its own name`() throws {
        let kept = reference(try key("a-1"))
        try city.store.write { try $0.keep(kept) }
        let found = try city.store.read { try $0.externalReference(kept.key) }
        #expect(found == kept)
        let other = try key("a-2")
        let foreign = try key("a-1", of: city.giver)
        #expect(try city.store.read { try $0.externalReference(other) } == nil)
        #expect(try city.store.read { try $0.externalReference(foreign) } == nil)
    }

    @Test func `one name stands for one record`() throws {
        let key = try key("a-1")
        let (first, second) = (reference(key, 1), reference(key, 2))
        try city.store.write {
            try $0.keep(first)
            try $0.keep(second)
        }
        #expect(try city.store.read { try $0.externalReference(key) } == second)
    }

    @Test func `a record that is no more has no names`() throws {
        let (mine, others) = (reference(try key("a-1"), 1), reference(try key("a-2"), 2))
        try city.store.write {
            try $0.keep(mine)
            try $0.keep(others)
            try $0.forgetExternalReferences(of: mine.record)
        }
        #expect(try city.store.read { try $0.externalReference(mine.key) } == nil)
        #expect(try city.store.read { try $0.externalReference(others.key) } == others)
    }

    @Test func `hashes that were cut off are no hashes`() {
        guard case .blob(let bytes) = MemberPrints([MemberPrint("title", sent: 1, kept: 2)]).sqlValue else {
            Issue.record("no blob")
            return
        }
        #expect(MemberPrints.members(in: bytes) == [MemberPrint("title", sent: 1, kept: 2)])
        for length in 1..<bytes.count {
            #expect(MemberPrints.members(in: Array(bytes.prefix(length))) == nil)
        }
    }
}
