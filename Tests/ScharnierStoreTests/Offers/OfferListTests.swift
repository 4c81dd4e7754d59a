import Scharnier
import ScharnierStore
import Testing

@Suite struct OfferListTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `everyone finds exactly the offers that the domain lets them see`() throws {
        let all = try keepOneOfEachKind()
        for party in city.everyKindOfParty(own: city.giver) {
            let seen = try city.allPages(of: 7) { key, limit in
                var query = OfferQuery(party: party)
                (query.after, query.limit) = (key, limit)
                return try city.store.read { try $0.offers(query) }
            }
            let expected = all.filter { $0.audience.includes(party) }
                .sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
            #expect(seen.map(\.title) == expected.map { $0.content.title }, "\(party.role)")
            for (item, offer) in zip(seen, expected) {
                let isMember = !offer.audience.members.isDisjoint(with: party.memberships)
                let isCity = party.role == .cityAdmin || party.role == .cityReader
                #expect(item.whole == (isMember || isCity ? offer : nil))
                #expect(item.bytes == (isMember || isCity ? nil : Array("1:\(item.title)".utf8)))
            }
        }
    }

    @Test func `one offer comes encoded to exactly those who see it and no more of it than everyone`() throws
    {
        let all = try keepOneOfEachKind()
        for party in city.everyKindOfParty(own: city.giver) {
            for offer in all {
                let encoded = try city.store.read { try $0.encodedOffer(offer.id, for: party) }
                let seesItSo =
                    offer.audience.includes(party) && offer.audience.openness >= .registered
                    && offer.closeness(of: party) == .anyone && party.openness >= .registered
                    && offer.audience.members.isDisjoint(with: party.memberships)
                let title = offer.content.title ?? ""
                let expected = EncodedItem(version: offer.version, bytes: Array("1:\(title)".utf8))
                #expect(encoded == (seesItSo ? expected : nil), "\(party.role) \(title)")
            }
        }
    }

    @Test func `an unnamed giver's offers are found by nobody but its parties`() throws {
        var unnamed = Offer.sample(of: city.giver.id, title: "Ungenannt", at: .init(milliseconds: 2))
        unnamed.introduced = [city.carrier.id]
        var named = Offer.sample(of: city.giver.id, title: "Genannt", at: .init(milliseconds: 1))
        named.content.publicity = .name
        try city.keep(unnamed)
        try city.keep(named)
        func found(by party: Party) throws -> [String] {
            var query = OfferQuery(party: party)
            query.organizations = [city.giver.id]
            return try city.store.read { try $0.offers(query).items.map(\.title) }
        }
        #expect(try found(by: .public) == ["Genannt"])
        #expect(try found(by: city.party(city.office, .cityReader)) == ["Genannt"])
        #expect(try found(by: city.party(city.office, .network)) == ["Genannt"])
        #expect(try found(by: city.giverParty) == ["Ungenannt", "Genannt"])
        #expect(try found(by: city.carrierParty) == ["Genannt"])
        unnamed = try #require(try city.store.read { try $0.offer(unnamed.id) })
        unnamed.namedTo = [city.carrier.id]
        _ = try city.store.write { [unnamed] in try $0.update(unnamed) }
        #expect(try found(by: city.carrierParty) == ["Ungenannt", "Genannt"])
    }

    @Test func `an offer is of use in its areas, in all that lies inside them, or everywhere`() throws {
        func keep(_ title: String, _ reach: Offer.Reach?, _ areas: [String]) throws {
            var offer = Offer.sample(of: city.giver.id, title: title)
            offer.content.reach = reach
            offer.content.areas = areas.map { city.area($0) }
            try city.keep(offer)
        }
        try keep("Stadt", .city, [])
        try keep("Digital", .digital, [])
        try keep("Norden", .area, ["north"])
        try keep("Markt", .area, ["market", "south"])
        try keep("Offen", nil, [])
        func found(_ areas: String...) throws -> Set<String> {
            var query = OfferQuery(party: .public)
            query.areas = Set(areas.map { city.area($0) })
            return Set(try city.store.read { try $0.offers(query).items.map(\.title) })
        }
        #expect(try found("market") == ["Stadt", "Digital", "Norden", "Markt"])
        #expect(try found("harbour") == ["Stadt", "Digital", "Norden"])
        #expect(try found("north") == ["Stadt", "Digital", "Norden"])
        #expect(try found("south") == ["Stadt", "Digital", "Markt"])
        #expect(try found("south", "harbour") == ["Stadt", "Digital", "Markt", "Norden"])
        #expect(try found("nowhere") == ["Stadt", "Digital"])
        #expect(try found().count == 5)
    }

    @Test func `filters find what they name`() throws {
        var one = Offer.sample(of: city.giver.id, kind: .room, title: "Eins", at: .init(milliseconds: 2_000))
        one.content.horizons = [.acute]
        one.content.topics = ["sport"]
        var two = Offer.sample(of: city.giver.id, title: "Zwei", status: .partlyReserved)
        two.content.horizons = [.temporary, .permanent]
        two.content.targetGroups = ["children"]
        try city.keep(one)
        try city.keep(two)
        func found(_ change: (inout OfferQuery) -> Void) throws -> [String] {
            var query = OfferQuery(party: .public)
            change(&query)
            return try city.store.read { try $0.offers(query).items.map(\.title) }
        }
        #expect(try found { $0.statuses = [.active] } == ["Eins"])
        #expect(try found { $0.kinds = [.goods] } == ["Zwei"])
        #expect(try found { $0.horizons = [.acute] } == ["Eins"])
        #expect(try found { $0.horizons = [.temporary] } == ["Zwei"])
        #expect(try found { $0.horizons = [.permanent] } == ["Zwei"])
        #expect(try found { $0.horizons = [.permanent, .acute, .acute] } == ["Eins", "Zwei"])
        #expect(try found { $0.topics = ["sport", "education"] } == ["Eins"])
        #expect(try found { $0.targetGroups = ["children"] } == ["Zwei"])
        #expect(try found { $0.targetGroups = ["sport"] }.isEmpty)
    }

    private func keepOneOfEachKind() throws -> [Offer] {
        var all: [Offer] = []
        for status in Offer.Status.allCases {
            for visibility in Visibility.allCases {
                let number = Int64(all.count)
                var offer = Offer.sample(
                    of: number % 5 == 0 ? city.giver.id : city.office.id, title: "Angebot \(number)",
                    status: status,
                    visibility: visibility, at: Instant(milliseconds: number / 2))
                offer.introduced = number % 7 == 0 ? [city.carrier.id, city.giver.id] : []
                try city.keep(offer)
                all.append(offer)
            }
        }
        return all
    }
}
