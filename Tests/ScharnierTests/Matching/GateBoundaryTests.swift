import Testing

@testable import Scharnier

@Suite struct GateBoundaryTests {
    private typealias Place = SampleCity.Place
    private var city = SampleCity()

    @Test(
        arguments: [
            (10, 1, 10, true), (9, 1, 10, false), (10, 10, 1, true), (9, 10, 1, false), (40, 30, 1, true),
            (40, 31, 1, false),
        ] as [(Int64, Int64, Int64, Bool)])
    mutating func `what is available reaches both minima, what is open the giver's`(
        _ available: Int64, _ givenMinimum: Int64, _ askedMinimum: Int64, _ passes: Bool
    ) {
        city.given.quantity = available
        city.given.minimum = givenMinimum
        city.asked.minimum = askedMinimum
        #expect(city.gate(.quantityInsufficient)?.passes == passes)
    }

    @Test mutating func `what is held and committed is not available`() {
        city.offer.usage = .init(periodStart: city.offer.periodStart(of: city.asOf), held: 6, committed: 4)
        #expect(city.gate(.quantityInsufficient)?.passes == true)
        city.offer.usage.held = 7
        #expect(city.gate(.quantityInsufficient)?.passes == false)
    }

    @Test mutating func `a line that is covered is not open`() {
        city.need.items[0].committed = 30
        #expect(city.gate(.needNotLive)?.passes == false)
        #expect(city.evaluation.suggestedQuantity == 0)
    }

    @Test(
        arguments: [
            (Unit.day, Unit.hour, 16, 2, true), (.day, .hour, 15, 2, false), (.hour, .day, 2, 16, true),
            (.hour, .day, 2, 17, false),
        ] as [(Unit, Unit, Int64, Int64, Bool)])
    mutating func `a day is eight hours`(
        _ asked: Unit, _ given: Unit, _ quantity: Int64, _ minimum: Int64, _ passes: Bool
    ) {
        city.asked.unit = asked
        city.given.unit = given
        city.given.quantity = quantity
        city.asked.minimum = minimum
        #expect(city.gate(.unitMismatch)?.passes == true)
        #expect(city.gate(.quantityInsufficient)?.passes == passes)
    }

    @Test mutating func `quantities in units that cannot be compared are not compared`() {
        city.given.unit = .person
        #expect(city.gate(.quantityInsufficient) == nil)
        #expect(city.evaluation.suggestedQuantity == 0)
    }

    @Test mutating func `huge minima do not overflow`() {
        city.given.isInexhaustible = true
        city.given.minimum = .max
        city.given.maximum = .max
        city.given.unit = .day
        city.asked.unit = .hour
        #expect(city.gate(.quantityInsufficient)?.passes == false)
        #expect(city.evaluation.suggestedQuantity == 30)
    }

    @Test(arguments: [(179, false), (180, true), (181, true), (0, false)])
    mutating func `a line may be suggested again 180 days after the refusal`(_ days: Int, _ passes: Bool) {
        let decline = Introduction.Decline(side: .supplier, reasonCode: "timing", note: nil)
        let at = LocalTime.start(of: city.asOf.adding(-days))
        city.introductions = [
            SampleCity.introduction(.declined, item: city.need.items[0].id, decline: decline, updatedAt: at)
        ]
        #expect(city.gate(.declinedRecently)?.passes == passes)
    }

    @Test mutating func `a refusal by the carrier, or of another line, blocks nothing`() {
        let carriers = Introduction.Decline(side: .carrier, reasonCode: "timing", note: nil)
        let suppliers = Introduction.Decline(side: .supplier, reasonCode: "timing", note: nil)
        city.introductions = [
            SampleCity.introduction(.declined, item: city.need.items[0].id, decline: carriers),
            SampleCity.introduction(.declined, item: .numbered(99), decline: suppliers),
        ]
        #expect(city.evaluation.isEligible)
    }

    @Test(arguments: Introduction.Status.allCases)
    mutating func `an introduction is open until it is agreed or ended`(_ status: Introduction.Status) {
        city.introductions = [SampleCity.introduction(status, item: city.need.items[0].id)]
        let isOpen = [.proposed, .acceptedByOne, .connected, .inTalks].contains(status)
        #expect(city.gate(.alreadyOpen)?.passes == !isOpen)
    }

    @Test mutating func `who was introduced sees what is brokered`() {
        city.need.content.visibility = .brokered
        city.given.visibility = .brokered
        city.need.introduced = [.giver]
        #expect(city.gate(.notVisible)?.passes == false)
        city.offer.introduced = [.carrier]
        #expect(city.gate(.notVisible)?.passes == true)
    }

    @Test(arguments: [
        (ResourceKind.expertise, ResourceKind.volunteering, true), (.expertise, .service, true),
        (.service, .logistics, true), (.volunteering, .service, false), (.expertise, .logistics, false),
        (.goods, .service, false), (.money, .goods, false), (.room, .room, true),
    ])
    mutating func `kinds are compatible both ways`(_ one: ResourceKind, _ other: ResourceKind, _ passes: Bool)
    {
        city.asked.kind = one
        city.given.kind = other
        #expect(city.gate(.kindMismatch)?.passes == passes)
        city.asked.kind = other
        city.given.kind = one
        #expect(city.gate(.kindMismatch)?.passes == passes)
    }

    @Test(arguments: [
        ("school_bags", "school_supplies", true), ("school_supplies", "school_bags", true),
        ("furniture", "furniture", true), ("school_bags", "furniture", false),
    ])
    mutating func `one category lies in the other`(_ asked: String, _ given: String, _ passes: Bool) {
        city.asked.category = asked
        city.given.category = given
        #expect(city.gate(.categoryMismatch)?.passes == passes)
        city.given.category = nil
        #expect(city.gate(.categoryMismatch) == nil)
    }

    @Test(arguments: [
        (NeedItem.Condition.any, Offer.Condition.good, Bool?.none), (.good, .good, true), (.good, .new, true),
        (.new, .good, false), (.new, .new, true),
    ])
    mutating func `only new goods are new`(
        _ asked: NeedItem.Condition, _ given: Offer.Condition, _ passes: Bool?
    ) {
        city.asked.condition = asked
        city.given.condition = given
        #expect(city.gate(.conditionMismatch)?.passes == passes)
    }

    @Test mutating func `a digital offer helps remote lines, money and contacts`() {
        city.given.reach = .digital
        city.asked.isRemoteOK = true
        #expect(city.gate(.notRemote)?.passes == true)
        city.asked.isRemoteOK = false
        city.changeKind(to: .contacts)
        #expect(city.gate(.notRemote)?.passes == true)
        city.changeToMoney(100_000)
        #expect(city.gate(.notRemote)?.passes == true)
    }

    @Test mutating func `a host can be payee and give receipts for its group`() {
        city.changeToMoney(100_000)
        city.given.legalNature = .donation
        city.carrier.profile.legalForm = .informal
        city.carrier.profile.taxStatus = nil
        #expect(city.evaluation.blockers.map(\.code) == [.noPayee, .receiptIncapable])
        city.need.content.host = .host
        #expect(city.evaluation.isEligible)
        city.host.profile.taxStatus = .init(basis: .none)
        #expect(city.evaluation.blockers.map(\.code) == [.receiptIncapable])
    }

    @Test mutating func `a receipt is possible until the last day of the notice`() {
        city.given.legalNature = .donation
        city.carrier.profile.taxStatus = .init(basis: .exemptionNotice, noticeOn: .on("2021-03-02"))
        #expect(city.gate(.receiptIncapable)?.passes == true)
        city.asOf = city.asOf.adding(1)
        #expect(city.gate(.receiptIncapable)?.passes == false)
    }

    @Test mutating func `a supplier that carries or hosts the need is the same organisation`() {
        city.need.content.host = .giver
        #expect(city.gate(.sameOrganization)?.passes == false)
    }
}
