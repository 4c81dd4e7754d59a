import Testing

@testable import Scharnier

@Suite struct ComponentTests {
    private typealias Place = SampleCity.Place
    private var city = SampleCity()

    @Test(arguments: [
        (-1, 100), (0, 100), (3, 100), (4, 90), (7, 90), (8, 75), (14, 75), (15, 50), (30, 50), (31, 25),
        (60, 25),
        (61, 10), (5000, 10),
    ])
    mutating func `urgency falls with the days that are left`(_ days: Int, _ value: Int64) {
        city.need.content.neededByOn = city.asOf.adding(days)
        #expect(city.value(.urgency) == value)
    }

    @Test(arguments: [(Horizon.acute, 75), (.temporary, 30), (.permanent, 20)] as [(Horizon, Int64)])
    mutating func `without a date the horizon decides`(_ horizon: Horizon, _ value: Int64) {
        city.need.content.neededByOn = nil
        city.need.content.horizon = horizon
        #expect(city.value(.urgency) == value)
    }

    @Test(arguments: [
        (0, 100), (14, 100), (15, 80), (30, 80), (31, 50), (60, 50), (61, 20), (90, 20), (91, 0),
    ])
    mutating func `the older confirmation decides freshness`(_ days: Int, _ value: Int64) {
        city.need.freshness = SampleCity.freshness(on: city.asOf.adding(-days))
        #expect(city.value(.freshness) == value)
        (city.need.freshness, city.offer.freshness) = (city.offer.freshness, city.need.freshness)
        #expect(city.value(.freshness) == value)
    }

    @Test mutating func `what was never confirmed is not fresh`() {
        city.offer.freshness = nil
        #expect(city.value(.freshness) == 0)
    }

    @Test mutating func `fit adds kind, category and skills`() {
        #expect(city.value(.fit) == 90)
        city.given.category = "school_bags"
        #expect(city.value(.fit) == 100)
        city.given.category = nil
        #expect(city.value(.fit) == 80)
        city.given.title = "Äpfel"
        #expect(city.value(.fit) == 70)
        city.asked.skills = ["a_skill", "b_skill", "c_skill"]
        city.given.skills = ["b_skill", "c_skill", "d_skill"]
        #expect(city.value(.fit) == 63)
    }

    @Test mutating func `kinds that go together give thirty, others nothing`() {
        city.asked.kind = .expertise
        city.given.kind = .volunteering
        #expect(city.value(.fit) == 70)
        city.given.kind = .room
        #expect(city.value(.fit) == 40)
    }

    @Test mutating func `no more than three terms count`() {
        city.given.category = nil
        city.asked.description = "Brotdose Trinkflasche Turnbeutel Federmappe"
        city.given.text = "Brotdose, Trinkflasche, Turnbeutel, Federmappe"
        #expect(city.value(.fit) == 100)
    }

    @Test mutating func `money counts as the same category`() {
        city.changeToMoney(100_000)
        #expect(city.value(.fit) == 100)
    }

    @Test(
        arguments: [
            ([Place.nordmarkt], [Place.nordmarkt], 100), ([Place.nordmarkt], [Place.north], 80),
            ([Place.block], [Place.nordmarkt], 90), ([Place.nordmarkt], [Place.block], 90),
            ([Place.north], [Place.nordmarkt], 90), ([Place.nordmarkt], [Place.city], 60),
            ([Place.nordmarkt], [Place.marten], 0),
            ([Place.nordmarkt], [Place.marten, Place.city, Place.north], 80),
            ([Place.nordmarkt, Place.marten], [Place.south, Place.marten], 100),
            ([Place.city], [Place.nordmarkt], 70),
            ([Place.city], [Place.city], 100), ([Place.former], [Place.former], 0),
            ([Place.former], [Place.north], 0),
        ] as [([Identifier<Area>], [Identifier<Area>], Int64)])
    mutating func `the best pair of areas counts`(
        _ asked: [Identifier<Area>], _ given: [Identifier<Area>], _ value: Int64
    ) {
        city.need.content.beneficiaryAreas = asked
        city.given.reach = .area
        city.given.areas = given
        #expect(city.value(.area) == value)
        #expect(city.gate(.areaOutOfScope)?.passes == (value > 0))
        city.given.areas.reverse()
        city.need.content.beneficiaryAreas.reverse()
        #expect(city.value(.area) == value)
    }

    @Test mutating func `a need of the whole city is served best by what holds there`() {
        #expect(city.value(.area) == 60)
        city.need.content.isCityWide = true
        #expect(city.value(.area) == 100)
        city.given.reach = .digital
        #expect(city.value(.area) == 100)
        city.given.reach = .area
        city.given.areas = [Place.marten]
        #expect(city.value(.area) == 70)
        city.given.areas = [Place.city]
        #expect(city.value(.area) == 100)
    }

    @Test mutating func `topics and target groups give fifty each, and half if a side names none`() {
        #expect(city.value(.topic) == 50)
        city.given.topics = ["education", "health", "housing_environment"]
        #expect(city.value(.topic) == 75)
        city.need.content.targetGroups = ["children", "youth", "seniors"]
        city.given.targetGroups = ["children"]
        #expect(city.value(.topic) == 66)
        city.given.topics = ["culture_sport"]
        #expect(city.value(.topic) == 16)
        city.need.content.topics = []
        #expect(city.value(.topic) == 41)
    }

    @Test(arguments: [(0, 75), (1, 50), (2, 25), (7, 25)] as [(Int, Int64)])
    mutating func `a carrier with commitments is behind those without`(_ commitments: Int, _ value: Int64) {
        city.confirmedCommitments = [.carrier: commitments]
        #expect(city.value(.coverage) == value)
    }

    @Test mutating func `what an area was promised per inhabitant counts half of coverage`() {
        city.areas = [
            SampleCity.area(Place.nordmarkt, .actionArea, "a", population: 1000),
            SampleCity.area(Place.hafen, .actionArea, "b", population: 10),
            SampleCity.area(Place.marten, .actionArea, "c", population: 2000),
            SampleCity.area(Place.block, .subdistrict, "d", population: 1),
        ]
        #expect(city.value(.coverage) == 50)
        city.committedValueCents = [
            Place.nordmarkt: 1000, Place.hafen: 11, Place.marten: 2000, Place.block: 1_000_000,
        ]
        #expect(city.value(.coverage) == 75)
        city.committedValueCents[Place.marten] = 2001
        #expect(city.value(.coverage) == 100)
        city.committedValueCents[Place.nordmarkt] = 1_000_000_000_000
        #expect(city.value(.coverage) == 50)
    }

    @Test mutating func `the suggested quantity is the least of open, available and allowed`() {
        #expect(city.evaluation.suggestedQuantity == 20)
        #expect(city.evaluation.coverBasisPoints == 6666)
        city.given.maximum = 15
        #expect(city.evaluation.suggestedQuantity == 15)
        city.need.items[0].held = 20
        #expect(city.evaluation.suggestedQuantity == 10)
        #expect(city.evaluation.coverBasisPoints == 3333)
        city.given.unit = .day
        city.asked.unit = .hour
        city.given.maximum = 1
        #expect(city.evaluation.suggestedQuantity == 8)
        city.given.unit = .hour
        city.asked.unit = .day
        city.given.maximum = 15
        #expect(city.evaluation.suggestedQuantity == 1)
    }
}
