import SQLite
import Scharnier
import ScharnierStore
import Synchronization
import Testing

@Suite struct SQLiteStoreTests {
    @Test func `a refused write leaves nothing, and its refusal reaches the caller as it is`() throws {
        let city = try TestCity()
        let need = Need.sample(of: city.carrier.id, areas: [city.area("market")])
        let refusal = Refusal.stateConflict(state: "closed", allowed: ["confirm"])
        #expect(throws: refusal) {
            try city.store.write { tx in
                try tx.add(need)
                throw refusal
            }
        }
        #expect(try city.store.read { try $0.need(need.id) } == nil)
        #expect(try city.store.check().isEmpty)
    }

    @Test func `a writer sees what it wrote, readers see it after the answer`() throws {
        let city = try TestCity()
        let need = Need.sample(of: city.carrier.id)
        try city.store.write { tx in
            try tx.add(need)
            #expect(try tx.need(need.id) == need)
        }
        #expect(try city.store.read { try $0.need(need.id) } == need)
    }

    @Test func `a reading transaction cannot write`() throws {
        let city = try TestCity()
        let need = Need.sample(of: city.carrier.id)
        #expect(throws: SQLiteError.self) {
            try city.store.read { tx in
                let writing = try #require(tx as? any WriteTransaction)
                try writing.add(need)
            }
        }
        #expect(try city.store.read { try $0.need(need.id) } == nil)
    }

    @Test func `identifiers grow, also when the clock steps back`() throws {
        let city = try TestCity()
        var ids: [Identifier<Need>] = []
        for step in [0, 5, -100_000, 1, -3, 200_000] {
            city.clock.advance(milliseconds: Int64(step))
            ids += try city.store.write { tx in (0..<5).map { _ in tx.newID() as Identifier<Need> } }
        }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test func `now stands still within a transaction`() throws {
        let city = try TestCity()
        try city.store.write { [clock = city.clock] tx in
            let now = tx.now
            clock.advance(milliseconds: 10)
            #expect(tx.now == now)
        }
    }

    @Test func `work that takes long is read on a thread of its own`() throws {
        let city = try TestCity()
        let need = try city.keep(Need.sample(of: city.carrier.id))
        let answers = Collector<Result<Need?, any Error>>()
        city.store.readAside({ try $0.need(need.id) }, then: answers.add)
        city.store.readAside({ _ in throw Refusal.notFound }, then: answers.add)
        let results = answers.take(2)
        #expect(try results[0].get() == need)
        #expect(throws: Refusal.notFound) { try results[1].get() }
    }

    @Test func `after each commit others are told the position, before the answer leaves`() throws {
        let positions = Mutex<[Int64]>([])
        var events = StoreEvents()
        let told: @Sendable (Int64) -> Void = { position in positions.withLock { $0.append(position) } }
        events.committed = told
        let city = try TestCity(events: events)
        let position = try city.store.write { tx in
            try tx.announce(.need, sampleID(), before: .none, after: .none, isDeletion: false, by: nil)
        }
        #expect(positions.withLock { $0.last } == position)
    }

    @Test func `a stopped store refuses everything`() throws {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        city.store.stop()
        city.store.stop()
        #expect(throws: StoreFailure.closed) { try city.store.write { _ in } }
        let answers = Collector<Result<Void, any Error>>()
        city.store.readAside({ _ in }, then: answers.add)
        #expect(throws: StoreFailure.closed) { try answers.take(1)[0].get() }
        #expect(throws: (any Error).self) { try city.store.read { _ in } }
    }

    @Test func `a file keeps everything, the key of the instance too`() throws {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        let need = try city.keep(Need.sample(of: city.carrier.id))
        let (key, position) = (city.store.instanceKey, try city.store.read { try $0.lastPosition() })
        #expect(key.count == 32)
        city.store.stop()
        let store = try SQLiteStore(path: file.path, publicRows: .titles("1"))
        #expect(store.instanceKey == key)
        #expect(try store.read { try $0.need(need.id) } == need)
        #expect(try store.read { try $0.lastPosition() } == position)
        store.stop()
        #expect(try SQLiteStore.check(path: file.path).isEmpty)
        #expect(try TestCity().store.instanceKey != key)
    }

    @Test func `a file belongs to one process, and is made only once`() throws {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        #expect(throws: OwnerLockFault.self) { try SQLiteStore(path: file.path, publicRows: .titles("1")) }
        #expect(throws: OwnerLockFault.self) { try SQLiteStore.migrate(path: file.path) }
        #expect(try SQLiteStore.create(path: file.path) == false)
        #expect(try SQLiteStore.schemaState(path: file.path) == .current)
        #expect(try SQLiteStore.check(path: file.path).isEmpty)
        city.store.stop()
        try SQLiteStore.migrate(path: file.path)
    }

    @Test func `readers on a file see one state while others write`() throws {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        let need = try city.keep(Need.sample(of: city.carrier.id))
        try city.store.read { tx throws in
            let before = try tx.lastPosition()
            try city.store.write { tx in
                _ = try tx.announce(
                    .need, .init(need.id), before: .none, after: .none, isDeletion: false, by: nil)
            }
            #expect(try tx.lastPosition() == before)
        }
        city.store.stop()
    }

    @Test func `rows for everyone are encoded anew when their form changes`() throws {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        for index in 0..<700 {
            try city.keep(
                Need.sample(
                    of: city.carrier.id, title: "Bedarf \(index)",
                    status: index % 3 == 0 ? .draft : .published))
        }
        try city.keep(Offer.sample(of: city.giver.id))
        city.store.stop()
        let store = try SQLiteStore(path: file.path, publicRows: .titles("2"))
        var query = NeedQuery(party: .public)
        query.limit = 1_000
        let needs = try store.read { try $0.needs(query).items }
        #expect(needs.count == 466)
        #expect(needs.allSatisfy { $0.bytes?.starts(with: Array("2:Bedarf ".utf8)) == true })
        #expect(
            try store.read { try $0.offers(OfferQuery(party: .public)).items.map(\.bytes) } == [
                Array("2:Jacken".utf8)
            ])
        #expect(try store.check().isEmpty)
        store.stop()
    }
}
