import Testing

@testable import Scharnier

/// A city with more areas and codes than the records of the book have room for: all of them count the same.
@Suite struct WideCityTests {
    private var tx = SampleTransaction()
    private let rules = MatchingRules.version2026b

    init() {
        tx.organizations = [
            SampleCity.organization(.carrier, .carrier, form: .ev),
            SampleCity.organization(.giver, .foundation, form: .foundationPrivate),
        ]
        tx.places += (1...300).map(Self.quarter)
        for scheme in [TaxonomyTerm.Scheme.topic, .targetGroup, .skill] {
            tx.terms += (1...40).map { Self.term($0, scheme) }
        }
    }

    private static func area(_ number: Int) -> Identifier<Area> { .numbered(0xF000 + UInt64(number)) }

    /// Quarters with even numbers lie in the north, others in the south.
    private static func quarter(_ number: Int) -> Area {
        SampleCity.area(
            area(number), .actionArea, "quarter-\(number)",
            in: number.isMultiple(of: 2) ? SampleCity.Place.north : SampleCity.Place.south)
    }

    private static func code(_ number: Int) -> String { number < 10 ? "c0\(number)" : "c\(number)" }

    /// The last code belongs to the one before it.
    private static func term(_ number: Int, _ scheme: TaxonomyTerm.Scheme) -> TaxonomyTerm {
        TaxonomyTerm(
            id: .nil, scheme: scheme, code: code(number), label: Wording(code(number), code(number)),
            parent: number == 40 ? code(39) : nil, createdAt: SampleCity.start)
    }

    private func need(areas: [Int] = [1], topics: [Int] = []) -> Need {
        var need = SampleCity.need(1)
        need.content.beneficiaryAreas = areas.map(Self.area)
        need.content.topics = topics.map(Self.code)
        return need
    }

    private func offer(areas: [Int] = [], topics: [Int] = []) -> Offer {
        var offer = SampleCity.offer(1)
        offer.content.reach = areas.isEmpty ? .city : .area
        offer.content.areas = areas.map(Self.area)
        offer.content.topics = topics.map(Self.code)
        return offer
    }

    private func wish(_ limit: Int = 50) -> SuggestionWish {
        SuggestionWish(of: .cityAdmin, on: tx.today, rules: rules, limit: limit)
    }

    /// What a factor comes to, in ten-thousandths, if both sides have declared something.
    private func value(_ code: Component.Code, _ need: Need, _ offer: Offer) throws -> Int64? {
        let pair = try tx.suggestion(need: need, offer: offer, wish())
        let component = pair.evaluations[0].components.first { $0.code == code }
        return component?.source == .declared ? component?.value : nil
    }

    private static let areas: [([Int], Int, Int64)] = [
        ([300], 300, 10_000), ([300], 298, 6_000), ([299], 300, 0), ([1, 300], 300, 10_000),
    ]

    @Test(arguments: areas)
    func `an area is declared whatever its number`(asked: [Int], given: Int, expected: Int64) throws {
        #expect(try value(.area, need(areas: asked), offer(areas: [given])) == expected)
    }

    private static let codes: [([Int], [Int], Int64)] = [
        ([40], [40], 10_000), ([40], [1], 0), ([40], [39], 5_000), ([39, 40], [40], 7_071),
        ([1, 40], [1], 7_071), ([1], [1, 40], 7_071), ([38, 39, 40], [1, 2, 3], 0),
    ]

    @Test(arguments: codes)
    func `a code is declared whatever its number`(asked: [Int], given: [Int], expected: Int64) throws {
        #expect(try value(.theme, need(topics: asked), offer(topics: given)) == expected)
        var (need, offer) = (need(), offer())
        need.content.targetGroups = asked.map(Self.code)
        offer.content.targetGroups = given.map(Self.code)
        #expect(try value(.targetGroup, need, offer) == expected)
    }

    @Test func `a skill is declared whatever its number`() throws {
        var (need, offer) = (need(), offer())
        (need.items[0].content.kind, offer.content.kind) = (.expertise, .expertise)
        need.items[0].content.skills = [Self.code(40)]
        offer.content.skills = [Self.code(40)]
        #expect(try value(.targetGroup, need, offer) == 10_000)
        offer.content.skills = [Self.code(38)]
        #expect(try value(.targetGroup, need, offer) == 0)
    }

    @Test mutating func `the order of nine areas makes no difference, near or far`() throws {
        for place in tx.places.indices {
            let step = Double(place % 20) / 500
            tx.places[place].centroid = .init(latitude: "\(51.5 + step)", longitude: "\(7.4 + step)")
        }
        let areas = [1, 3, 5, 7, 9, 11, 13, 15, 17]
        for offer in [offer(areas: [17]), offer(areas: [1]), offer(areas: [2])] {
            tx.offers = [offer]
            var points: Set<Int64> = []
            var listed: Set<[Int64]> = []
            for turn in areas.indices {
                let turned = Array(areas[turn...] + areas[..<turn])
                tx.needs = [need(areas: turned)]
                tx.book = nil
                points.insert(try tx.suggestion(need: tx.needs[0], offer: offer, wish()).points)
                listed.insert(try tx.suggestions(forOffer: offer, wish()).map(\.points))
            }
            #expect(points.count == 1 && listed.count == 1)
        }
        #expect(try value(.area, need(areas: areas), offer(areas: [17])) == 10_000)
    }

    private mutating func fill(seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        func some(_ range: ClosedRange<Int>, atMost count: Int) -> [Int] {
            let found = (0..<Int.random(in: 0...count, using: &numbers)).map { _ in
                Int.random(in: range, using: &numbers)
            }
            return Array(Set(found)).sorted()
        }
        tx.needs = (1...30 as ClosedRange<UInt64>).map { number in
            let sample = need(areas: some(230...300, atMost: 12) + [1], topics: some(25...40, atMost: 5))
            var need = SampleCity.need(number)
            need.content = sample.content
            need.content.targetGroups = some(25...40, atMost: 4).map(Self.code)
            return need
        }
        tx.offers = (1...30 as ClosedRange<UInt64>).map { number in
            let sample = offer(areas: some(240...300, atMost: 20) + [1], topics: some(25...40, atMost: 6))
            var offer = SampleCity.offer(number)
            offer.content = sample.content
            offer.content.targetGroups = some(25...40, atMost: 4).map(Self.code)
            if number.isMultiple(of: 5) { offer.content.reach = .city }
            return offer
        }
        tx.book = try tx.matchBook(since: nil)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    mutating func `the book bounds every pair, and its lists are those of a look at all`(seed: UInt64) throws
    {
        try fill(seed: seed)
        let (book, rater) = (try tx.matchBook(), Rater(.standard, day: tx.today.number))
        let context = try tx.matchingContext(asOf: tx.today, rules, needs: tx.needs, offers: tx.offers)
        for offer in tx.offers {
            let giving = GivingSide(offer, in: context.tables)
            let bounds = try book.needs(for: giving, rater, shortlist: 1_000).entries
            let pairs = try tx.needs.compactMap { need in
                context.suggestion(need: need, offer: offer, texts: try book.finding(need, offer, .standard))
            }
            for pair in pairs {
                let bound = bounds.first { $0.key == pair.need.id.key }?.mostPoints
                #expect(try #require(bound) >= Int(pair.points))
            }
            let expected = pairs.filter(\.isEligible).map(\.points).sorted(by: >)
            for limit in [2, 50] {
                let list = try tx.suggestions(forOffer: offer, wish(limit))
                #expect(list.map(\.points) == Array(expected.prefix(limit)))
            }
        }
    }
}
