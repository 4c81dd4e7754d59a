@testable import Scharnier

/// Many needs and offers of all sorts; the same seed gives the same city.
struct RandomCity {
    var needs: [Need] = []
    var offers: [Offer] = []
    var introductions: [Introduction] = []
    private let values: [IndicatorValue]
    private var generator: SeededGenerator

    private static let places = [
        SampleCity.Place.city, SampleCity.Place.north, SampleCity.Place.south, SampleCity.Place.nordmarkt,
        SampleCity.Place.hafen, SampleCity.Place.marten, SampleCity.Place.block, SampleCity.Place.former,
    ]
    private static let words = [
        "Nachhilfe", "Hausaufgabenhilfe", "Schulranzen", "Ranzen", "Möbel", "Moebelspende", "Bürostuhl",
        "Sprachkurs",
    ]
    private static let topics = ["education", "health", "culture_sport"]
    private static let kinds: [ResourceKind] = [
        .goods, .goods, .goods, .money, .service, .expertise, .volunteering,
    ]

    init(seed: UInt64, size: Int) {
        generator = SeededGenerator(seed: seed)
        values = [(Identifier<Area>.nordmarkt, "31"), (.hafen, "22"), (.marten, "12")].map {
            DisadvantageCity.value("sgb2_share", $0, $1)
        }
        for number in 1...size {
            needs.append(need(UInt64(number)))
            offers.append(offer(UInt64(number)))
        }
        introductions = needs.prefix(5).map { SampleCity.introduction(.proposed, item: $0.items[0].id) }
    }

    var context: MatchingContext {
        let organizations = [
            SampleCity.organization(.carrier, .carrier, form: .ev),
            SampleCity.organization(.giver, .foundation, form: .foundationPrivate),
            SampleCity.organization(.stranger, .company, form: .gmbh),
            SampleCity.organization(.introduced, .carrier, form: .informal),
        ]
        return MatchingContext(
            asOf: SampleCity.today, tree: AreaTree(SampleCity.standardAreas),
            taxonomy: Taxonomy(SampleCity.standardTerms),
            organizations: Dictionary(
                organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            introductions: introductions, indicators: [DisadvantageCity.burden], indicatorValues: values)
    }

    private mutating func need(_ number: UInt64) -> Need {
        var content = Need.Content()
        content.title = pick(Self.words)
        content.horizon = pick(Horizon.allCases)
        content.neededByOn =
            oneIn(3) ? nil : SampleCity.today.adding(Int.random(in: 0...80, using: &generator))
        content.beneficiaryAreas = some(Self.places, 1...2)
        content.isCityWide = oneIn(8)
        content.topics = some(Self.topics, 0...2)
        content.visibility = oneIn(10) ? .brokered : .public
        let carrier: Identifier<Organization> = oneIn(2) ? .carrier : .introduced
        let published = SampleCity.start.adding(days: Int.random(in: 0...5, using: &generator))
        let items = (0...UInt64.random(in: 0...2, using: &generator)).map { item(number << 8 | $0) }
        return Need(
            id: .numbered(number), carrier: carrier, content: content, items: items,
            status: oneIn(10) ? .paused : .published, freshness: SampleCity.freshness(on: SampleCity.today),
            publishedAt: published, createdAt: published, updatedAt: published)
    }

    private mutating func item(_ number: UInt64) -> NeedItem {
        let kind = pick(Self.kinds)
        var content = NeedItem.Content(
            kind: kind, title: "\(pick(Self.words)) \(pick(Self.words))",
            quantity: Int64.random(in: 1...20, using: &generator) * 100,
            unit: kind == .money ? nil : pick([.piece, .hour, .day]),
            minimum: Int64.random(in: 1...300, using: &generator))
        content.category = oneIn(2) ? pick(["school_supplies", "school_bags", "furniture"]) : nil
        content.skills = some(["driving", "first_aid"], 0...2)
        content.isRemoteOK = oneIn(2)
        return NeedItem(id: .numbered(number), content: content, committed: oneIn(6) ? content.quantity : 0)
    }

    private mutating func offer(_ number: UInt64) -> Offer {
        let kind = pick(Self.kinds)
        var content = Offer.Content(kind: kind)
        content.title = pick(Self.words)
        content.text = "\(pick(Self.words)) \(pick(Self.words))"
        content.category = oneIn(2) ? pick(["school_supplies", "school_bags", "furniture"]) : nil
        content.quantity = Int64.random(in: 1...40, using: &generator) * 100
        content.unit = kind == .money ? nil : pick([.piece, .hour, .day])
        content.reach = pick(Offer.Reach.allCases)
        content.areas = some(Self.places, 1...3)
        content.topics = some(Self.topics, 0...2)
        content.areTopicsStrict = oneIn(4)
        content.skills = some(["driving", "first_aid"], 0...2)
        let created = SampleCity.start.adding(days: Int.random(in: 0...5, using: &generator))
        content.publicity = .name
        return Offer(
            id: .numbered(number), organization: oneIn(2) ? .giver : .stranger, supplierKind: .foundation,
            content: content, status: oneIn(10) ? .paused : .active,
            freshness: SampleCity.freshness(on: SampleCity.today), createdAt: created, updatedAt: created)
    }

    private mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private mutating func some<Element>(_ choices: [Element], _ count: ClosedRange<Int>) -> [Element] {
        Array(choices.shuffled(using: &generator).prefix(Int.random(in: count, using: &generator)))
    }
}
