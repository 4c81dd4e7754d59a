import Testing

@testable import Scharnier

@Suite struct SuggestionQueriesTests {
    private var tx = SampleTransaction()
    private let carrier = Party(organization: .carrier, role: .carrier)
    private let giver = Party(organization: .giver, role: .foundation)

    init() {
        tx.needs = [SampleCity.need(1)]
        tx.offers = [SampleCity.offer(1)]
        tx.organizations = [
            SampleCity.organization(.carrier, .carrier, form: .ev),
            SampleCity.organization(.giver, .foundation, form: .foundationPrivate),
            SampleCity.organization(.host, .carrier, form: .ev),
        ]
    }

    @Test func `a need gets offers and an offer gets needs, with the same points`() throws {
        let offers = try tx.suggestions(
            forNeed: tx.needs[0], .init(of: carrier, on: tx.today, includesBlocked: false, limit: 20))
        let needs = try tx.suggestions(
            forOffer: tx.offers[0], .init(of: giver, on: tx.today, includesBlocked: false, limit: 20))
        #expect(offers.map(\.offer.id) == [.numbered(1)])
        #expect(needs == offers)
        #expect(offers[0].isEligible)
        #expect(offers[0].evaluations[0].components[3].value == 100)
    }

    @Test mutating func `what the party may not see is not suggested`() throws {
        tx.offers[0].content.visibility = .brokered
        #expect(
            try tx.suggestions(
                forNeed: tx.needs[0], .init(of: carrier, on: tx.today, includesBlocked: true, limit: 20)
            ).isEmpty)
        #expect(
            try tx.suggestions(
                forNeed: tx.needs[0], .init(of: .cityAdmin, on: tx.today, includesBlocked: true, limit: 20)
            ).count == 1)
        tx.needs[0].content.visibility = .brokered
        #expect(
            try tx.suggestions(
                forOffer: tx.offers[0], .init(of: giver, on: tx.today, includesBlocked: true, limit: 20)
            ).isEmpty)
    }

    @Test mutating func `a draft of one's own can be the start, and says that it is not live`() throws {
        tx.needs[0].status = .draft
        let list = try tx.suggestions(
            forNeed: tx.needs[0], .init(of: carrier, on: tx.today, includesBlocked: true, limit: 20))
        #expect(list.map { $0.evaluations[0].blockers.map(\.code) } == [[.needNotLive]])
        #expect(
            try tx.suggestions(
                forNeed: tx.needs[0], .init(of: carrier, on: tx.today, includesBlocked: false, limit: 20)
            ).isEmpty)
    }

    @Test mutating func `what is hidden cannot be told from what is not there`() throws {
        tx.needs[0].status = .draft
        let (tx, giver) = (tx, giver)
        #expect(throws: Refusal.notFound) {
            try tx.suggestions(
                forNeed: tx.needs[0], .init(of: giver, on: tx.today, includesBlocked: true, limit: 20))
        }
        #expect(throws: Refusal.notFound) {
            try tx.suggestion(need: tx.needs[0], offer: tx.offers[0], .init(of: giver, on: tx.today))
        }
        self.tx.offers[0].status = .draft
        let hidden = self.tx
        #expect(throws: Refusal.notFound) {
            try hidden.suggestions(
                forOffer: hidden.offers[0],
                .init(of: carrier, on: hidden.today, includesBlocked: true, limit: 20))
        }
    }

    @Test mutating func `drafts are no candidates`() throws {
        tx.offers[0].status = .draft
        #expect(
            try tx.suggestions(
                forNeed: tx.needs[0], .init(of: .cityAdmin, on: tx.today, includesBlocked: true, limit: 20)
            ).isEmpty)
    }

    @Test func `a pair is explained for a line in particular`() throws {
        let item = tx.needs[0].items[0].id
        let pair = try tx.suggestion(
            need: tx.needs[0], offer: tx.offers[0], item: item, .init(of: carrier, on: tx.today))
        #expect(pair.item.id == item)
        let (tx, carrier) = (tx, carrier)
        #expect(throws: Refusal.notFound) {
            try tx.suggestion(
                need: tx.needs[0], offer: tx.offers[0], item: .numbered(404), .init(of: carrier, on: tx.today)
            )
        }
    }

    @Test mutating func `a need without lines is incomplete`() throws {
        tx.needs[0].items = []
        let (tx, carrier) = (tx, carrier)
        #expect(throws: Refusal.incomplete([.missing("items")])) {
            try tx.suggestion(need: tx.needs[0], offer: tx.offers[0], .init(of: carrier, on: tx.today))
        }
    }

    @Test mutating func `introductions and hosts are looked up`() throws {
        tx.needs[0].content.host = .host
        tx.introductions = [SampleCity.introduction(.proposed, item: tx.needs[0].items[0].id)]
        tx.organizations[2].verification.status = .suspended
        let pair = try tx.suggestion(need: tx.needs[0], offer: tx.offers[0], .init(of: carrier, on: tx.today))
        #expect(pair.evaluations[0].blockers.map(\.code) == [.organizationSuspended, .alreadyOpen])
    }

    @Test mutating func `a refusal of 180 days ago is no longer looked at, one of 179 days is`() throws {
        let decline = Introduction.Decline(side: .supplier, reasonCode: "timing", note: nil)
        for (days, isBlocked) in [(180, false), (179, true)] {
            let at = LocalTime.start(of: tx.today.adding(-days))
            tx.introductions = [
                SampleCity.introduction(
                    .declined, item: tx.needs[0].items[0].id, decline: decline, updatedAt: at)
            ]
            let pair = try tx.suggestion(
                need: tx.needs[0], offer: tx.offers[0], .init(of: carrier, on: tx.today))
            #expect(pair.isEligible == !isBlocked)
        }
    }

    @Test mutating func `what was promised in the last 365 days counts by rules that look at it`() throws {
        var promises = Promises()
        promises.counts = [.carrier: 1]
        promises.cents = [SampleCity.Place.nordmarkt: 900]
        tx.places = [SampleCity.Place.nordmarkt, SampleCity.Place.hafen, SampleCity.Place.marten].map {
            SampleCity.area($0, .actionArea, "\($0)", population: 1_000)
        }
        let begin = LocalTime.start(of: tx.today.adding(-365))
        let wish = SuggestionWish(of: carrier, on: tx.today, rules: .version2026)
        func coverage() throws -> Component? {
            let pair = try tx.suggestion(need: tx.needs[0], offer: tx.offers[0], wish)
            return pair.evaluations[0].components.first { $0.code == .coverage }
        }
        tx.promised = (begin, promises)
        let counted = try coverage()
        #expect(counted?.value == 25)
        #expect(counted?.text.en == "The carrier got one commitment in the last year.")
        tx.promised = (Instant(milliseconds: begin.milliseconds - 1), promises)
        #expect(try coverage()?.value == 50)
        tx.promised = (begin, promises)
        tx.needs[0].content.beneficiaryAreas = [SampleCity.Place.hafen]
        // One of the two other areas of its kind got more.
        #expect(try coverage()?.value == 50)
    }

    @Test func `a context for the day alone knows everybody who is live`() throws {
        let context = try tx.matchingContext(asOf: tx.today)
        #expect(context.evaluate(tx.needs[0].items[0], of: tx.needs[0], against: tx.offers[0]).isEligible)
    }
}
