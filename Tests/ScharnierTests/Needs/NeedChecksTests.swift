import Testing

@testable import Scharnier

@Suite struct NeedChecksTests {
    private let today = Day.on("2026-11-21")

    private func violations(_ change: (inout Need.Content) -> Void) -> [Violation] {
        var content = Need.Content.example
        change(&content)
        return content.violations()
    }

    private func missing(_ items: [NeedItem] = [.example()], _ change: (inout Need.Content) -> Void)
        -> [String]
    {
        var content = Need.Content.example
        change(&content)
        return content.missing(items: items).short
    }

    private func isInRange(_ horizon: Horizon?, _ change: (inout Need.Content) -> Void) -> Bool {
        var content = Need.Content()
        content.horizon = horizon
        change(&content)
        return content.datesAreInRange(on: today)
    }

    @Test func `a draft may leave all open`() {
        #expect(Need.Content().violations().isEmpty)
    }

    @Test func `texts have their limits`() {
        expectLength(3...120, at: "title") { text in violations { $0.title = text } }
        expectLength(20...4000, at: "text") { text in violations { $0.text = text } }
        expectLength(0...600, at: "plain_summary") { text in violations { $0.plainSummary = text } }
        expectLength(0...120, at: "site/name") { text in violations { $0.site = .init(name: text) } }
        expectLength(0...300, at: "site/address") { text in violations { $0.site = .init(address: text) } }
        expectLength(0...1000, at: "participation") { text in violations { $0.participation = text } }
        expectLength(0...1000, at: "own_steps") { text in violations { $0.ownSteps = text } }
        expectLength(0...1000, at: "otherwise_unavailable") { text in
            violations { $0.otherwiseUnavailable = text }
        }
        expectLength(0...1000, at: "self_help") { text in violations { $0.selfHelp = text } }
        expectLength(0...1000, at: "counterpart") { text in violations { $0.counterpart = text } }
    }

    @Test func `lists have their limits`() {
        expectCount(upTo: 8, at: "topics") { list in violations { $0.topics = list } }
        expectCount(upTo: 8, at: "target_groups") { list in violations { $0.targetGroups = list } }
        #expect(violations { $0.actionFields = ActionField.allCases }.isEmpty)
        #expect(
            violations { $0.actionFields = [.socialCohesion, .socialCohesion] }.short
                == ["action_fields not_unique"])
        #expect(
            violations { $0.actionFields = ActionField.allCases + [.socialCohesion] }.short
                == ["action_fields too_many", "action_fields not_unique"])
        #expect(violations { $0.beneficiaryAreas = (1...20).map { .numbered($0) } }.isEmpty)
        #expect(
            violations { $0.beneficiaryAreas = (1...21).map { .numbered($0) } }.short
                == ["beneficiary_area_ids too_many"])
    }

    @Test func `a period does not end before it begins`() {
        let period = DayRange(from: .on("2026-12-02"), to: .on("2026-12-01"))
        #expect(violations { $0.period = period }.short == ["period/to_on not_allowed_together"])
    }

    @Test func `six facts suffice to submit`() {
        #expect(missing { _ in } == [])
    }

    @Test func `each of the facts alone is missed`() {
        #expect(missing { $0.title = nil } == ["title required"])
        #expect(missing { $0.text = nil } == ["text required"])
        #expect(missing { $0.horizon = nil } == ["horizon required"])
        #expect(missing { $0.neededByOn = nil } == ["needed_by_on required"])
        #expect(missing { $0.beneficiaryAreas = [] } == ["beneficiary_area_ids required"])
        #expect(missing([]) { _ in } == ["items required"])
        #expect(missing([.example(isWithdrawn: true)]) { _ in } == ["items required"])
    }

    @Test func `an empty draft is told all that is missing at once`() {
        let found = Need.Content().missing(items: []).map(\.path)
        #expect(found == ["title", "text", "horizon", "beneficiary_area_ids", "items"])
    }

    @Test func `each horizon asks for its own date`() {
        #expect(missing { ($0.horizon, $0.neededByOn) = (.temporary, nil) } == ["period required"])
        #expect(
            missing { ($0.horizon, $0.neededByOn, $0.period) = (.temporary, nil, DayRange(from: today)) }
                == ["period required"])
        #expect(
            missing { ($0.horizon, $0.neededByOn, $0.period) = (.temporary, nil, DayRange(to: today)) } == [])
        #expect(missing { $0.horizon = .temporary } == [])
        #expect(missing { $0.horizon = .permanent } == ["review_on required"])
        #expect(missing { ($0.horizon, $0.reviewOn) = (.permanent, today) } == [])
    }

    @Test(arguments: [(-1, false), (0, true), (1, true), (90, true), (91, false), (-365, false)])
    func `an acute need is due within 90 days`(days: Int, isRight: Bool) {
        #expect(isInRange(.acute) { $0.neededByOn = today.adding(days) } == isRight)
    }

    @Test(arguments: [(-1, false), (0, true), (365, true), (366, true), (367, false)])
    func `a permanent need is reviewed within 12 months`(days: Int, isRight: Bool) {
        #expect(isInRange(.permanent) { $0.reviewOn = today.adding(days) } == isRight)
    }

    @Test(arguments: [(-1, false), (0, true), (1, true), (3_650, true)])
    func `a temporary need ends some day from today on`(days: Int, isRight: Bool) {
        #expect(isInRange(.temporary) { $0.neededByOn = today.adding(days) } == isRight)
        #expect(isInRange(.temporary) { $0.period = DayRange(to: today.adding(days)) } == isRight)
    }

    @Test func `a horizon without its date is not in range`() {
        for horizon in Horizon.allCases { #expect(!isInRange(horizon) { _ in }) }
        #expect(!isInRange(.acute) { $0.reviewOn = today })
        #expect(!isInRange(.permanent) { $0.neededByOn = today })
        #expect(!isInRange(nil) { $0.neededByOn = today })
    }

    @Test func `the date it is needed by goes before the end of the period`() {
        var content = Need.Content()
        #expect(content.lastDay == nil)
        content.period = DayRange(to: .on("2027-01-31"))
        #expect(content.lastDay == .on("2027-01-31"))
        content.neededByOn = .on("2026-12-31")
        #expect(content.lastDay == .on("2026-12-31"))
    }
}

@Suite struct NeedItemChecksTests {
    private func violations(
        _ kind: ResourceKind = .goods, _ change: (inout NeedItem.Content) -> Void
    ) -> [Violation] {
        var content = NeedItem.Content.example(kind, quantity: kind == .money ? 10_000 : 10)
        change(&content)
        return content.violations(at: "items/0")
    }

    @Test(arguments: ResourceKind.allCases)
    func `a line of every kind can be written`(kind: ResourceKind) {
        #expect(violations(kind) { _ in }.isEmpty)
    }

    @Test func `texts and lists have their limits`() {
        expectLength(3...120, at: "items/0/title") { text in violations { $0.title = text } }
        expectLength(0...1000, at: "items/0/description") { text in violations { $0.description = text } }
        expectCount(upTo: 10, at: "items/0/skills") { list in violations { $0.skills = list } }
        expectCount(upTo: 20, at: "items/0/languages") { list in violations { $0.languages = list } }
        expectCount(upTo: 20, at: "items/0/accessibility") { list in violations { $0.accessibility = list } }
    }

    @Test func `things are 1 to 100,000 and have a unit`() {
        expectRange(1...100_000, at: "items/0/quantity") { quantity in violations { $0.quantity = quantity } }
        #expect(violations { $0.unit = nil }.short == ["items/0/unit required"])
    }

    @Test func `money is 1 EUR to 10^12 cents, with cost type and layer`() {
        expectRange(100...1_000_000_000_000, at: "items/0/amount_cents") { amount in
            violations(.money) { ($0.quantity, $0.minimum) = (amount, 1) }
        }
        #expect(violations(.money) { $0.costType = nil }.short == ["items/0/cost_type required"])
        #expect(violations(.money) { $0.costLayer = nil }.short == ["items/0/cost_layer required"])
    }

    @Test func `the smallest part is no more than the whole`() {
        expectRange(1...10, at: "items/0/min_quantity") { part in violations { $0.minimum = part } }
        expectRange(1...10_000, at: "items/0/min_amount_cents") { part in
            violations(.money) { $0.minimum = part }
        }
    }

    @Test func `a schedule is checked in its place`() {
        #expect(
            violations { $0.schedule = Schedule(kind: .shift) }.short
                == ["items/0/schedule/starts_at required", "items/0/schedule/ends_at required"])
    }

    @Test(arguments: ResourceKind.allCases)
    func `a form of engagement goes with time and knowledge only`(kind: ResourceKind) {
        let isFitting = kind == .volunteering || kind == .expertise
        let found = violations(kind) { $0.engagementForm = "pro_bono" }.short
        #expect(found == (isFitting ? [] : ["items/0/engagement_form not_allowed_together"]))
    }
}
