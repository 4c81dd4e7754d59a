@testable import Scharnier

/// A small city with one need and one offer that fit: tests change what they are about.
struct SampleCity: Sendable {
    static let today = Day.on("2026-03-02")

    var asOf = SampleCity.today
    var areas = SampleCity.standardAreas
    var terms = SampleCity.standardTerms
    var carrier = SampleCity.organization(.carrier, .carrier, form: .ev)
    var supplier = SampleCity.organization(.giver, .foundation, form: .foundationPrivate)
    var host = SampleCity.organization(.host, .carrier, form: .ev)
    var need = SampleCity.need(1)
    var offer = SampleCity.offer(1)
    var introductions: [Introduction] = []
    var indicators: [Indicator] = []
    var indicatorValues: [IndicatorValue] = []
    var committedValueCents: [Identifier<Area>: Int64] = [:]
    var confirmedCommitments: [Identifier<Organization>: Int] = [:]

    /// What matching looks at.
    var context: MatchingContext {
        let organizations = [carrier, supplier, host]
        return MatchingContext(
            asOf: asOf, tree: AreaTree(areas), taxonomy: Taxonomy(terms),
            organizations: Dictionary(
                organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            introductions: introductions, indicators: indicators, indicatorValues: indicatorValues,
            committedValueCents: committedValueCents, confirmedCommitments: confirmedCommitments)
    }

    /// The first line of the need against the offer.
    var evaluation: Evaluation { context.evaluate(need.items[0], of: need, against: offer) }

    /// What the first line says.
    var asked: NeedItem.Content {
        get { need.items[0].content }
        set { need.items[0].content = newValue }
    }

    /// What the offer says.
    var given: Offer.Content {
        get { offer.content }
        set { offer.content = newValue }
    }

    /// The value of one component.
    func value(_ code: Component.Code) -> Int64? {
        evaluation.components.first { $0.code == code }?.value
    }

    /// What one gate says; `nil` also if it does not apply.
    func gate(_ code: Gate.Code) -> Gate? {
        evaluation.gates.first { $0.code == code }
    }
}

extension SampleCity {
    /// Made from what money is asked and given in.
    mutating func changeToMoney(_ cents: Int64) {
        asked = NeedItem.Content(kind: .money, title: "Miete", quantity: cents, unit: nil, minimum: 100)
        given.kind = .money
        given.unit = nil
        given.quantity = cents
        given.category = nil
    }

    /// A change of kind on both sides.
    mutating func changeKind(to kind: ResourceKind) {
        asked.kind = kind
        given.kind = kind
        asked.category = nil
        given.category = nil
    }
}

extension SampleCity {
    /// A verified organisation that may give receipts.
    static func organization(
        _ id: Identifier<Organization>, _ kind: Organization.Kind, form: Organization.LegalForm?
    ) -> Organization {
        var profile = Organization.Profile(name: "Beispiel")
        profile.legalForm = form
        profile.taxStatus = TaxStatus(basis: .exemptionNotice, noticeOn: .on("2025-01-15"))
        return Organization(
            id: id, kind: kind, profile: profile, verification: .init(status: .verified), createdAt: start,
            updatedAt: start)
    }

    /// A published need for goods in a quarter of the north, needed in ten days.
    static func need(_ number: UInt64) -> Need {
        var content = Need.Content()
        content.title = "Schulstart im Quartier"
        content.text = "Dreißig Kinder kommen im Sommer in die Schule."
        content.horizon = .acute
        content.neededByOn = today.adding(10)
        content.beneficiaryAreas = [Place.nordmarkt]
        content.topics = ["education", "health"]
        return Need(
            id: .numbered(number), carrier: .carrier, content: content,
            items: [NeedItem(id: .numbered(number << 8), content: schoolBags)], status: .published,
            freshness: freshness(on: today), publishedAt: start, createdAt: start, updatedAt: start)
    }

    /// Thirty school bags.
    static var schoolBags: NeedItem.Content {
        var content = NeedItem.Content(
            kind: .goods, title: "30 Schulranzen für Erstklässler", quantity: 30, unit: .piece, minimum: 10)
        content.category = "school_bags"
        return content
    }

    /// An active offer of school supplies in the whole city.
    static func offer(_ number: UInt64) -> Offer {
        var content = Offer.Content(kind: .goods)
        content.title = "Ranzen und Federmäppchen, neu"
        content.category = "school_supplies"
        content.quantity = 20
        content.unit = .piece
        content.reach = .city
        content.topics = ["education"]
        content.publicity = .name
        return Offer(
            id: .numbered(number), organization: .giver, supplierKind: .foundation, content: content,
            status: .active, freshness: freshness(on: today), activatedAt: start, createdAt: start,
            updatedAt: start)
    }

    /// Confirmed at noon of `day`.
    static func freshness(on day: Day) -> Need.Freshness {
        let noon = LocalTime.start(of: day).adding(seconds: 43_200)
        return .init(confirmedAt: noon, staleAt: noon.adding(days: 90))
    }

    /// An introduction of the giver to a line.
    static func introduction(
        _ status: Introduction.Status, item: Identifier<NeedItem>, decline: Introduction.Decline? = nil,
        updatedAt: Instant = start
    ) -> Introduction {
        Introduction(
            id: .numbered(1), need: .numbered(1), lines: [.init(item: item, quantity: 10)],
            offer: .numbered(1),
            supplier: .giver, carrier: .carrier, host: nil, broker: nil, proposer: nil, channel: .suggestion,
            message: nil, overrideReason: nil, reason: nil, status: status, answerDueAt: start,
            decline: decline,
            areas: [], createdAt: start, updatedAt: updatedAt)
    }

    static let start = Instant.at("2026-01-10T09:00:00Z")
}

extension SampleCity {
    /// The city, two districts, two quarters in the north, one in the south, one of an earlier generation.
    static let standardAreas = [
        area(Place.city, .city, "stadt"),
        area(Place.north, .district, "nord", in: Place.city),
        area(Place.south, .district, "sued", in: Place.city),
        area(Place.nordmarkt, .actionArea, "nordmarkt", in: Place.north),
        area(Place.hafen, .actionArea, "hafen", in: Place.north),
        area(Place.marten, .actionArea, "marten", in: Place.south),
        area(Place.block, .subdistrict, "block", in: Place.nordmarkt),
        area(
            Place.former, .actionArea, "frueher", in: Place.north, validity: DayRange(to: .on("2021-01-01"))),
    ]

    /// An area; its name is its code.
    static func area(
        _ id: Identifier<Area>, _ kind: Area.Kind, _ code: String, in parent: Identifier<Area>? = nil,
        validity: DayRange = DayRange(), population: Int64? = nil
    ) -> Area {
        Area(
            id: id, kind: kind, code: code, name: code, parent: parent, validity: validity,
            population: population, createdAt: start)
    }

    static let standardTerms = [
        category("school_supplies"), category("school_bags", in: "school_supplies"), category("furniture"),
    ]

    private static func category(_ code: String, in parent: String? = nil) -> TaxonomyTerm {
        TaxonomyTerm(
            id: .nil, scheme: .resourceCategory, code: code, label: Wording(code, code), parent: parent,
            createdAt: start)
    }
}

extension SampleCity {
    /// The areas of the city.
    enum Place {
        static let city = Identifier<Area>.numbered(0xE010)
        static let north = Identifier<Area>.numbered(0xE011)
        static let south = Identifier<Area>.numbered(0xE012)
        static let block = Identifier<Area>.numbered(0xE013)
        static let former = Identifier<Area>.numbered(0xE014)
        static let nordmarkt = Identifier<Area>.numbered(0xE001)
        static let marten = Identifier<Area>.numbered(0xE002)
        static let hafen = Identifier<Area>.numbered(0xE003)
    }
}
