import Scharnier
import Testing

@testable import ScharnierStore

extension TestCity {
    /// Sets the clock.
    func go(to moment: Instant) { clock.set(moment) }

    /// Everything that the clock does now, in order.
    @discardableResult
    func runTimers() throws -> [TimerEffect] {
        var effects: [TimerEffect] = []
        var turn = TimerTurn()
        repeat {
            turn = try store.write { try $0.fireDue(atMost: TimerRun.recordsPerTurn) }
            effects += turn.effects
        } while turn.next.map { $0 <= clock.now } ?? false
        return effects
    }

    /// What happens a millisecond before a moment, at it, and when it is long past.
    func effects(around moment: Instant) throws -> [[TimerEffect]] {
        let moments = [-1, 0, 1].map { Instant(milliseconds: moment.milliseconds + $0) }
        return try moments.map {
            go(to: $0)
            return try runTimers()
        }
    }

    /// A need that was published by the city in the usual way.
    func publishedNeed(_ change: (inout Need.Content) -> Void = { _ in }) throws -> Need {
        var content = Need.Content()
        content.title = "Schulranzen"
        content.text = "Zehn Kinder beginnen im Sommer die Schule ohne Ranzen."
        content.horizon = .temporary
        content.neededByOn = LocalTime.day(at: clock.now).adding(200)
        content.beneficiaryAreas = [area("market")]
        change(&content)
        let (owner, party, city) = (carrier.id, carrierParty, city)
        return try store.write { [content] tx in
            let item = NeedItem.Content(
                kind: .goods, title: "Ranzen", quantity: 10, unit: .piece, minimum: 1)
            let draft = try tx.createNeed(NeedProposal(content, items: [item]), for: owner, as: party)
            _ = try tx.fire(.submit, on: draft.id, facts: .init(), as: party)
            return try tx.fire(.publish, on: draft.id, facts: .init(), as: city).item
        }
    }

    /// An offer that can be taken up.
    func activeOffer(_ change: (inout Offer.Content) -> Void = { _ in }) throws -> Offer {
        var content = Offer.Content(kind: .goods)
        content.title = "Jacken für Kinder"
        content.quantity = 10
        content.unit = .piece
        content.reach = .city
        change(&content)
        let (owner, party) = (giver.id, giverParty)
        return try store.write { [content] tx in
            let draft = try tx.createOffer(content, for: owner, as: party)
            return try tx.fire(.submit, on: draft.id, facts: .init(), as: party).item
        }
    }

    /// The giver's proposal to the carrier.
    func proposal(for need: Need, of offer: Offer, quantity: Int64 = 1) throws -> Introduction {
        let proposal = IntroductionProposal(
            need: need.id, lines: [.init(item: need.items[0].id, quantity: quantity)], offer: offer.id)
        let party = giverParty
        return try store.write { try $0.propose(proposal, as: party) }
    }

    /// A proposal that both accepted.
    func connection(of need: Need, with offer: Offer, quantity: Int64 = 1) throws -> Introduction {
        let id = try proposal(for: need, of: offer, quantity: quantity).id
        return try fire(.accept, on: id, as: carrierParty)
    }

    func fire(
        _ event: Introduction.Event, on id: Identifier<Introduction>, as party: Party
    ) throws -> Introduction {
        try store.write { try $0.fire(event, on: id, facts: .init(), as: party).item }
    }

    func fire(_ event: Need.Event, on id: Identifier<Need>, as party: Party, reason: String? = nil) throws
        -> Need
    {
        try store.write { try $0.fire(event, on: id, facts: .init(reasonCode: reason), as: party).item }
    }

    func need(_ id: Identifier<Need>) throws -> Need { try #require(try store.read { try $0.need(id) }) }
    func offer(_ id: Identifier<Offer>) throws -> Offer { try #require(try store.read { try $0.offer(id) }) }
    func introduction(_ id: Identifier<Introduction>) throws -> Introduction {
        try #require(try store.read { try $0.introduction(id) })
    }
}
