import Scharnier
import ScharnierStore
import Testing

@Suite struct NeedListTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `everyone finds exactly the needs that the domain lets them see`() throws {
        let all = try keepOneOfEachKind()
        for party in city.everyKindOfParty(own: city.carrier) {
            let seen = try pages(of: 7, for: party)
            let expected = all.filter { $0.audience.includes(party) }.sorted(by: newestFirst)
            #expect(seen.map(\.title) == expected.map { $0.content.title }, "\(party.role)")
        }
    }

    @Test func `a need comes whole to those in its audience and to the city, encoded to everyone else`()
        throws
    {
        let all = Dictionary(
            uniqueKeysWithValues: try keepOneOfEachKind().map { ($0.content.title ?? "", $0) })
        for party in city.everyKindOfParty(own: city.carrier) {
            for item in try pages(of: 200, for: party) {
                let need = try #require(all[item.title])
                let isMember = !need.audience.members.isDisjoint(with: party.memberships)
                if isMember || party.role == .cityAdmin || party.role == .cityReader {
                    #expect(item.whole == need)
                } else {
                    #expect(item.bytes == Array("1:\(item.title)".utf8))
                }
            }
        }
    }

    @Test func `one need comes encoded to exactly those who see it and no more of it than everyone`() throws {
        let all = try keepOneOfEachKind()
        for party in city.everyKindOfParty(own: city.carrier) {
            for need in all {
                let encoded = try city.store.read { try $0.encodedNeed(need.id, for: party) }
                let seesItSo =
                    need.audience.includes(party) && need.audience.openness >= .registered
                    && need.closeness(of: party) == .anyone && party.openness >= .registered
                let title = need.content.title ?? ""
                let expected = EncodedItem(version: need.version, bytes: Array("1:\(title)".utf8))
                #expect(encoded == (seesItSo ? expected : nil), "\(party.role) \(title)")
            }
        }
    }

    @Test func `a page ends where the next one begins, at every size`() throws {
        for index in 0..<10 {
            let need = Need.sample(
                of: city.carrier.id, title: "Bedarf \(index)", at: Instant(milliseconds: Int64(index / 3)))
            try city.keep(need)
        }
        let all = try pages(of: 200, for: .public).map(\.title)
        for party in [Party.public, city.carrierParty, city.city] {
            for limit in 1...11 {
                #expect(try pages(of: limit, for: party).map(\.title) == all)
            }
            var query = NeedQuery(party: party)
            query.limit = 10
            #expect(try city.store.read { try $0.needs(query).next } == nil)
            query.limit = 9
            #expect(try city.store.read { try $0.needs(query).next } != nil)
        }
    }

    @Test func `paging misses nothing and shows nothing twice while others add and remove`() throws {
        var stable: Set<String> = []
        for index in 0..<40 {
            let title = "Stabil \(index)"
            try city.keep(
                Need.sample(of: city.carrier.id, title: title, at: Instant(milliseconds: Int64(index * 10))))
            stable.insert(title)
        }
        var seen: [String] = []
        var query = NeedQuery(party: .public)
        query.limit = 7
        repeat {
            let page = try city.store.read { try $0.needs(query) }
            seen += page.items.map(\.title)
            query.after = page.next
            for moment in [0, 150, 399, 1_000] {
                let id = UInt64.random(in: 1 ... .max)
                let title = "Neu \(id)"
                try city.keep(
                    Need.sample(
                        of: city.carrier.id, title: title, id: sampleID(id),
                        at: Instant(milliseconds: Int64(moment))))
            }
        } while query.after != nil
        #expect(seen.filter(stable.contains).count == stable.count)
        #expect(Set(seen).count == seen.count)
    }

    @Test func `filters find what they name`() throws {
        var one = Need.sample(
            of: city.carrier.id, title: "Eins", areas: [city.area("market")], at: .init(milliseconds: 2_000))
        one.content.horizon = .acute
        one.content.neededByOn = Day(number: 100)
        one.content.topics = ["sport"]
        one.content.targetGroups = ["seniors"]
        one.items = [.sample(kind: .room), .sample(kind: .money)]
        one.items[1].isWithdrawn = true
        var two = Need.sample(
            of: city.office.id, title: "Zwei", status: .partiallyMet, areas: [city.area("south")])
        two.content.horizon = .permanent
        two.content.topics = ["education", "sport"]
        try city.keep(one)
        try city.keep(two)
        func found(_ change: (inout NeedQuery) -> Void) throws -> [String] {
            var query = NeedQuery(party: .public)
            change(&query)
            return try city.store.read { try $0.needs(query).items.map(\.title) }
        }
        #expect(try found { _ in } == ["Eins", "Zwei"])
        #expect(try found { $0.statuses = [.partiallyMet, .met] } == ["Zwei"])
        #expect(try found { $0.horizons = [.acute, .temporary] } == ["Eins"])
        #expect(try found { $0.kinds = [.room] } == ["Eins"])
        #expect(try found { $0.kinds = [.money] }.isEmpty)
        #expect(try found { $0.kinds = [.goods, .room] } == ["Eins", "Zwei"])
        #expect(try found { $0.areas = [city.area("north")] } == ["Eins"])
        #expect(try found { $0.areas = [city.area("harbour"), city.area("south")] } == ["Zwei"])
        #expect(try found { $0.areas = [city.area("city")] } == ["Eins", "Zwei"])
        #expect(try found { $0.areas = [sampleID()] }.isEmpty)
        #expect(try found { $0.topics = ["sport"] } == ["Eins", "Zwei"])
        #expect(try found { $0.topics = ["education"] } == ["Zwei"])
        #expect(try found { $0.topics = ["' OR 1=1 --"] }.isEmpty)
        #expect(try found { $0.targetGroups = ["seniors", "children"] } == ["Eins"])
        #expect(try found { $0.targetGroups = ["sport"] }.isEmpty)
        #expect(try found { $0.carriers = [city.office.id] } == ["Zwei"])
        #expect(try found { $0.neededBy = DayRange(from: Day(number: 100)) } == ["Eins"])
        #expect(try found { $0.neededBy = DayRange(from: Day(number: 101)) }.isEmpty)
        #expect(try found { $0.neededBy = DayRange(to: Day(number: 100)) }.isEmpty)
        #expect(try found { $0.neededBy = DayRange(to: Day(number: 101)) } == ["Eins"])
        #expect(
            try found {
                $0.topics = ["sport"]; $0.horizons = [.permanent]; $0.kinds = [.goods]
            } == ["Zwei"])
    }

    @Test func `a filter takes as many values as a request can name`() throws {
        try city.keep(Need.sample(of: city.carrier.id))
        var query = NeedQuery(party: .public)
        query.carriers = (0..<50).map { _ in sampleID() } + [city.carrier.id]
        query.topics = []
        query.statuses = Need.Status.allCases
        query.kinds = ResourceKind.allCases
        let found = try city.store.read { try $0.needs(query) }
        #expect(found.items.count == 1)
    }

    private func newestFirst(_ one: Need, _ other: Need) -> Bool {
        (one.createdAt, one.id) > (other.createdAt, other.id)
    }

    private func pages(of limit: Int, for party: Party) throws -> [ListedItem<Need>] {
        try city.allPages(of: limit) { key, limit in
            var query = NeedQuery(party: party)
            (query.after, query.limit) = (key, limit)
            return try city.store.read { try $0.needs(query) }
        }
    }

    /// Needs of every status, visibility and area, some with host, steward or introduced organisations.
    private func keepOneOfEachKind() throws -> [Need] {
        var all: [Need] = []
        for status in Need.Status.allCases {
            for visibility in Visibility.allCases {
                for area in ["market", "south"] {
                    let number = Int64(all.count)
                    var need = Need.sample(
                        of: number % 5 == 0 ? city.carrier.id : city.office.id, title: "Bedarf \(number)",
                        status: status, visibility: visibility, areas: [city.area(area)],
                        at: Instant(milliseconds: number / 2))
                    need.content.host = number % 7 == 0 ? city.carrier.id : nil
                    need.introduced = number % 11 == 0 ? [city.giver.id] : []
                    try city.keep(need)
                    all.append(need)
                }
            }
        }
        return all
    }
}
