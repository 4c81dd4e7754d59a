import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// Lists in every order, compared with the same records sorted here.
@Suite struct SortingTests {
    let city: TestCity
    let needs: [Need]

    /// Few different values, and some missing, so that every key is equal or absent often.
    init() throws {
        city = try TestCity(rows: .identifiers)
        var generator = SystemRandomNumberGenerator()
        let titles: [String?] = ["Äpfel", "apfel", "Straße", "Zelt", "zelt 2", nil, nil]
        var kept: [Need] = []
        for index in 0..<60 {
            var need = Need.sample(
                of: index % 3 == 0 ? city.carrier.id : city.giver.id,
                status: index % 4 == 0 ? .closed : .published,
                at: Instant(milliseconds: .random(in: 0...9, using: &generator)))
            need.content.title = titles.randomElement(using: &generator) ?? nil
            need.content.neededByOn = [nil, Day(number: 5), Day(number: 6)].randomElement() ?? nil
            need.publishedAt =
                [nil, Instant(milliseconds: 1), Instant(milliseconds: -2)].randomElement() ?? nil
            need.updatedAt = Instant(milliseconds: .random(in: 0...3, using: &generator))
            kept.append(try city.keep(need))
        }
        needs = kept
    }

    @Test func `every order of needs is that of the domain, at every size of a page`() throws {
        for order in Self.orders {
            for party in [Party.public, city.carrierParty, city.city] {
                let expected = needs.filter { $0.audience.includes(party) }
                    .sorted { Self.comes($0, before: $1, order) }.map(\.id)
                for limit in [1, 7, 60] {
                    #expect(try listed(order, limit, party) == expected, "\(order) \(party.role) \(limit)")
                }
            }
        }
    }

    @Test func `what is counted is what all pages have together`() throws {
        for party in city.everyKindOfParty(own: city.carrier) {
            var query = NeedQuery(party: party)
            query.isCounted = true
            query.limit = 7
            let visible = needs.filter { $0.audience.includes(party) }
            #expect(
                try city.store.read { try $0.needs(query).count } == Int64(visible.count), "\(party.role)")
            query.statuses = [.closed]
            let closed = visible.filter { $0.status == .closed }
            #expect(try city.store.read { try $0.needs(query).count } == Int64(closed.count), "\(party.role)")
            query.isCounted = false
            #expect(try city.store.read { try $0.needs(query).count } == nil)
        }
    }

    @Test func `a list in another order is read from an index that has all keys`() throws {
        for key in Need.SortKey.allCases where key != .createdAt {
            for party in [Party.public, city.city] {
                var query = NeedQuery(party: party)
                query.order = try #require(SortOrder([SortTerm(key, isDescending: true)]))
                let plan = try city.plan(of: query)
                #expect(plan.contains { $0.contains("USING COVERING INDEX needListed") }, "\(key) \(plan)")
            }
        }
    }

    @Test func `the oldest first is read without a sort`() throws {
        var query = NeedQuery(party: .public)
        query.order = try #require(SortOrder([SortTerm(.createdAt, isDescending: false)]))
        let plan = try city.plan(of: query)
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    /// Each key alone, and many of two and three, in both directions.
    private static let orders: [SortOrder<Need.SortKey>] = {
        var orders = [SortOrder<Need.SortKey>()]
        let terms = Need.SortKey.allCases.flatMap { key in
            [SortTerm(key, isDescending: false), SortTerm(key, isDescending: true)]
        }
        for first in terms {
            orders += [SortOrder([first])].compactMap { $0 }
            let (second, third) = (terms.randomElement() ?? first, terms.randomElement() ?? first)
            orders += [SortOrder([first, second]), SortOrder([first, second, third])].compactMap { $0 }
        }
        return orders
    }()

    private func listed(_ order: SortOrder<Need.SortKey>, _ limit: Int, _ party: Party) throws
        -> [Identifier<Need>]
    {
        var query = NeedQuery(party: party)
        query.order = order
        query.limit = limit
        let titles = try city.allPages(of: limit) { after, _ in
            query.after = after
            return try city.store.read { try $0.keys(of: query) }
        }
        return titles
    }

    private static func comes(_ one: Need, before other: Need, _ order: SortOrder<Need.SortKey>) -> Bool {
        for term in order.terms {
            let (a, b) = (value(of: one, term.key), value(of: other, term.key))
            if a == b { continue }
            guard let a else { return false }
            guard let b else { return true }
            return term.isDescending ? b < a : a < b
        }
        if order.terms.isEmpty, one.createdAt != other.createdAt { return one.createdAt > other.createdAt }
        return (order.terms.last?.isDescending ?? true) ? one.id > other.id : one.id < other.id
    }

    /// What a need has in a key, in a form that is ordered alike; numbers behind a sign.
    private static func value(of need: Need, _ key: Need.SortKey) -> Sortable? {
        switch key {
        case .createdAt: .number(need.createdAt.milliseconds)
        case .updatedAt: .number(need.updatedAt.milliseconds)
        case .publishedAt: need.publishedAt.map { .number($0.milliseconds) }
        case .neededByOn: need.content.neededByOn.map { .number(Int64($0.number)) }
        case .title: need.titleKey.map { .text(Array($0.utf8)) }
        }
    }
}

private enum Sortable: Comparable {
    case number(Int64)
    case text([UInt8])

    static func < (one: Sortable, other: Sortable) -> Bool {
        switch (one, other) {
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
        default: false
        }
    }
}

extension ReadTransaction {
    /// The identifiers of a page, however its needs come.
    fileprivate func keys(of query: NeedQuery) throws -> Page<Identifier<Need>> {
        try needs(query).map { item in
            let encoded = Identifier<Need>(String(decoding: item.bytes ?? [], as: UTF8.self))
            return try #require(item.whole?.id ?? encoded)
        }
    }
}

extension TestCity {
    /// How the identifiers of a page of needs are found.
    fileprivate func plan(of query: NeedQuery) throws -> [String] {
        let request = ListRequest(.need, query, filters: [], sortedBy: Need.column)
        return try store.connections.lend {
            try $0.queryPlan(of: "SELECT \(request.order.columns) FROM need WHERE \(request.clause)")
        }
    }
}
