import Scharnier
import ScharnierStore
import Testing

@Suite struct OfferRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `an offer with everything in it comes back as it was kept`() throws {
        let offer = try full()
        try city.keep(offer)
        #expect(try city.store.read { try $0.offer(offer.id) } == offer)
    }

    @Test func `an offer with nothing in it comes back as it was kept`() throws {
        let offer = Offer(
            id: sampleID(), organization: city.giver.id, supplierKind: .company, content: .init(kind: .money),
            createdAt: city.clock.now, updatedAt: city.clock.now)
        try city.keep(offer)
        #expect(try city.store.read { try $0.offer(offer.id) } == offer)
        #expect(try city.store.read { try $0.offer(sampleID()) } == nil)
    }

    @Test func `every value of every vocabulary can be kept`() throws {
        var offers = Offer.Status.allCases.map { Offer.sample(of: city.giver.id, status: $0) }
        offers += ResourceKind.allCases.map { Offer.sample(of: city.giver.id, kind: $0) }
        offers += Unit.allCases.map { unit in changed { $0.unit = unit } }
        offers += Offer.CapacityPeriod.allCases.map { period in changed { $0.period = period } }
        offers += Offer.Reach.allCases.map { reach in changed { $0.reach = reach } }
        offers += Offer.Condition.allCases.map { condition in changed { $0.condition = condition } }
        offers += Offer.LegalNature.allCases.map { nature in changed { $0.legalNature = nature } }
        offers += SafeguardingReadiness.allCases.map { one in changed { $0.safeguarding = one } }
        offers += Publicity.allCases.map { publicity in changed { $0.publicity = publicity } }
        offers += Visibility.allCases.map { visibility in changed { $0.visibility = visibility } }
        offers += Schedule.Kind.allCases.map { kind in changed { $0.schedule.kind = kind } }
        for offer in offers {
            try city.keep(offer)
            #expect(try city.store.read { try $0.offer(offer.id) } == offer)
        }
    }

    @Test func `a changed offer replaces the old one, a deleted one leaves nothing behind`() throws {
        let old = try city.keep(try full())
        var new = old
        new.content = .init(kind: .goods)
        new.content.areas = [city.area("city")]
        new.usage = .init()
        new.introduced = []
        new.version = 12
        try city.store.write { [new] tx in try tx.update(new) }
        #expect(try city.store.read { try $0.offer(old.id) } == new)
        try city.store.write { [new] tx in try tx.delete(new) }
        #expect(try city.store.read { try $0.offer(old.id) } == nil)
        #expect(try city.store.check().isEmpty)
    }

    @Test func `live offers come with all their parts, ordered by identifier`() throws {
        var expected: [Offer] = []
        for status in Offer.Status.allCases + Offer.Status.allCases {
            var offer = Offer.sample(of: city.giver.id, status: status)
            offer.content.topics = ["sport"]
            offer.content.areas = [city.area("market"), city.area("south")]
            offer.introduced = [city.carrier.id]
            try city.keep(offer)
            if offer.isLive { expected.append(offer) }
        }
        #expect(try city.store.read { try $0.liveOffers() } == expected.sorted { $0.id < $1.id })
    }

    @Test func `submitted offers of an organisation come oldest first`() throws {
        let late = try city.keep(
            Offer.sample(of: city.giver.id, status: .submitted, at: Instant(milliseconds: 2)))
        let early = try city.keep(
            Offer.sample(of: city.giver.id, status: .submitted, at: Instant(milliseconds: 1)))
        try city.keep(Offer.sample(of: city.giver.id, status: .draft))
        try city.keep(Offer.sample(of: city.carrier.id, status: .submitted))
        #expect(try city.store.read { try $0.submittedOffers(of: city.giver.id) } == [early, late])
    }

    private func changed(_ change: (inout Offer.Content) -> Void) -> Offer {
        var offer = Offer.sample(of: city.giver.id)
        change(&offer.content)
        return offer
    }

    /// An offer in which every optional member is set, with hostile texts.
    private func full() throws -> Offer {
        var content = Offer.Content(kind: .volunteering)
        content.title = hostileText
        content.text = hostileText
        content.category = "clothing"
        content.quantity = 1_000_000_000_000
        content.unit = .lesson
        content.minimum = 3
        content.maximum = 900
        content.period = .quarter
        content.isInexhaustible = true
        content.available = DayRange(from: Day(number: 5), to: Day(number: 6))
        content.schedule = Schedule(
            kind: .frame, startsAt: Instant(milliseconds: 1), endsAt: Instant(milliseconds: 2),
            days: DayRange(from: Day(number: 1), to: Day(number: 2)), hoursPerWeek: 1)
        content.reach = .area
        content.areas = [city.area("south"), city.area("market")]
        content.condition = .new
        content.topics = ["sport", "education"]
        content.areTopicsStrict = true
        content.targetGroups = ["seniors", "children"]
        content.areTargetGroupsStrict = true
        content.horizons = [.permanent, .acute]
        content.skills = hostileCodes
        content.languages = hostileCodes.reversed()
        content.accessibility = [" "]
        content.safeguarding = .certificateAvailable
        content.engagementForm = "mentoring"
        content.counterpartWish = hostileText
        content.legalNature = .loanOfUse
        content.publicity = .nameAndLogo
        content.conditions = hostileText
        content.visibility = .brokered
        content.contact = try city.contact(of: city.giver).id
        return Offer(
            id: sampleID(), version: 4, revision: 2, organization: city.giver.id, supplierKind: .foundation,
            content: content, usage: .init(periodStart: Day(number: 100), held: 5, committed: 6),
            status: .partlyReserved,
            freshness: .init(confirmedAt: Instant(milliseconds: 1), staleAt: Instant(milliseconds: 2)),
            activatedAt: Instant(milliseconds: 3), recordedForArea: city.area("market"),
            introduced: [city.carrier.id, city.office.id], namedTo: [city.office.id],
            createdAt: city.clock.now,
            updatedAt: city.clock.now,
            createdBy: try city.token(of: city.giver, role: .company).id)
    }
}
