import Scharnier
import ScharnierStore
import Testing

@Suite struct IntroductionRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `an introduction with everything in it comes back as it was kept`() throws {
        let introduction = try full()
        try keep(introduction)
        #expect(try city.store.read { try $0.introduction(introduction.id) } == introduction)
    }

    @Test func `an introduction with nothing in it comes back as it was kept`() throws {
        let introduction = try city.introduction()
        #expect(try city.store.read { try $0.introduction(introduction.id) } == introduction)
        #expect(try city.store.read { try $0.introduction(sampleID()) } == nil)
    }

    @Test func `every value of every vocabulary can be kept`() throws {
        for status in Introduction.Status.allCases { _ = try city.introduction(status: status) }
        for channel in Introduction.Channel.allCases { try keep(try full(channel: channel)) }
        for role in Role.allCases { try keep(try full(brokerRole: role)) }
        for side in Introduction.Side.allCases { try keep(try full(side: side)) }
    }

    @Test func `holds are added, extended and released`() throws {
        var introduction = try full()
        try keep(introduction)
        introduction.holds[0].releasedAt = Instant(milliseconds: 77)
        introduction.holds[1].extensions = 2
        introduction.holds.append(
            .init(
                item: introduction.lines[0].item, quantity: 4, placedAt: Instant(milliseconds: 1),
                expiresAt: Instant(milliseconds: 2)))
        introduction.status = .inTalks
        introduction.decline = nil
        try city.store.write { [introduction] tx in try tx.update(introduction) }
        #expect(try city.store.read { try $0.introduction(introduction.id) } == introduction)
        introduction.holds.removeLast(2)
        try city.store.write { [introduction] tx in try tx.update(introduction) }
        #expect(try city.store.read { try $0.introduction(introduction.id) } == introduction)
    }

    @Test func `a line may leave its need while the introduction goes on naming it`() throws {
        var need = try city.keep(Need.sample(of: city.carrier.id))
        let introduction = try city.introduction(to: need)
        need.items = [.sample()]
        try city.store.write { [need] tx in try tx.update(need) }
        #expect(try city.store.read { try $0.introduction(introduction.id) } == introduction)
    }

    @Test func `introductions of a need and of an offer come oldest first`() throws {
        let need = try city.keep(Need.sample(of: city.carrier.id))
        let offer = try city.keep(Offer.sample(of: city.giver.id))
        let late = try city.introduction(to: need, offer: offer, at: 20)
        let early = try city.introduction(to: need, at: 10)
        let other = try city.introduction(offer: offer, at: 15)
        #expect(try city.store.read { try $0.introductions(of: need.id) } == [early, late])
        #expect(try city.store.read { try $0.introductions(of: offer.id) } == [other, late])
        #expect(try city.store.read { try $0.introductions(of: sampleID() as Identifier<Need>) }.isEmpty)
    }

    @Test func `matching learns of what is open and what was declined lately`() throws {
        var expected: [Introduction] = []
        for (index, status) in Introduction.Status.allCases.enumerated() {
            for moment in [Int64(index), 1_000 + Int64(index)] {
                let introduction = try city.introduction(status: status, at: moment)
                if introduction.isOpen || (status == .declined && moment >= 500) {
                    expected.append(introduction)
                }
            }
        }
        let found = try city.store.read {
            try $0.introductions(openOrDeclinedSince: Instant(milliseconds: 500))
        }
        #expect(found == expected.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) })
    }

    @Test func `everyone finds exactly the introductions that the domain lets them see`() throws {
        var all: [Introduction] = []
        for (index, area) in ["market", "south", "harbour"].enumerated() {
            for status in Introduction.Status.allCases {
                let need = try city.keep(Need.sample(of: city.carrier.id, areas: [city.area(area)]))
                all.append(try city.introduction(to: need, status: status, at: Int64(index)))
            }
        }
        for party in city.everyKindOfParty(own: city.carrier) {
            let seen = try city.allPages(of: 4) { key, limit in
                var query = IntroductionQuery(party: party)
                (query.after, query.limit) = (key, limit)
                return try city.store.read { try $0.introductions(query) }
            }
            let expected = all.filter { $0.audience.includes(party) }
                .sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
            #expect(seen == expected, "\(party.role)")
        }
    }

    @Test func `filters find what they name`() throws {
        let offer = try city.keep(Offer.sample(of: city.giver.id))
        let one = try city.introduction(offer: offer, status: .declined)
        let two = try city.introduction(status: .proposed)
        func found(_ change: (inout IntroductionQuery) -> Void) throws -> [Introduction] {
            var query = IntroductionQuery(party: city.carrierParty)
            change(&query)
            return try city.store.read { try $0.introductions(query).items }
        }
        #expect(try found { $0.statuses = [.declined, .failed] } == [one])
        #expect(try found { $0.need = two.need } == [two])
        #expect(try found { $0.offer = offer.id } == [one])
        #expect(
            try found {
                $0.offer = offer.id; $0.statuses = [.proposed]
            }.isEmpty)
    }

    private func keep(_ introduction: Introduction) throws {
        try city.store.write { tx in try tx.insert(introduction) }
    }

    private func full(
        channel: Introduction.Channel = .officer, brokerRole: Role = .areaOfficer,
        side: Introduction.Side = .supplier
    ) throws -> Introduction {
        var need = Need.sample(of: city.carrier.id)
        need.items = [.sample(), .sample()]
        try city.keep(need)
        let offer = try city.keep(Offer.sample(of: city.giver.id))
        let holds = need.items.map {
            Introduction.Hold(
                item: $0.id, quantity: 3, placedAt: Instant(milliseconds: 1),
                expiresAt: Instant(milliseconds: 2),
                extensions: 1, releasedAt: Instant(milliseconds: 3))
        }
        return Introduction(
            id: sampleID(), version: 8, need: need.id,
            lines: need.items.map { .init(item: $0.id, quantity: 2) },
            offer: offer.id, supplier: city.giver.id, carrier: city.carrier.id, host: city.office.id,
            broker: .init(organization: city.office.id, role: brokerRole), proposer: city.office.id,
            channel: channel, message: hostileText, overrideReason: hostileText,
            reason: .init(points: 7_755, ruleVersion: "2026.1"), status: .declined,
            carrierAcceptedAt: Instant(milliseconds: 5), supplierAcceptedAt: Instant(milliseconds: 6),
            answerDueAt: Instant(milliseconds: 7),
            decline: .init(side: side, reasonCode: "timing", note: hostileText), holds: holds,
            areas: [city.area("south"), city.area("market")], createdAt: Instant(milliseconds: 8),
            updatedAt: Instant(milliseconds: 9))
    }
}
