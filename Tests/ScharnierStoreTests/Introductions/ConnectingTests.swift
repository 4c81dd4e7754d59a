import Scharnier
import ScharnierStore
import Testing

/// The domain's rules on the real store.
@Suite struct ConnectingTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `a proposal that both accept reserves on the need and on the offer, and shows the contacts`()
        throws
    {
        let (need, offer) = try fittingPair()
        _ = try city.contact(of: city.carrier)
        let giverContact = try city.contact(of: city.giver)
        let (giver, carrier) = (city.giverParty, city.carrierParty)
        let proposal = IntroductionProposal(
            need: need.id, lines: [.init(item: need.items[0].id, quantity: 4)], offer: offer.id)
        let proposed = try city.store.write { try $0.propose(proposal, as: giver) }
        #expect(proposed.status == .acceptedByOne)
        let connected = try city.store.write {
            try $0.fire(Introduction.Event.accept, on: proposed.id, facts: .init(), as: carrier).item
        }
        try city.store.read { tx throws in
            #expect(try tx.introduction(proposed.id) == connected)
            #expect(connected.holds.map(\.quantity) == [4])
            #expect(try tx.need(need.id)?.items[0].held == 4)
            #expect(try tx.offer(offer.id)?.usage.held == 4)
            #expect(try tx.offer(offer.id)?.status == .partlyReserved)
            #expect(try tx.disclosedContacts(of: connected, to: carrier).map(\.id) == [giverContact.id])
            #expect(try tx.need(need.id)?.introduced == [city.giver.id])
            #expect(
                try tx.transitions(of: .introduction, .init(proposed.id)).map(\.event) == [
                    "propose", "accept",
                ])
        }
        #expect(try city.store.check().isEmpty)
        let failed = try city.store.write {
            let facts = TransitionFacts(reasonCode: "timing")
            return try $0.fire(Introduction.Event.fail, on: proposed.id, facts: facts, as: carrier).item
        }
        #expect(failed.status == .failed)
        #expect(try city.store.read { try $0.need(need.id)?.items[0].held } == 0)
        #expect(try city.store.read { try $0.offer(offer.id)?.usage.held } == 0)
        #expect(try city.store.check().isEmpty)
    }

    @Test func `64 acceptances at once for 10 units grant exactly 10`() throws {
        let need = try fittingNeed()
        var proposed: [Identifier<Introduction>] = []
        for number in 0..<64 {
            let giver = try city.organization(.company, "Firma \(number)")
            let party = city.party(giver, .company)
            let proposal = IntroductionProposal(
                need: need.id, lines: [.init(item: need.items[0].id, quantity: 1)], supplier: giver.id)
            proposed.append(try city.store.write { try $0.propose(proposal, as: party).id })
        }
        let carrier = city.carrierParty
        let answers = Collector<Result<Introduction, any Error>>()
        for id in proposed {
            city.store.write(requestID: "\(id)") {
                try $0.fire(Introduction.Event.accept, on: id, facts: .init(), as: carrier).item
            } then: {
                answers.add($0)
            }
        }
        let results = answers.take(64)
        let granted = results.compactMap { try? $0.get() }
        #expect(granted.count == 10)
        for result in results {
            guard case .failure(let error) = result else { continue }
            guard case .guardFailed(let failed)? = error as? Refusal else {
                Issue.record("\(error)")
                continue
            }
            #expect(failed.map(\.code) == ["capacity_exhausted"])
        }
        let kept = try #require(try city.store.read { try $0.need(need.id) })
        #expect(kept.items[0].held == 10)
        #expect(kept.items[0].open == 0)
        let introductions = try city.store.read { try $0.introductions(of: need.id) }
        #expect(introductions.filter { $0.status == .connected }.count == 10)
        #expect(introductions.flatMap(\.holds).count == 10)
        #expect(try city.store.check().isEmpty)
    }

    private func fittingPair() throws -> (Need, Offer) {
        var offer = Offer.sample(of: city.giver.id)
        offer.content.legalNature = .inKindDonation
        offer.content.publicity = .name
        offer.freshness = .init(confirmedAt: city.clock.now, staleAt: city.clock.now.adding(days: 100))
        offer.activatedAt = city.clock.now
        return (try fittingNeed(), try city.keep(offer))
    }

    /// A published need of 10 pieces, announced as rules do.
    private func fittingNeed() throws -> Need {
        var need = Need.sample(of: city.carrier.id, areas: [city.area("market")], at: city.clock.now)
        need.content.horizon = .permanent
        need.content.text = "Viele Kinder brauchen Bücher zum Lesen."
        need.publishedAt = city.clock.now
        need.freshness = .init(confirmedAt: city.clock.now, staleAt: city.clock.now.adding(days: 100))
        return try city.store.write { [need] tx in
            var need = need
            need.version = try tx.announce(
                .need, .init(need.id), before: .none, after: need.audience, isDeletion: false, by: nil)
            try tx.add(need)
            return need
        }
    }
}
