import Allocation
import Scharnier
import Testing

/// Orders become plans: checked, sorted by id, explained.
@Suite struct AllocationPlanTests {
    typealias Order = AllocationOrder

    private var sample: Order {
        Order(
            .flow,
            needs: [
                .init(id: "n2", area: "west", carrier: "b", capCents: 100, urgency: 4),
                .init(id: "n1", area: "east", carrier: "a", capCents: 100),
            ],
            offers: [.init(id: "o", budgetCents: 100)],
            pairs: [
                .init(offer: "o", need: "n2", fit: 1_000_000), .init(offer: "o", need: "n1", fit: 500_000),
            ])
    }

    private func plan(_ change: (inout Order) -> Void) throws -> (AllocationPlan, Plan) {
        var order = sample
        change(&order)
        let allocation = try AllocationPlan(order)
        guard case .flow(let plan, _) = allocation.result else { throw AllocationDefect.none }
        return (allocation, plan)
    }

    private func paths(_ change: (inout Order) -> Void) -> [String] {
        var order = sample
        change(&order)
        return order.violations.map { "\($0.path) \($0.code.rawValue)" }
    }

    @Test func `fairness shares equally between areas and use goes to the most urgent`() throws {
        let fair = try plan { _ in }
        #expect(fair.0.areas == ["east", "west"] && fair.0.order.needs.map(\.id) == ["n1", "n2"])
        #expect(fair.1.lines.map(\.amount) == [50, 50])
        let best = try plan { $0.fairness = 0 }
        #expect(best.1.lines.map(\.amount) == [100] && best.1.unserved.map(\.claim) == [0])
        // 100 cents of the urgent need at full fit without deprivation: 100 · 1.5 · 0.5.
        #expect(best.1.worth == 100 * 7_500)
    }

    @Test func `the order of entries does not matter`() throws {
        let turned = try plan { order in
            order.needs.reverse()
            order.pairs.reverse()
        }
        #expect(try plan { _ in }.1 == turned.1)
    }

    @Test func `a carrier gets no more than its share of all budgets`() throws {
        let (_, plan) = try plan { $0.carrierCap = 3_000 }
        #expect(plan.lines.map(\.amount) == [30, 30])
    }

    @Test func `deprivation raises what a cent is worth`() throws {
        let (_, plan) = try plan { order in
            order.fairness = 0
            order.areas = [.init(id: "east", deprivation: 10_000)]
            order.pairs[1].fit = 1_000_000
        }
        #expect(plan.lines.count == 1 && plan.unserved.map(\.claim) == [1])
        #expect(plan.worth == 100 * 15_000)
    }

    @Test func `a sound order has no violations`() { #expect(paths { _ in }.isEmpty) }

    @Test func `empty lists are told`() {
        #expect(paths { $0.needs = [] }.contains("needs too_few"))
        #expect(paths { $0.offers = [] }.contains("offers too_few"))
        #expect(paths { $0.pairs = [] }.isEmpty, "no pair is a plan without lines, each need with its reason")
    }

    @Test func `a million pairs are allowed and one more is not`() {
        let pair = sample.pairs[0]
        #expect(paths { $0.pairs = Array(repeating: pair, count: 1_000_001) }.contains("pairs too_many"))
    }

    @Test func `numbers outside their bounds are told with their place`() {
        #expect(paths { $0.needs[1].capCents = 0 } == ["needs/1/cap_cents out_of_range"])
        #expect(paths { $0.needs[1].capCents = 1_000_000_000_001 } == ["needs/1/cap_cents out_of_range"])
        #expect(paths { $0.needs[0].urgency = 5 } == ["needs/0/urgency out_of_range"])
        #expect(paths { $0.offers[0].budgetCents = -1 } == ["offers/0/budget_cents out_of_range"])
        #expect(paths { $0.pairs[0].fit = 1_000_001 } == ["pairs/0/fit out_of_range"])
        #expect(paths { $0.areas = [.init(id: "x", floor: 10_001)] } == ["areas/0/floor out_of_range"])
        #expect(paths { $0.fairness = -1 } == ["fairness out_of_range"])
        #expect(paths { $0.maxFunders = 0 } == ["max_funders out_of_range"])
        #expect(paths { $0.carrierCap = 10_001 } == ["carrier_cap_percent out_of_range"])
    }

    @Test func `what is twice there and what is not there`() {
        #expect(paths { $0.needs[1].id = "n2" }.contains("needs/1 not_unique"))
        #expect(paths { $0.pairs[1] = $0.pairs[0] } == ["pairs/1 not_unique"])
        #expect(paths { $0.pairs[1].offer = "p" } == ["pairs/1/offer_id reference_not_found"])
        #expect(paths { $0.pairs[1].need = "p" } == ["pairs/1/need_id reference_not_found"])
    }

    @Test func `least amounts above the most are told`() {
        #expect(
            paths { $0.needs[0].minUsefulCents = 101 } == ["needs/0/min_useful_cents not_allowed_together"])
        #expect(
            paths {
                $0.offers[0].minGrantCents = 2
                $0.offers[0].maxGrantCents = 1
            } == ["offers/0/min_grant_cents not_allowed_together"])
    }

    @Test func `an unsound order has no plan`() {
        var order = sample
        order.fairness = -1
        #expect(throws: Refusal.self) { try AllocationPlan(order) }
    }

    @Test func `one budget is shared by each method`() throws {
        var order = Order(
            .weightedFair,
            needs: [
                .init(id: "a", area: "x", carrier: "x", capCents: 400_000, minUsefulCents: 350_000),
                .init(id: "b", area: "x", carrier: "x", capCents: 600_000, minUsefulCents: 350_000),
                .init(id: "c", area: "x", carrier: "x", capCents: 800_000),
            ])
        order.budgetCents = 1_000_000
        guard case .shares(let amounts, let dropped, let rest) = try AllocationPlan(order).result else {
            throw AllocationDefect.none
        }
        #expect(amounts == [400_000, 0, 600_000] && rest == 0)
        #expect(dropped.map(\.need) == [1] && dropped.map(\.wouldGet) == [333_300])
        order.method = .gapProportional
        #expect(try shares(order) == [222_200, 333_300, 444_500])
        order.method = .lowestRatio
        order.needs[0].hasCents = 400_000
        #expect(try shares(order).reduce(0, +) == 1_000_000)
    }

    private func shares(_ order: Order) throws -> [Int64] {
        guard case .shares(let amounts, _, _) = try AllocationPlan(order).result else {
            throw AllocationDefect.none
        }
        return amounts
    }

    @Test func `a cut says in both languages what is used up`() throws {
        let (allocation, plan) = try plan { _ in }
        let text = allocation.sentence(try #require(plan.cuts.first))
        #expect(
            text
                == Wording(
                    "east, west: höchstens 50 %. 1 Angebot ist ausgeschöpft.",
                    "east, west: at most 50%. 1 offer is used up."))
    }

    @Test func `sentences call areas by their names, and count needs that nothing fits`() throws {
        let (allocation, plan) = try plan { order in
            order.areas = [.init(id: "east", name: "Osthafen"), .init(id: "west", name: "Westmarkt")]
            order.needs.append(.init(id: "n3", area: "west", carrier: "b", capCents: 100))
        }
        #expect(
            plan.cuts.map(allocation.sentence)
                == [
                    Wording(
                        "Osthafen, Westmarkt: höchstens 33 %. 1 Angebot ist ausgeschöpft; "
                            + "1 Bedarf passt zu keinem Angebot.",
                        "Osthafen, Westmarkt: at most 33%. 1 offer is used up; 1 need fits no offer.")
                ])
    }

    @Test func `amounts in sentences are euros`() {
        let text = AllocationPlan.sentence(.belowLeastUseful(left: 12_305))
        #expect(text.de.contains("123,05 Euro") && text.en.contains("123.05 euros"))
    }
}

extension AllocationDefect {
    fileprivate static let none = AllocationDefect(findings: "another kind of plan")
}
