import Scharnier
import ScharnierStore
import Testing

@Suite struct ChangeRepositoryTests {
    let city: TestCity
    let start: Int64

    init() throws {
        city = try TestCity()
        start = try city.store.read { try $0.lastPosition() }
    }

    @Test func `an empty feed stands at nothing`() throws {
        let store = try SQLiteStore(path: ":memory:", publicRows: .titles("1"))
        #expect(try store.read { try $0.lastPosition() } == 0)
        #expect(try store.read { try $0.oldestPosition() } == 0)
        #expect(try store.read { try $0.changes(after: 0, limit: 10) }.isEmpty)
    }

    @Test func `an announcement comes back as it was made`() throws {
        let before = Audience(.registered, members: [sampleID(), sampleID(), sampleID()])
        let after = Audience(.parties)
        let id: Identifier<Change> = sampleID()
        let number = try city.store.write { [origin = city.carrier.id] tx in
            try tx.announce(.offer, id, before: before, after: after, isDeletion: true, by: origin)
        }
        #expect(number == start + 1)
        let change = Change(
            sequence: number, subject: .offer, id: id, isDeletion: true, before: before, after: after,
            origin: city.carrier.id, at: city.clock.now)
        #expect(try city.store.read { try $0.changes(after: start, limit: 10) } == [change])
        #expect(try city.store.read { try $0.lastPosition() } == number)
    }

    @Test func `a thing announced twice in one transaction has one entry`() throws {
        let id: Identifier<Change> = sampleID()
        let (first, last) = (
            Audience(.everyone, members: [sampleID()]), Audience(.cityReaders, members: [sampleID()])
        )
        try city.store.write { tx in
            let one = try tx.announce(.need, id, before: first, after: .none, isDeletion: false, by: nil)
            let other = try tx.announce(.offer, id, before: .none, after: .none, isDeletion: false, by: nil)
            let two = try tx.announce(.need, id, before: last, after: last, isDeletion: true, by: nil)
            #expect(one == two)
            #expect(other == one + 1)
        }
        let changes = try city.store.read { try $0.changes(after: start, limit: 10) }
        #expect(changes.count == 2)
        #expect(changes.first?.before == first)
        #expect(changes.first?.after == last)
        #expect(changes.first?.isDeletion == true)
    }

    @Test func `an entry is to be erased, also when it is announced once more behind that`() throws {
        let id: Identifier<Change> = sampleID()
        let shown = Audience(.everyone)
        try city.store.write { tx in
            let number = try tx.announce(.need, id, before: shown, after: shown, isDeletion: false, by: nil)
            try tx.noteErasure(at: number)
            _ = try tx.announce(.need, id, before: shown, after: .none, isDeletion: false, by: nil)
            _ = try tx.announce(.need, sampleID(), before: shown, after: shown, isDeletion: false, by: nil)
        }
        let changes = try city.store.read { try $0.changes(after: start, limit: 10) }
        #expect(changes.map(\.isErasure) == [true, false])
        #expect(changes.map(\.after) == [.none, shown])
    }

    @Test func `the feed is read in pieces`() throws {
        for _ in 0..<10 { _ = try announceOne() }
        let whole = try city.store.read { try $0.changes(after: 0, limit: 1_000) }
        #expect(whole.map(\.sequence) == Array(1...start + 10))
        let piece = try city.store.read { try $0.changes(after: start + 3, limit: 4) }
        #expect(piece.map(\.sequence) == [start + 4, start + 5, start + 6, start + 7])
        #expect(try city.store.read { try $0.changes(after: start + 10, limit: 4) }.isEmpty)
    }

    @Test func `a refused write takes no number`() throws {
        #expect(throws: Refusal.inUse) {
            try city.store.write { tx in
                _ = try tx.announce(
                    .need, sampleID(), before: .none, after: .none, isDeletion: false, by: nil)
                throw Refusal.inUse
            }
        }
        #expect(try announceOne() == start + 1)
    }

    @Test func `32 writers at once give numbers without gaps, and each need the number of its last entry`()
        throws
    {
        let carrier = city.carrierParty
        let owner = city.carrier.id
        let answers = Collector<Result<Need, any Error>>()
        for writer in 0..<32 {
            for round in 0..<8 {
                city.store.write(requestID: "\(writer)") { tx in
                    var content = Need.Content()
                    content.title = "Bedarf \(writer) \(round)"
                    if round == 5 { throw Refusal.inUse }
                    return try tx.createNeed(NeedProposal(content, items: []), for: owner, as: carrier)
                } then: {
                    answers.add($0)
                }
            }
        }
        let results = answers.take(32 * 8)
        let needs = results.compactMap { try? $0.get() }
        #expect(needs.count == 32 * 7)
        let changes = try city.store.read { try $0.changes(after: start, limit: 1_000) }
        #expect(changes.map(\.sequence) == Array(start + 1...start + 32 * 7))
        #expect(Set(needs.map(\.version)) == Set(changes.map(\.sequence)))
        #expect(needs.map(\.id).sorted() == needs.sorted { $0.version < $1.version }.map(\.id))
        #expect(try city.store.check().isEmpty)
    }

    private func announceOne() throws -> Int64 {
        try city.store.write { tx in
            try tx.announce(.need, sampleID(), before: .none, after: .none, isDeletion: false, by: nil)
        }
    }
}
