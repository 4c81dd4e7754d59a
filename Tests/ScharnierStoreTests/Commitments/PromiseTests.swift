import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// The domain's rules about promises on the real store.
@Suite struct PromiseTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `a promise goes its way, and the database stays sound at every step`() throws {
        let (need, offer) = (try city.publishedNeed(), try city.activeOffer())
        let introduction = try city.connection(of: need, with: offer, quantity: 6)
        #expect(try city.store.check() == [])
        let commitment = try city.confirmed(from: introduction)
        #expect(commitment.status == .confirmed && commitment.takenAt == city.clock.now)
        #expect(try city.store.check() == [])
        _ = try city.fire(.deliver, on: commitment.id, as: city.giverParty)
        #expect(try city.store.check() == [])
        _ = try city.fire(.acknowledge, on: commitment.id, as: city.carrierParty)
        #expect(try city.need(need.id).items[0].fulfilled == 6)
        #expect(try city.offer(offer.id).usage.committed == 6)
        #expect(try city.store.check() == [])
        let log = try city.store.read { try $0.transitions(of: .need, .init(need.id)).map(\.event) }
        #expect(log == ["submit", "publish", "cover"])
    }

    @Test func `64 who agree at once on 10 units get exactly 10`() throws {
        let need = try city.publishedNeed()
        let introductions = try (0..<64).map { number in
            let giver = try city.organization(.company, "Firma \(number)")
            let proposal = IntroductionProposal(
                need: need.id, lines: [.init(item: need.items[0].id, quantity: 1)], supplier: giver.id)
            let party = city.party(giver, .company)
            let id = try city.store.write { try $0.propose(proposal, as: party).id }
            let connected = try city.fire(.accept, on: id, as: city.carrierParty)
            _ = try city.draft(from: connected)
            // Its reservation is over: each has to take from what is free.
            return try city.fire(.releaseHold, on: id, as: party)
        }
        let carrier = city.carrierParty
        let answers = Collector<Result<Introduction, any Error>>()
        for introduction in introductions {
            city.store.write(requestID: "") { tx in
                try tx.fire(Introduction.Event.agree, on: introduction.id, facts: .init(), as: carrier).item
            } then: {
                answers.add($0)
            }
        }
        let results = answers.take(64)
        #expect(results.count { (try? $0.get())?.status == .agreed } == 10)
        for case .failure(let error) in results {
            guard case Refusal.guardFailed(let failed) = error else { throw error }
            #expect(failed.map(\.code) == ["capacity_exhausted"] && failed[0].available == 0)
        }
        #expect(try city.need(need.id).items[0].committed == 10)
        #expect(try city.need(need.id).status == .met)
        #expect(try city.store.check() == [])
    }

    @Test func `the clock begins a delivery on its day, and closes what both have spoken about`() throws {
        let introduction = try city.connection(of: try city.publishedNeed(), with: try city.activeOffer())
        let first = LocalTime.day(at: city.clock.now).adding(3)
        let commitment = try city.confirmed(from: introduction) { $0.startsOn = first }
        #expect(commitment.due?.effect == .start)
        #expect(try city.effects(around: LocalTime.start(of: first)) == [[], [.start], []])
        #expect(try city.commitment(commitment.id).status == .inDelivery)
        _ = try city.fire(.deliver, on: commitment.id, as: city.giverParty)
        _ = try city.fire(.acknowledge, on: commitment.id, as: city.carrierParty)
        let (carrier, giver) = (city.carrierParty, city.giverParty)
        try city.store.write { tx in
            let (one, other) = (
                Outcome(side: .carrier, goalMet: .yes, at: tx.now),
                Outcome(side: .supplier, goalMet: .yes, at: tx.now)
            )
            _ = try tx.evaluate(commitment.id, one, as: carrier)
            _ = try tx.evaluate(commitment.id, other, as: giver)
        }
        #expect(try city.runTimers() == [.close])
        #expect(try city.commitment(commitment.id).status == .closed)
        #expect(try city.store.check() == [])
    }

    @Test func `silence after the acknowledgement closes it too, four weeks after the answers were due`()
        throws
    {
        let introduction = try city.connection(of: try city.publishedNeed(), with: try city.activeOffer())
        let commitment = try city.confirmed(from: introduction)
        _ = try city.fire(.deliver, on: commitment.id, as: city.giverParty)
        let acknowledged = try city.fire(.acknowledge, on: commitment.id, as: city.carrierParty)
        let due = city.clock.now.adding(days: 28)
        #expect(acknowledged.waitsUntil == due)
        #expect(acknowledged.due?.effect == .close)
        #expect(acknowledged.due?.at == due.adding(days: 28))
        city.go(to: due.adding(days: 28))
        #expect(try city.runTimers().contains(.close))
        #expect(try city.commitment(commitment.id).status == .closed)
    }

    @Test func `promised amounts that no commitment explains are found`() throws {
        let (need, offer) = (try city.publishedNeed(), try city.activeOffer())
        let commitment = try city.confirmed(
            from: try city.connection(of: need, with: offer, quantity: 4))
        try run("UPDATE needItem SET committed = 5, fulfilled = 1 WHERE id = \(need.items[0].id)")
        try run("UPDATE offer SET committed = 3 WHERE id = \(offer.id)")
        try run("UPDATE commitment SET status = 'acknowledged' WHERE id = \(commitment.id)")
        let findings = try city.store.check()
        #expect(findings.contains("line \(need.items[0].id): promised 5, commitments say 0"))
        #expect(findings.contains("line \(need.items[0].id): fulfilled 1, commitments say 0"))
        #expect(findings.contains("offer \(offer.id): promised 3, commitments say 0"))
        #expect(
            findings.contains(
                "commitment \(commitment.id): is acknowledged, its signatures or deliveries say otherwise"))
        try run("UPDATE needItem SET committed = 11 WHERE id = \(need.items[0].id)")
        #expect(
            try city.store.check().contains(
                "line \(need.items[0].id): 0 held and 11 promised of 10"))
        try run("UPDATE offer SET held = 0, committed = 11 WHERE id = \(offer.id)")
        #expect(
            try city.store.check().contains(
                "offer \(offer.id): 0 held and 11 promised, which is too much"))
    }

    private func run(_ sql: SQL) throws {
        try city.store.connections.lend { try $0.run(sql) }
    }
}
