import Allocation

/// What somebody wants a plan for: whose money, among which needs, by what rules (matching.md §12, domain.md §7.6).
package struct AllocationWish: Equatable, Sendable {
    package var method: AllocationOrder.Method = .flow

    /// The offers that give, for a plan by flow; none named: all of money that the party decides about.
    package var offers: [Identifier<Offer>] = []

    /// The programme that a budget belongs to: its policy says for whom it is.
    package var programme: Identifier<Programme>?
    package var budgetCents: Int64?

    /// The needs that may get something; none named: all of money that are open and fit the filters.
    package var needs: [Identifier<Need>] = []
    package var areas: Set<Identifier<Area>> = []
    package var topics: [String] = []
    package var horizons: [Horizon] = []

    /// What each of these areas shall get at least.
    package var floors: [Floor] = []

    /// How much of its fair share each area keeps, in ten-thousandths.
    package var fairness: Int64 = 10_000
    package var maxFunders: Int64 = 3

    /// The share of all budgets that one carrier gets at most, in basis points.
    package var carrierCap: Int64 = 10_000

    /// The share of one budget that one need gets at most, in basis points.
    package var needCap: Int64 = 10_000
    package var stepCents: Int64 = 100

    /// The least share of what its needs ask for that an area shall get, in basis points.
    package struct Floor: Hashable, Sendable {
        package let area: Identifier<Area>
        package let share: Int64

        /// A share of an area.
        package init(_ area: Identifier<Area>, share: Int64) {
            self.area = area
            self.share = share
        }
    }

    /// A wish for everything by flow.
    package init() {}
}

extension AllocationWish {
    private static let share: ClosedRange<Int64> = 0...10_000

    /// What breaks a rule that needs no look-up, in the order of the members.
    package func violations() -> [Violation] {
        methodViolations
            + Violation.list(offers, 0...Instance.mostFundsPlanned, at: "offer_ids")
            + Violation.list(needs, 0...Instance.mostClaims, at: "need_ids")
            + selectionViolations
            + Violation.list(floors.map(\.area), 0...100, at: "floors")
            + floors.enumerated().flatMap {
                Violation.range(of: $1.share, Self.share, at: "floors/\($0)/share_bp")
            }
            + Violation.range(of: fairness, Self.share, at: "fairness_bp")
            + Violation.range(of: maxFunders, 1...100, at: "max_funders")
            + Violation.range(of: carrierCap, Self.share, at: "carrier_cap_bp")
            + Violation.range(of: needCap, Self.share, at: "need_cap_bp")
            + Violation.range(of: stepCents, 1...Quantity.cents.upperBound, at: "step_cents")
    }

    /// One budget is shared by a method of its own; offers and floors go with flow.
    private var methodViolations: [Violation] {
        guard method != .flow else {
            let found = budgetCents.map { _ in Violation.onlyWithBudget("budget_cents") }
            return [found, programme.map { _ in .onlyWithBudget("programme_id") }].compactMap { $0 }
        }
        var found = Violation.range(of: budgetCents, 1...Quantity.cents.upperBound, at: "budget_cents")
        if budgetCents == nil { found.append(.missing("budget_cents")) }
        if !offers.isEmpty { found.append(.onlyWithFlow("offer_ids")) }
        if !floors.isEmpty { found.append(.onlyWithFlow("floors")) }
        return found
    }

    /// Needs are named, or chosen by what they are.
    private var selectionViolations: [Violation] {
        guard !needs.isEmpty, !areas.isEmpty || !topics.isEmpty || !horizons.isEmpty else { return [] }
        return [
            .excluded(
                "need_ids", "Entweder Bedarfe nennen oder Filter.", "Name needs, or give filters.")
        ]
    }
}

extension Violation {
    fileprivate static func onlyWithBudget(_ path: String) -> Violation {
        .excluded(
            path, "Nur bei Verfahren, die ein Budget verteilen.", "Only with methods that share one budget.")
    }

    fileprivate static func onlyWithFlow(_ path: String) -> Violation {
        .excluded(path, "Nur beim Verfahren flow.", "Only with the method flow.")
    }
}
