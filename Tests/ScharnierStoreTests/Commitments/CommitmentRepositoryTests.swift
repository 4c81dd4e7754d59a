import Scharnier
import ScharnierStore
import Testing

@Suite struct CommitmentRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    private func full(_ introduction: Introduction, status: Commitment.Status = .closed) -> Commitment {
        var content = Commitment.Content(legalNature: .sponsorship)
        content.payee = city.giver.id
        content.counterpart = .init(text: hostileText, isValued: true, cents: 77)
        content.startsOn = Day(number: 1)
        content.endsOn = Day(number: 2)
        content.deliveryDueOn = Day(number: 3)
        content.attributionArea = city.area("market")
        content.purpose = hostileText
        content.termsTextVersion = "2026-1"
        content.safeguarding = .supervisedOnly
        content.asksForReceipt = true
        let valuation = Commitment.Valuation(
            method: .goingConcernValue, cents: 500, vatCents: 95, valuedBy: .office, basis: hostileText)
        let (one, other): (Identifier<NeedItem>, Identifier<NeedItem>) = (sampleID(), sampleID())
        return Commitment(
            id: sampleID(), version: 5, revision: 3, introduction: introduction.id, need: introduction.need,
            offer: nil, carrier: city.carrier.id, supplier: city.giver.id, host: city.office.id,
            broker: city.office.id, content: content,
            lines: [
                .init(
                    content: .init(item: one, quantity: 9, valuation: valuation), kind: .goods, unit: .piece,
                    delivered: 7, acknowledged: 6),
                .init(content: .init(item: other, quantity: 1_000_000_000_000), kind: .money, unit: nil),
            ],
            status: status,
            signatures: Commitment.Side.allCases.map {
                .init(side: $0, organization: city.office.id, revision: 3, at: city.clock.now)
            },
            takenAt: Instant(milliseconds: 8),
            deliveries: [
                .init(item: one, quantity: 7, note: hostileText, at: city.clock.now),
                .init(item: one, quantity: 1, note: nil, at: city.clock.now),
            ],
            acknowledgement: .init(at: Instant(milliseconds: 9), note: hostileText),
            outcomes: [
                .init(
                    side: .supplier, goalMet: .partly, peopleReached: .from100, hours: 100_000,
                    inKindCents: 12, whatChanged: hostileText, wouldRepeat: .unsure, consentsToStory: true,
                    at: city.clock.now),
                .init(side: .carrier, goalMet: .no, at: city.clock.now),
            ],
            waitsUntil: Instant(milliseconds: 10), areas: introduction.areas, createdAt: city.clock.now,
            updatedAt: city.clock.now)
    }

    private func keep(_ commitment: Commitment) throws {
        try city.store.write { try $0.insert(commitment) }
    }

    @Test func `a commitment with everything in it comes back as it was kept`() throws {
        let commitment = full(try city.introduction())
        try keep(commitment)
        #expect(try city.commitment(commitment.id) == commitment)
        #expect(try city.store.read { try $0.commitment(sampleID()) } == nil)
    }

    @Test func `a commitment with nothing in it comes back as it was kept`() throws {
        let introduction = try city.introduction()
        let commitment = Commitment(
            id: sampleID(), introduction: introduction.id, need: introduction.need, offer: nil,
            carrier: city.carrier.id, supplier: city.giver.id, host: nil, broker: nil,
            content: .init(legalNature: .other), lines: [], areas: introduction.areas,
            createdAt: city.clock.now, updatedAt: city.clock.now)
        try keep(commitment)
        #expect(try city.commitment(commitment.id) == commitment)
    }

    @Test func `every value of every vocabulary can be kept`() throws {
        for status in Commitment.Status.allCases { try keep(full(try city.introduction(), status: status)) }
        for nature in Offer.LegalNature.allCases {
            var commitment = full(try city.introduction())
            commitment.content.legalNature = nature
            try keep(commitment)
            #expect(try city.commitment(commitment.id) == commitment)
        }
        for method in Commitment.Valuation.Method.allCases {
            var commitment = full(try city.introduction())
            commitment.lines[0].content.valuation = .init(method: method, valuedBy: .carrier)
            try keep(commitment)
            #expect(try city.commitment(commitment.id) == commitment)
        }
        for reached in Outcome.PeopleReached.allCases {
            var commitment = full(try city.introduction())
            commitment.outcomes[0].peopleReached = reached
            try keep(commitment)
            #expect(try city.commitment(commitment.id) == commitment)
        }
    }

    @Test func `signatures, deliveries and lines go and come`() throws {
        var commitment = full(try city.introduction())
        try keep(commitment)
        commitment.signatures = [commitment.signatures[2]]
        commitment.deliveries.removeAll()
        commitment.outcomes.swapAt(0, 1)
        commitment.outcomes.removeLast()
        commitment.lines.swapAt(0, 1)
        commitment.content.counterpart = nil
        commitment.acknowledgement = nil
        commitment.status = .disputed
        try city.store.write { [commitment] in try $0.update(commitment) }
        #expect(try city.commitment(commitment.id) == commitment)
    }

    @Test func `an introduction leads to one commitment at a time, whatever the domain thinks`() throws {
        let introduction = try city.introduction()
        try keep(full(introduction, status: .cancelled))
        try keep(full(introduction, status: .discarded))
        try keep(full(introduction, status: .closed))
        #expect(throws: (any Error).self) { try keep(full(introduction, status: .drafted)) }
    }

    @Test func `no more is delivered than promised, and acknowledged than delivered`() throws {
        for (delivered, acknowledged) in [(10, 0), (5, 6), (-1, -1)] as [(Int64, Int64)] {
            var commitment = full(try city.introduction())
            commitment.lines[0].delivered = delivered
            commitment.lines[0].acknowledged = acknowledged
            #expect(throws: (any Error).self) { try keep(commitment) }
        }
    }

    @Test func `those that may still come to something are found by either side`() throws {
        var expected: Set<Identifier<Commitment>> = []
        for status in Commitment.Status.allCases {
            let commitment = full(try city.introduction(), status: status)
            try keep(commitment)
            if commitment.isOpen { expected.insert(commitment.id) }
        }
        for side in [city.carrier.id, city.giver.id] {
            let open = try city.store.read { try $0.openCommitments(of: side) }
            #expect(Set(open.map(\.id)) == expected)
        }
        #expect(try city.store.read { try $0.openCommitments(of: city.office.id) }.isEmpty)
    }

    @Test func `they are listed by what they belong to, to their parties`() throws {
        let (one, other) = (try city.introduction(at: 1), try city.introduction(at: 2))
        let (first, second) = (full(one), full(other, status: .drafted))
        for commitment in [first, second] { try keep(commitment) }
        func listed(as party: Party, _ change: (inout CommitmentQuery) -> Void = { _ in }) throws
            -> Set<Identifier<Commitment>>
        {
            var query = CommitmentQuery(party: party)
            change(&query)
            return Set(try city.store.read { try $0.commitments(query).items.map(\.id) })
        }
        #expect(try listed(as: city.carrierParty) == [first.id, second.id])
        #expect(try listed(as: city.carrierParty) { $0.introduction = one.id } == [first.id])
        #expect(try listed(as: city.carrierParty) { $0.need = other.need } == [second.id])
        #expect(try listed(as: city.carrierParty) { $0.statuses = [.drafted] } == [second.id])
        #expect(try listed(as: city.carrierParty) { $0.offer = sampleID() } == [])
        let stranger = try city.organization(.company)
        #expect(try listed(as: city.party(stranger, .company)) == [])
    }
}
