import Testing

@testable import Scharnier

@Suite struct OfferContentTests {
    private func violations(
        _ kind: ResourceKind = .goods, _ change: (inout Offer.Content) -> Void = { _ in }
    ) -> [Violation] {
        Offer.example(kind, change).content.violations()
    }

    private func missing(
        _ kind: ResourceKind = .goods, _ change: (inout Offer.Content) -> Void = { _ in }
    ) -> [String] {
        Offer.example(kind, change).content.missing().short
    }

    @Test(arguments: ResourceKind.allCases)
    func `an offer of every kind can be written and submitted`(kind: ResourceKind) {
        #expect(violations(kind).isEmpty)
        #expect(missing(kind).isEmpty)
        #expect(Offer.Content(kind: kind).violations().isEmpty)
    }

    @Test func `a new offer is public, unnamed, once, for every horizon`() {
        let content = Offer.Content(kind: .goods)
        #expect(content.visibility == .public)
        #expect(content.publicity == .none)
        #expect(content.period == .once)
        #expect(content.horizons == Horizon.allCases)
        #expect(content.minimum == 1)
        #expect(Offer.Content(kind: .money).minimum == 100)
    }

    @Test func `texts have their limits`() {
        expectLength(3...120, at: "title") { text in violations { $0.title = text } }
        expectLength(0...4000, at: "text") { text in violations { $0.text = text } }
        expectLength(0...500, at: "counterpart_wish") { text in violations { $0.counterpartWish = text } }
        expectLength(0...2000, at: "conditions") { text in violations { $0.conditions = text } }
    }

    @Test func `lists have their limits`() {
        expectCount(upTo: 8, at: "topics") { list in violations { $0.topics = list } }
        expectCount(upTo: 8, at: "target_groups") { list in violations { $0.targetGroups = list } }
        expectCount(upTo: 20, at: "skills") { list in violations { $0.skills = list } }
        expectCount(upTo: 20, at: "languages") { list in violations { $0.languages = list } }
        expectCount(upTo: 20, at: "accessibility") { list in violations { $0.accessibility = list } }
        #expect(violations { $0.areas = (1...60).map { .numbered($0) } }.isEmpty)
        #expect(violations { $0.areas = (1...61).map { .numbered($0) } }.short == ["area_ids too_many"])
    }

    @Test func `an offer is for 1 to 3 horizons`() {
        #expect(violations { $0.horizons = [.acute] }.isEmpty)
        #expect(violations { $0.horizons = [] }.short == ["horizons too_few"])
        #expect(violations { $0.horizons = [.acute, .acute] }.short == ["horizons not_unique"])
    }

    @Test func `things are 1 to 100,000`() {
        expectRange(1...100_000, at: "quantity") { quantity in violations { $0.quantity = quantity } }
    }

    @Test func `money is 1 EUR to 10^12 cents`() {
        expectRange(100...1_000_000_000_000, at: "budget_cents") { amount in
            violations(.money) { ($0.quantity, $0.minimum) = (amount, 1) }
        }
    }

    @Test func `the smallest part is no more than the whole, the largest no less than the smallest`() {
        expectRange(1...100, at: "min_per_commitment") { part in violations { $0.minimum = part } }
        expectRange(1...1_000_000, at: "min_per_commitment_cents") { part in
            violations(.money) { $0.minimum = part }
        }
        expectRange(10...100_000, at: "max_per_commitment") { part in
            violations { ($0.minimum, $0.maximum) = (10, part) }
        }
        expectRange(500...1_000_000_000_000, at: "max_per_commitment_cents") { part in
            violations(.money) { ($0.minimum, $0.maximum) = (500, part) }
        }
    }

    @Test func `spans do not end before they begin`() {
        let range = DayRange(from: .on("2026-12-02"), to: .on("2026-12-01"))
        #expect(violations { $0.available = range }.short == ["available/to_on not_allowed_together"])
        #expect(
            violations { $0.schedule = Schedule(days: range) }.short == [
                "schedule/to_on not_allowed_together"
            ])
    }

    @Test(arguments: ResourceKind.allCases)
    func `a form of engagement goes with time and knowledge only`(kind: ResourceKind) {
        let isFitting = kind == .volunteering || kind == .expertise
        let found = violations(kind) { $0.engagementForm = "pro_bono" }.short
        #expect(found == (isFitting ? [] : ["engagement_form not_allowed_together"]))
    }

    @Test func `each fact alone is missed`() {
        #expect(missing { $0.title = nil } == ["title required"])
        #expect(missing { $0.quantity = nil } == ["quantity required"])
        #expect(missing(.money) { $0.quantity = nil } == ["budget_cents required"])
        #expect(missing { $0.unit = nil } == ["unit required"])
        #expect(missing { $0.reach = nil } == ["reach required"])
        #expect(missing { $0.reach = .area } == ["area_ids required"])
    }

    @Test func `what is inexhaustible needs no quantity, what is in areas needs one`() {
        #expect(missing { ($0.quantity, $0.isInexhaustible) = (nil, true) } == [])
        #expect(missing { ($0.reach, $0.areas) = (.area, [.nordmarkt]) } == [])
        #expect(missing { $0.reach = .digital } == [])
    }
}
