import Testing

@testable import Scharnier

@Suite struct SuggestionsTests {
    private let city = RandomCity(seed: 11, size: 30)
    private let context: MatchingContext

    init() {
        context = city.context
    }

    @Test(arguments: [false, true]) func `offers for a need are those of evaluating all pairs`(
        _ includeBlocked: Bool
    ) {
        for need in city.needs {
            let list = context.suggestions(
                forNeed: need, among: city.offers, includeBlocked: includeBlocked, limit: .max)
            let expected = city.offers.map { BruteForcePair(need, $0, in: context) }
                .filter { includeBlocked || $0.blockers == 0 }
                .sorted { $0.offerKey < $1.offerKey }
            #expect(list.map(\.offer.id) == expected.map(\.offer.id))
            #expect(list.map(\.evaluations) == expected.map(\.evaluations))
            #expect(list.map(\.rank) == Array(1..<list.count + 1))
        }
    }

    @Test(arguments: [false, true]) func `needs for an offer are those of evaluating all pairs`(
        _ includeBlocked: Bool
    ) {
        for offer in city.offers {
            let list = context.suggestions(
                forOffer: offer, among: city.needs, includeBlocked: includeBlocked, limit: .max)
            let expected = city.needs.map { BruteForcePair($0, offer, in: context) }
                .filter { includeBlocked || $0.blockers == 0 }
                .sorted { $0.needKey < $1.needKey }
            #expect(list.map(\.item.id) == expected.map(\.item.id))
            #expect(list.map(\.evaluations) == expected.map(\.evaluations))
        }
    }

    @Test func `the random city has both eligible and blocked pairs`() {
        let all = city.needs.flatMap {
            context.suggestions(forNeed: $0, among: city.offers, includeBlocked: true, limit: .max)
        }
        #expect(all.count { $0.isEligible } > 20)
        #expect(all.count { !$0.isEligible } > 200)
        #expect(Set(all.flatMap { $0.evaluations.flatMap(\.blockers) }.map(\.code)).count > 10)
    }

    @Test func `a pair has the same evaluation from both directions`() throws {
        for need in city.needs {
            for suggestion in context.suggestions(
                forNeed: need, among: city.offers, includeBlocked: true, limit: .max)
            {
                let back = context.suggestions(
                    forOffer: suggestion.offer, among: [need], includeBlocked: true, limit: 1)
                let pair = try #require(context.suggestion(need: need, offer: suggestion.offer))
                #expect(back.first?.evaluations == suggestion.evaluations)
                #expect(pair.evaluations == suggestion.evaluations)
                #expect(pair.rank == 0)
            }
        }
    }

    @Test func `the order of insertion makes no difference`() {
        var shuffled = city
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<5 {
            shuffled.needs.shuffle(using: &generator)
            shuffled.offers.shuffle(using: &generator)
            shuffled.introductions.shuffle(using: &generator)
            for need in city.needs.prefix(10) {
                #expect(
                    shuffled.context.suggestions(
                        forNeed: need, among: shuffled.offers, includeBlocked: true, limit: 30)
                        == context.suggestions(
                            forNeed: need, among: city.offers, includeBlocked: true, limit: 30))
            }
            for offer in city.offers.prefix(10) {
                #expect(
                    shuffled.context.suggestions(
                        forOffer: offer, among: shuffled.needs, includeBlocked: true, limit: 30)
                        == context.suggestions(
                            forOffer: offer, among: city.needs, includeBlocked: true, limit: 30))
            }
        }
    }

    @Test(arguments: [-1, 0, 1, 7]) func `a list is cut, not chosen anew`(_ limit: Int) {
        let offer = city.offers[0]
        let whole = context.suggestions(forOffer: offer, among: city.needs, includeBlocked: true, limit: .max)
        let cut = context.suggestions(forOffer: offer, among: city.needs, includeBlocked: true, limit: limit)
        #expect(cut == Array(whole.prefix(max(0, limit))))
    }

    @Test func `blocked pairs come after all eligible ones, and only on request`() {
        for need in city.needs {
            let all = context.suggestions(
                forNeed: need, among: city.offers, includeBlocked: true, limit: .max)
            let eligible = context.suggestions(forNeed: need, among: city.offers, limit: .max)
            #expect(Array(all.prefix(eligible.count)) == eligible)
            #expect(all.dropFirst(eligible.count).allSatisfy { !$0.isEligible })
            let counts = all.map { $0.evaluations[0].blockers.count }
            #expect(counts == counts.sorted())
        }
    }

    @Test func `equal needs come by date, publication and line`() {
        let offer = SampleCity.offer(1)
        let first = SampleCity.need(5)
        var second = SampleCity.need(4)
        second.publishedAt = SampleCity.start.adding(seconds: 1)
        var third = SampleCity.need(3)
        third.content.neededByOn = first.content.neededByOn?.adding(1)
        let twin = SampleCity.need(9)
        let list = SampleCity().context.suggestions(
            forOffer: offer, among: [third, twin, second, first], limit: 9)
        #expect(Set(list.map(\.points)).count == 1)
        #expect(list.map(\.need.id) == [first, twin, second, third].map(\.id))
    }

    @Test func `equal offers come by age and identifier`() {
        let list = SampleCity().context.suggestions(
            forNeed: SampleCity.need(1),
            among: [SampleCity.offer(3), SampleCity.offer(2), SampleCity.offer(7)], limit: 9)
        #expect(list.map(\.offer.id) == [.numbered(2), .numbered(3), .numbered(7)])
    }

    @Test func `lines that are covered are shown only where none is open`() throws {
        var need = SampleCity.need(1)
        need.items.append(NeedItem(id: .numbered(77), content: SampleCity.schoolBags, committed: 30))
        need.items.append(NeedItem(id: .numbered(78), content: SampleCity.schoolBags, isWithdrawn: true))
        let context = SampleCity().context
        let pair = try #require(context.suggestion(need: need, offer: SampleCity.offer(1)))
        #expect(pair.evaluations.map(\.item) == [need.items[0].id])
        need.items[0].committed = 30
        let covered = try #require(context.suggestion(need: need, offer: SampleCity.offer(1)))
        #expect(covered.evaluations.map(\.item) == [.numbered(77), need.items[0].id])
        #expect(covered.evaluations.allSatisfy { !$0.isEligible })
        let asked = try #require(
            context.suggestion(need: need, offer: SampleCity.offer(1), item: .numbered(78)))
        #expect(asked.evaluations.map(\.item) == [.numbered(78)])
        need.items = []
        #expect(context.suggestion(need: need, offer: SampleCity.offer(1)) == nil)
    }

    @Test func `a condition that is met in addition never lowers the fit`() {
        for need in city.needs {
            for offer in city.offers {
                let item = need.items[0]
                let before = context.evaluate(item, of: need, against: offer).components[0].value
                for better in Self.improved(offer, for: item.content) {
                    #expect(context.evaluate(item, of: need, against: better).components[0].value >= before)
                }
            }
        }
    }

    /// The offer with one thing more that the line asks for.
    private static func improved(_ offer: Offer, for item: NeedItem.Content) -> [Offer] {
        var (kind, category, skills, words) = (offer, offer, offer, offer)
        kind.content.kind = item.kind
        if item.category != nil { category.content.category = item.category }
        skills.content.skills += item.skills
        words.content.text = "\(offer.content.text ?? "") \(item.title)"
        return [kind, category, skills, words]
    }
}

/// A pair whose lines are evaluated one by one, as the specification says it.
private struct BruteForcePair {
    let need: Need
    let offer: Offer
    let item: NeedItem
    let evaluations: [Evaluation]

    init(_ need: Need, _ offer: Offer, in context: MatchingContext) {
        let open = need.items.filter { $0.open > 0 }
        let lines = open.isEmpty ? need.items : open
        evaluations = lines.map { context.evaluate($0, of: need, against: offer) }
            .sorted { ($0.blockers.count, -$0.points, $0.item) < ($1.blockers.count, -$1.points, $1.item) }
        item = lines.first { [evaluations] in $0.id == evaluations[0].item } ?? lines[0]
        self.need = need
        self.offer = offer
    }

    var blockers: Int { evaluations[0].blockers.count }

    /// What orders offers: the age counts among eligible ones only.
    var offerKey: (Int, Int64, Int64, Identifier<Offer>) {
        (blockers, -evaluations[0].points, blockers > 0 ? 0 : offer.createdAt.milliseconds, offer.id)
    }

    /// What orders needs.
    var needKey: (Int, Int64, Int32, Int64, Identifier<NeedItem>) {
        let day = blockers > 0 ? 0 : need.content.neededByOn?.number ?? .max
        let moment = blockers > 0 ? 0 : need.publishedAt?.milliseconds ?? .max
        return (blockers, -evaluations[0].points, day, moment, item.id)
    }
}
