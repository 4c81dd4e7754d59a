import Testing
import TextRank

@testable import Scharnier

/// Lists of rule version 2026.2: what the book finds is what a look at every pair finds.
@Suite struct BookSearchTests {
    private var tx = SampleTransaction()
    private let rules = MatchingRules.version2026b

    init() {
        tx.organizations = [
            SampleCity.organization(.carrier, .carrier, form: .ev),
            SampleCity.organization(.giver, .foundation, form: .foundationPrivate),
            SampleCity.organization(.stranger, .company, form: .gmbh),
            SampleCity.organization(.introduced, .carrier, form: .informal),
        ]
    }

    private func wish(
        _ limit: Int = 50, includesBlocked: Bool = false, of party: Party = .cityAdmin
    ) -> SuggestionWish {
        SuggestionWish(
            of: party, on: tx.today, rules: rules, includesBlocked: includesBlocked, limit: limit)
    }

    private mutating func fill(seed: UInt64, size: Int) throws {
        let city = RandomCity(seed: seed, size: size)
        (tx.needs, tx.offers, tx.introductions) = (city.needs, city.offers, city.introductions)
        tx.book = try tx.matchBook(since: nil)
    }

    /// All pairs of an offer, judged one by one and put in order as the specification says it.
    private func bruteForce(_ offer: Offer, _ book: MatchBook) throws -> [Suggestion] {
        let context = try tx.matchingContext(asOf: tx.today, rules, needs: tx.needs, offers: tx.offers)
        let pairs = try tx.needs.filter(\.isLive).compactMap { need in
            context.suggestion(need: need, offer: offer, texts: try book.finding(need, offer, .standard))
        }
        return pairs.filter(\.isEligible).sorted { one, other in
            if one.points != other.points { return one.points > other.points }
            let days = [one, other].map { $0.need.content.neededByOn?.number ?? .max }
            if days[0] != days[1] { return days[0] < days[1] }
            let moments = [one, other].map { $0.need.publishedAt?.milliseconds ?? .max }
            return moments[0] != moments[1] ? moments[0] < moments[1] : one.item.id < other.item.id
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    mutating func `the needs found for an offer are those of a look at every pair`(seed: UInt64) throws {
        try fill(seed: seed, size: 25)
        let book = try tx.matchBook()
        var found = 0
        for offer in tx.offers {
            let expected = try bruteForce(offer, book)
            for limit in [2, 50] {
                let list = try tx.suggestions(forOffer: offer, wish(limit))
                #expect(list.map(\.item.id) == expected.prefix(limit).map(\.item.id))
                #expect(list.map(\.points) == expected.prefix(limit).map(\.points))
                #expect(list.map(\.rank) == Array(1..<list.count + 1))
            }
            found += expected.count
        }
        #expect(found > 10)
    }

    @Test mutating func `a pair has the same points from both sides and alone`() throws {
        try fill(seed: 4, size: 25)
        var pairs = 0
        for need in tx.needs where need.isLive {
            for one in try tx.suggestions(forNeed: need, wish()) {
                let back = try tx.suggestions(forOffer: one.offer, wish()).first { $0.need.id == need.id }
                #expect(back?.evaluations == one.evaluations)
                let alone = try tx.suggestion(need: need, offer: one.offer, wish())
                #expect(alone.evaluations == one.evaluations)
                pairs += 1
            }
        }
        #expect(pairs > 10)
    }

    @Test mutating func `lists with blockers begin with those without, and say why not`() throws {
        try fill(seed: 5, size: 25)
        var blocked = 0
        for offer in tx.offers {
            let eligible = try tx.suggestions(forOffer: offer, wish())
            let all = try tx.suggestions(forOffer: offer, wish(includesBlocked: true))
            #expect(Array(all.prefix(eligible.count)).map(\.evaluations) == eligible.map(\.evaluations))
            let counts = all.map { $0.evaluations[0].blockers.count }
            #expect(counts == counts.sorted())
            blocked += counts.count { $0 > 0 }
        }
        #expect(blocked > 20)
    }

    @Test mutating func `the points of every pair are the sum of what is told`() throws {
        try fill(seed: 6, size: 25)
        for offer in tx.offers {
            for suggestion in try tx.suggestions(forOffer: offer, wish(includesBlocked: true)) {
                for evaluation in suggestion.evaluations {
                    let parts = evaluation.components
                    #expect(evaluation.points == parts.reduce(0) { $0 + $1.points })
                    #expect(parts.filter { !$0.code.isPolicy }.reduce(0) { $0 + $1.weight } == 100)
                    #expect(parts.allSatisfy { 0...$0.scale ~= $0.value })
                    #expect(parts.allSatisfy { $0.text.de.hasSuffix(".") && $0.text.en.hasSuffix(".") })
                }
                #expect(suggestion.points == suggestion.evaluations[0].points)
            }
        }
    }

    @Test mutating func `the order of records makes no difference`() throws {
        try fill(seed: 7, size: 25)
        let before = try tx.offers.prefix(6).map { try tx.suggestions(forOffer: $0, wish()) }
        let offers = Array(tx.offers.prefix(6))
        tx.needs.reverse()
        tx.offers.reverse()
        tx.organizations.reverse()
        tx.book = nil
        #expect(try offers.map { try tx.suggestions(forOffer: $0, wish()) } == before)
    }

    @Test mutating func `more than a shortlist of ineligible needs hides none that is eligible`() throws {
        tx.offers = [SampleCity.offer(1)]
        // All of them fit better by their words and numbers, and none by its category.
        tx.needs = (2...400 as ClosedRange<UInt64>).map { number in
            var need = SampleCity.need(number)
            need.content.title = tx.offers[0].content.title
            need.items[0].content.category = "furniture"
            return need
        }
        tx.needs.append(SampleCity.need(1))
        let list = try tx.suggestions(forOffer: tx.offers[0], wish(5))
        #expect(list.map(\.need.id) == [.numbered(1)])
    }

    @Test mutating func `who may not see a need is not led to it, and gets the next one`() throws {
        tx.offers = [SampleCity.offer(1)]
        tx.needs = [SampleCity.need(1), SampleCity.need(2)]
        tx.needs[0].content.visibility = .brokered
        let giver = Party(organization: .giver, role: .foundation)
        let list = try tx.suggestions(forOffer: tx.offers[0], wish(1, of: giver))
        #expect(list.map(\.need.id) == [.numbered(2)])
        let city = try tx.suggestions(forOffer: tx.offers[0], wish(1, includesBlocked: true))
        #expect(city.map(\.need.id) == [.numbered(2)])
    }

    @Test mutating func `words that both sides use are named, and what is not said can be improved`() throws {
        tx.offers = [SampleCity.offer(1)]
        tx.needs = [SampleCity.need(1)]
        tx.offers[0].content.targetGroups = ["children"]
        tx.terms.append(
            TaxonomyTerm(
                id: .nil, scheme: .targetGroup, code: "children", label: Wording("Kinder", "Children"),
                createdAt: SampleCity.start))
        let pair = try tx.suggestion(need: tx.needs[0], offer: tx.offers[0], wish())
        let text = try #require(pair.evaluations[0].components.first { $0.code == .text })
        #expect(text.evidence.contains("Schulranzen"))
        #expect(text.value > 0)
        #expect(pair.improvements(under: rules).map(\.field) == ["target_groups"])
        #expect(pair.improvements(under: rules).map(\.points) == [1_050])
    }

    /// Offers of which half renew each month, with something used this month, and a need that asks for much.
    private mutating func fillWithRenewing() throws -> Need {
        tx.offers = (1...40 as ClosedRange<UInt64>).map { number in
            var offer = SampleCity.offer(number)
            offer.content.period = number.isMultiple(of: 2) ? .month : .once
            offer.content.quantity = 10 + Int64(number) / 2
            let used = number.isMultiple(of: 2) ? 10 + Int64(number) / 3 : 0
            offer.usage = .init(periodStart: offer.periodStart(of: tx.today), held: 0, committed: used)
            return offer
        }
        var need = SampleCity.need(1)
        need.content.neededByOn = tx.today.adding(60)
        tx.needs = [need]
        tx.book = try tx.matchBook(since: nil)
        return need
    }

    @Test(arguments: [0, 31])
    mutating func `what renews is in the list of a day after that`(days: Int) throws {
        let need = try fillWithRenewing()
        let (day, book) = (tx.today.adding(days), try tx.matchBook())
        let context = try tx.matchingContext(asOf: day, rules, needs: [need], offers: tx.offers)
        let pairs = try tx.offers.compactMap { offer in
            context.suggestion(need: need, offer: offer, texts: try book.finding(need, offer, .standard))
        }
        let expected = pairs.filter(\.isEligible).sorted {
            ($0.points, $1.offer.id) > ($1.points, $0.offer.id)
        }
        #expect(expected.count == (days == 0 ? 20 : 40))
        for limit in [2, 5, 50] {
            let wish = SuggestionWish(of: .cityAdmin, on: day, rules: rules, limit: limit)
            let list = try tx.suggestions(forNeed: need, wish)
            #expect(list.map(\.offer.id) == expected.prefix(limit).map(\.offer.id))
            #expect(list.map(\.points) == expected.prefix(limit).map(\.points))
        }
    }

    @Test mutating func `a book of last month knows what renewed since`() throws {
        let need = try fillWithRenewing()
        tx.now = tx.now.adding(days: 31)
        let list = try tx.suggestions(forNeed: need, wish(3))
        #expect(list.map(\.offer.id) == [.numbered(40), .numbered(38), .numbered(39)])
    }
}
