import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// Searches, compared with looking at every need.
@Suite struct SearchTests {
    let city: TestCity

    init() throws { city = try TestCity(rows: .identifiers) }

    private static let texts = [
        "Schultaschen für Kinder", "Schule am Hafen", "Bücher und Spiele", "Müller hilft Mueller",
        "Straße 12",
        "Lesepaten gesucht", "Tische, Stühle",
    ]

    private func keepMany() throws -> [Need] {
        try (0..<40).map { index in
            var need = Need.sample(
                of: index % 3 == 0 ? city.carrier.id : city.giver.id, title: Self.texts[index % 7],
                status: index % 4 == 0 ? .closed : .published, at: Instant(milliseconds: Int64(index / 3)))
            need.content.plainSummary = Self.texts[index % 5]
            return try city.keep(need)
        }
    }

    private func found(_ text: String, _ party: Party, limit: Int = 3, sortedBy key: Need.SortKey? = nil)
        throws
        -> [Identifier<Need>]
    {
        var query = NeedQuery(party: party)
        query.words = WordQuery(text)
        query.limit = limit
        query.order = key.flatMap { SortOrder([SortTerm($0, isDescending: false)]) } ?? query.order
        return try city.allPages(of: limit) { after, _ in
            query.after = after
            return try city.store.read { try $0.needs(query).map { try $0.identifier } }
        }
    }

    /// In which of the texts something is that is asked for.
    private static let places: [String: Set<Int>] = [
        "schul": [0, 1], "schule": [1], "schultaschen": [0], "hafen": [1], "muller": [3], "str": [4],
        "12": [4],
        "buecher": [2], "lesep": [5], "1": [], "xyz": [],
    ]

    /// Whether the need with this number has all the words, in its title or in its summary.
    private static func has(_ text: String, _ number: Int) -> Bool {
        text.split(separator: " ").allSatisfy { word in
            !(places[word.description] ?? []).isDisjoint(with: [number % 7, number % 5])
        }
    }

    @Test(arguments: [
        "schul", "schule", "schultaschen hafen", "muller", "str 12", "buecher", "12", "lesep", "1", "xyz",
    ])
    func `a search finds what the party may know of and has all the words, newest first`(_ text: String)
        throws
    {
        let all = try keepMany()
        for party in [Party.public, city.carrierParty, city.city, city.party(city.office, .cityReader)] {
            let fitting = all.enumerated().filter { Self.has(text, $0.offset) }.map(\.element)
            let expected = fitting.filter { $0.audience.includes(party) }
                .sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }.map(\.id)
            #expect(try found(text, party) == expected, "\(party.role)")
            #expect(try Set(found(text, party, sortedBy: .title)) == Set(expected), "\(party.role)")
        }
    }

    @Test func `what is counted is what is found`() throws {
        _ = try keepMany()
        for party in [Party.public, city.carrierParty, city.city] {
            var query = NeedQuery(party: party)
            query.words = WordQuery("schul")
            query.isCounted = true
            query.limit = 2
            let count = try city.store.read { try $0.needs(query).count }
            #expect(try count == Int64(found("schul", party).count))
        }
    }

    @Test func `a record is found by what it says now, and not by what it said`() throws {
        let words = try city.store.connections.lend { try $0.count("wordList") }
        var need = try city.keep(Need.sample(of: city.carrier.id, title: "Fahrräder"))
        #expect(try found("fahrrad", .public) == [need.id])
        need.content.title = "Roller"
        try city.store.write { [need] in try $0.update(need) }
        #expect(try found("fahrrad", .public).isEmpty)
        #expect(try found("roller", .public) == [need.id])
        try city.store.write { [need] in try $0.delete(need) }
        #expect(try found("roller", .public).isEmpty)
        #expect(try city.store.connections.lend { try $0.count("wordList") } == words)
    }

    @Test func `offers and organisations are searched, too`() throws {
        let offer = try city.keep(Offer.sample(of: city.giver.id, title: "Winterjacken"))
        var offers = OfferQuery(party: .public)
        offers.words = WordQuery("winterjacke")
        #expect(try city.store.read { try $0.offers(offers).map { try $0.identifier } }.items == [offer.id])
        var organizations = OrganizationQuery(party: .public)
        organizations.words = WordQuery("traeger")
        #expect(
            try city.store.read { try $0.organizations(organizations).items.map(\.id) } == [city.carrier.id])
    }

    @Test func `a search reads the index of the list and the words, and a record only if it has them`() throws
    {
        var query = NeedQuery(party: .public)
        query.words = WordQuery("schul")
        let request = ListRequest(.need, query, filters: [], sortedBy: Need.column).holding(query.words)
        let plan = try city.store.connections.lend {
            try $0.queryPlan(of: "SELECT publicRow FROM \(request.table.name) WHERE \(request.clause)")
        }
        #expect(plan.first?.hasPrefix("SEARCH need USING INDEX needListed") == true, "\(plan)")
        #expect(plan.last?.hasPrefix("SEARCH list USING INTEGER PRIMARY KEY") == true, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `texts are read anew where another form of the program has read them`() throws {
        let need = try city.keep(Need.sample(of: city.carrier.id, title: "Fahrräder"))
        try city.store.connections.lend {
            try $0.run("UPDATE wordList SET words = x'0161'")
            try $0.run("UPDATE need SET titleKey = 'x'")
        }
        #expect(try city.store.read { try ($0 as? SQLiteTransaction)?.textFindings().count } == 5)
        try city.store.write { try ($0 as? SQLiteTransaction)?.readAllTexts() }
        #expect(try found("fahrrad", .public) == [need.id])
        #expect(try city.store.read { try ($0 as? SQLiteTransaction)?.textFindings() } == [])
    }
}

extension ListedItem where Entity: Identifiable {
    /// The identifier, however the record comes; encoded rows are nothing else here.
    fileprivate var identifier: Entity.ID {
        get throws {
            if let id = whole?.id { return id }
            let id = Identifier<Entity>(String(decoding: bytes ?? [], as: UTF8.self))
            return try #require(id as? Entity.ID)
        }
    }
}

extension Connection {
    fileprivate func count(_ clause: SQL) throws -> Int? {
        try first("SELECT count(*) FROM \(clause)") { try $0.next() }
    }
}
