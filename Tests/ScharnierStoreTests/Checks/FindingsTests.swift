import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct FindingsTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `a sound database has no findings`() throws {
        try city.keep(Need.sample(of: city.carrier.id))
        #expect(try city.store.check().isEmpty)
    }

    @Test func `reserved amounts that no introduction explains are found`() throws {
        var need = Need.sample(of: city.carrier.id)
        need.items[0].held = 3
        var offer = Offer.sample(of: city.giver.id)
        offer.usage = .init(periodStart: offer.periodStart(of: Day(number: 20_000)), held: 2)
        try city.keep(need)
        try city.keep(offer)
        #expect(
            try city.store.check() == [
                "line \(need.items[0].id): holds 3, introductions say 0",
                "offer \(offer.id): holds 2, introductions say 0",
            ])
    }

    @Test func `holds that neither need nor offer know of are found`() throws {
        let (need, offer) = (
            try city.keep(Need.sample(of: city.carrier.id)), try city.keep(Offer.sample(of: city.giver.id))
        )
        var introduction = try city.introduction(to: need, offer: offer, status: .connected)
        introduction.carrierAcceptedAt = city.clock.now
        introduction.supplierAcceptedAt = city.clock.now
        introduction.holds = [
            .init(item: need.items[0].id, quantity: 2, placedAt: city.clock.now, expiresAt: city.clock.now)
        ]
        try city.store.write { [introduction] tx in try tx.update(introduction) }
        #expect(try city.store.check().contains("line \(need.items[0].id): holds 0, introductions say 2"))
    }

    @Test func `versions that are not the last change are found`() throws {
        var need = try city.keep(Need.sample(of: city.carrier.id))
        need.version = 700
        try city.store.write { [need] tx in try tx.update(need) }
        #expect(try city.store.check() == ["need \(need.id): version 700, last change none"])
        try run("UPDATE organization SET version = version - 1 WHERE id = \(city.office.id)")
        #expect(try city.store.check().contains { $0.hasPrefix("organization \(city.office.id): version") })
    }

    @Test func `a position that is given a second time is found`() throws {
        try run("INSERT INTO cutOff (first, last) VALUES (2, 900)")
        #expect(try city.store.check() == ["the feed has an entry 2, which a restored backup had cut off"])
    }

    @Test func `records open to others than the domain says are found`() throws {
        let need = try city.keep(Need.sample(of: city.carrier.id))
        let other = try city.keep(Need.sample(of: city.carrier.id))
        let giver = MemberText(.init(city.giver.id))
        try run("UPDATE need SET members = CAST(members || \(giver) AS BLOB) WHERE id = \(need.id)")
        try run("UPDATE need SET members = zeroblob(36) WHERE id = \(other.id)")
        try run("UPDATE organization SET openness = 0 WHERE id = \(city.office.id)")
        let things = ["organization \(city.office.id)", "need \(need.id)", "need \(other.id)"]
        #expect(
            Set(try city.store.check()) == Set(things.map { "\($0): is not open to whom it should be" }))
    }

    @Test func `states that do not fit are found`() throws {
        let need = try city.keep(Need.sample(of: city.carrier.id, status: .met))
        let introduction = try city.introduction(to: need, status: .connected)
        #expect(
            try city.store.check() == [
                "need \(need.id): is met, its lines say otherwise",
                "introduction \(introduction.id): is connected, its answers or holds say otherwise",
            ])
    }

    @Test func `dangling references are found`() throws {
        try city.keep(Need.sample(of: city.carrier.id))
        try city.store.connections.lend { connection in
            try connection.execute(
                script: "PRAGMA foreign_keys = OFF; DELETE FROM need; PRAGMA foreign_keys = ON")
        }
        #expect(try city.store.check().contains("needItem: a row refers to one of need that is not there"))
    }

    private func run(_ sql: SQL) throws {
        try city.store.connections.lend { try $0.run(sql) }
    }
}
