import JSON
import Scharnier
import Testing

@testable import ScharnierAPI

/// What is answered has exactly the members that the contract declares, in its order.
@Suite struct ContractBodiesTests {
    let contract: OpenAPI
    let now = Instant(milliseconds: 1_795_253_400_000)

    init() throws { contract = try OpenAPI.read() }

    @Test(arguments: Closeness.allCases)
    func `a need shows what the contract lets a reader see`(_ closeness: Closeness) throws {
        var content = Need.Content()
        content.site = Need.Site(name: "Lesestube")
        content.period = DayRange()
        let line = NeedItem.Content(kind: .goods, title: "Ranzen", quantity: 2, unit: .piece, minimum: 1)
        let need = Need(
            id: .nil, carrier: .nil, content: content, items: [NeedItem(id: .nil, content: line)],
            verification: .init(role: .cityAdmin, at: now, revision: 1),
            freshness: .init(confirmedAt: now, staleAt: now), closing: .init(outcome: .failed),
            createdAt: now,
            updatedAt: now)
        try expect(NeedBody(need, for: closeness), "Need", from: closeness)
    }

    @Test(arguments: Closeness.allCases)
    func `an offer shows what the contract lets a reader see`(_ closeness: Closeness) throws {
        let offer = Offer(
            id: .nil, organization: .nil, supplierKind: .company, content: .init(kind: .money),
            createdAt: now,
            updatedAt: now)
        try expect(OfferBody(offer, for: closeness), "Offer", from: closeness)
    }

    @Test(arguments: Closeness.allCases)
    func `a programme shows what the contract lets a reader see`(_ closeness: Closeness) throws {
        let day = Day(number: 20_000)
        var content = Programme.Content(kind: .prize, title: "Preis")
        content.policy = Programme.Policy(
            version: "2026.1", validity: DayRange(from: day, to: nil), legalBasis: "Satzung",
            verification: .unverified)
        content.calls = [.init(opensOn: day, closesOn: day)]
        content.awards = [.init(year: 2025, recipient: "Verein")]
        let programme = Programme(
            id: .nil, organization: .nil, content: content, createdAt: now, updatedAt: now)
        try expect(ProgrammeBody(programme, for: closeness), "Programme", from: closeness)
    }

    @Test(arguments: Closeness.allCases)
    func `an idea shows what the contract lets a reader see`(_ closeness: Closeness) throws {
        let idea = Idea(
            id: .nil, organization: .nil, content: .init(title: "Rad"), createdAt: now, updatedAt: now)
        try expect(IdeaBody(idea, for: closeness), "Idea", from: closeness)
    }

    @Test(arguments: Closeness.allCases)
    func `an organisation shows what the contract lets a reader see`(_ closeness: Closeness) throws {
        var profile = Organization.Profile(name: "Verein")
        profile.seat = Organization.Seat(city: "Dortmund")
        profile.isSeatPublic = false
        profile.taxStatus = TaxStatus(basis: .publicBody)
        let organization = Organization(
            id: .nil, kind: .carrier, profile: profile, createdAt: now, updatedAt: now)
        let body = OrganizationBody(organization, for: closeness, on: Day(number: 0))
        try expect(body, "Organization", from: closeness)
    }

    @Test func `an introduction shows what the contract says`() throws {
        let introduction = Introduction(
            id: .nil, need: .nil, lines: [.init(item: .nil, quantity: 1)], offer: .nil, supplier: .nil,
            carrier: .nil,
            host: nil, broker: .init(organization: .nil, role: .cityAdmin), proposer: nil, channel: .direct,
            message: nil, overrideReason: nil, reason: .init(points: 1, ruleVersion: "1"), answerDueAt: now,
            decline: .init(side: .carrier, reasonCode: "timing", note: nil),
            holds: [.init(item: .nil, quantity: 1, placedAt: now, expiresAt: now)], areas: [], createdAt: now,
            updatedAt: now)
        let card = Contact.Card(
            displayName: "Büro", purpose: .introduction, lawfulBasis: .contract, infoTextVersion: "1")
        let contact = Contact(id: .nil, organization: .nil, card: card, createdAt: now, updatedAt: now)
        let body = IntroductionBody(introduction, for: .public, contacts: [contact], namesSupplier: false)
        try expect(body, "Introduction", from: .anyone)
        let draft = try body.draft(without: [])
        #expect(names(member("decline", of: draft)) == ["side", "reason_code"])
    }

    @Test func `tokens, areas and terms show what the contract says`() throws {
        let token = AccessToken(
            id: .nil, organization: .nil, role: .portal, scopes: [], label: "", digest: [], createdAt: now,
            expiresAt: now)
        try expect(TokenBody(token: token, now: now), "Token", from: .city)
        try expect(TokenBody(token: token, now: now, secret: .shown("sch")), "NewToken", from: .city)
        let area = Area(
            id: .nil, kind: .city, code: "", name: "", validity: DayRange(),
            centroid: .init(latitude: "51.5", longitude: "7.5"), createdAt: now)
        let relation = AreaRelation(from: .nil, to: .nil, kind: .successor)
        try expect(AreaBody(area: area, relations: [relation], hasGeometry: true), "Area", from: .anyone)
        try expect(AreaBody(area: area, relations: [], hasGeometry: false), "AreaSummary", from: .anyone)
        let term = TaxonomyTerm(
            id: .nil, scheme: .topic, code: "education", label: Wording("Bildung", "Education"),
            createdAt: now)
        try expect(TaxonomyTermBody(term: term), "TaxonomyTerm", from: .anyone)
        try expect(MetaBody(version: nil), "Meta", from: .anyone)
    }

    private func expect(_ body: some JSONWritable, _ schema: String, from closeness: Closeness) throws {
        try compare(
            body.draft(without: []), contract.root["components"]["schemas"][schema], schema, closeness)
    }

    /// Compares an object, and all objects inside it, with a schema.
    private func compare(_ value: JSONValue, _ schema: Tree, _ place: String, _ closeness: Closeness) throws {
        let schema = contract.resolved(schema)
        if case .array(let elements) = value {
            for element in elements { try compare(element, schema["items"], "\(place)[]", closeness) }
        }
        guard case .object(let object) = value, !schema["additionalProperties"].exists else { return }
        let visible = schema["properties"].members.filter { isVisible($0.node, from: closeness) }
        #expect(names(value) == visible.map(\.name), "\(place)")
        for member in object.members {
            try compare(member.value, schema["properties"][member.name], "\(place).\(member.name)", closeness)
        }
    }

    /// Whether a member is for readers that stand this close; without a word about it, for all.
    private func isVisible(_ member: Tree, from closeness: Closeness) -> Bool {
        switch member["x-closeness"].string {
        case "party": closeness >= .party
        case "own": closeness >= .own
        case "city": closeness >= .city
        default: !member["x-visible-to"].exists && !member["x-expands"].exists
        }
    }

    private func names(_ value: JSONValue) -> [String] {
        if case .object(let object) = value { object.members.map(\.name) } else { [] }
    }

    private func member(_ name: String, of value: JSONValue) -> JSONValue {
        if case .object(let object) = value { object[name] ?? .null } else { .null }
    }
}
