package import Allocation

/// Why there is no plan though the order is sound: a defect of this program, not of the order.
package struct AllocationDefect: Error, Equatable, Sendable {
    /// What the verifier found.
    package let findings: String

    /// A defect as the verifier tells it.
    package init(findings: String) { self.findings = findings }
}

/// A plan of who could give how much to whom: it changes nothing and holds nothing.
package struct AllocationPlan: Sendable {
    /// The order, its lists sorted by id: ties go to the smaller one.
    package let order: AllocationOrder

    /// What is proposed.
    package let result: Result

    /// A plan by one of the methods.
    package enum Result: Sendable {
        /// By flow: positions are those of the order's lists, areas and carriers.
        case flow(Plan, Instance)
        /// By one budget: what each need gets, who was left out at what, and what nobody gets.
        case shares([Int64], dropped: [(need: Int, wouldGet: Int64)], rest: Int64)
    }

    /// The areas that plan and cuts number: those of the needs, sorted.
    package let areas: [String]

    /// What sentences call them, in the same order.
    let areaNames: [String]

    /// How many of their needs no offer fits, in the same order.
    let unfitted: [Int]

    /// The carriers that cuts number: those of the needs, sorted.
    package let carriers: [String]

    /// Makes the plan of an order.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` for an unsound order, ``AllocationDefect`` for a plan that does not hold.
    package init(_ order: AllocationOrder) throws {
        let violations = order.violations
        guard violations.isEmpty else { throw Refusal.invalid(violations) }
        let sorted = order.sortedByID
        self.order = sorted
        areas = Set(order.needs.map(\.area)).sorted()
        carriers = Set(order.needs.map(\.carrier)).sorted()
        let names = Dictionary(order.areas.map { ($0.id, $0.name) }) { first, _ in first }
        let fitting = Set(order.pairs.map(\.need))
        areaNames = areas.map { (names[$0] ?? nil) ?? $0 }
        let lone = order.needs.filter { !fitting.contains($0.id) }
            .reduce(into: [:]) { counts, need in counts[need.area, default: 0] += 1 }
        unfitted = areas.map { lone[$0] ?? 0 }
        guard order.method == .flow else {
            result = sorted.shares
            return
        }
        let instance = sorted.instance(areas, carriers)
        do {
            result = .flow(try instance.plan(), instance)
        } catch {
            throw AllocationDefect(findings: "\(error)")
        }
    }
}

extension AllocationOrder {
    /// What u is worth by urgency 1 to 4, in ten-thousandths (matching.md §12).
    private static let urgencies: [Int64] = [10_000, 11_500, 13_000, 15_000]

    fileprivate var sortedByID: AllocationOrder {
        var order = self
        order.needs.sort { $0.id < $1.id }
        order.offers.sort { $0.id < $1.id }
        order.pairs.sort { ($0.need, $0.offer) < ($1.need, $1.offer) }
        return order
    }

    fileprivate func instance(_ areas: [String], _ carriers: [String]) -> Instance {
        let known = Dictionary(self.areas.map { ($0.id, $0) }) { first, _ in first }
        let (areaPlaces, carrierPlaces) = (Self.places(areas), Self.places(carriers))
        let (needPlaces, offerPlaces) = (Self.places(needs.map(\.id)), Self.places(offers.map(\.id)))
        let budgets = offers.reduce(Int128(0)) { $0 + Int128($1.budgetCents) }
        let limit = Int64(budgets * Int128(carrierCap) / 10_000)
        var instance = Instance(
            funds: offers.map { offer in
                Fund(
                    budget: offer.budgetCents, minimumGrant: offer.minGrantCents,
                    maximumGrant: offer.maxGrantCents ?? Instance.mostAmount)
            },
            claims: needs.map { need in
                Claim(
                    group: areaPlaces[need.area] ?? 0, owner: carrierPlaces[need.carrier] ?? 0,
                    cap: need.capCents, leastUseful: need.minUsefulCents)
            },
            edges: [], groupFloors: areas.map { known[$0]?.floor ?? 0 },
            ownerLimits: carriers.map { _ in limit })
        instance.edges = pairs.map { pair in
            let claim = needPlaces[pair.need] ?? 0
            let worth = Self.worth(
                of: pair.fit, needs[claim].urgency, known[needs[claim].area]?.deprivation ?? 0)
            return Edge(fund: offerPlaces[pair.offer] ?? 0, claim: claim, worth: worth)
        }
        instance.mostFunds = Int(maxFunders)
        instance.fairness = fairness
        return instance
    }

    /// What a cent is worth, in ten-thousandths: u · (0.5 + d) · fit / 100.
    private static func worth(of fit: Int64, _ urgency: Int64, _ deprivation: Int64) -> Int64 {
        urgencies[Int(urgency) - 1] * (5_000 + deprivation) / 10_000 * fit / 1_000_000
    }

    private static func places(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    fileprivate var shares: AllocationPlan.Result {
        let cap = Int64(Int128(budgetCents) * Int128(needCap) / 10_000)
        switch method {
        case .flow, .weightedFair:
            let claims = needs.map { need in
                WeightedSharing.Claim(open: need.capCents, least: need.minUsefulCents, weight: need.weight)
            }
            let sharing = WeightedSharing(of: budgetCents, among: claims, step: stepCents, cap: cap)
            let dropped = sharing.dropped.map { (need: $0.claim, wouldGet: $0.wouldGet) }
            return .shares(sharing.amounts, dropped: dropped, rest: sharing.rest)
        case .gapProportional:
            return undropped(
                ProportionalSharing.amounts(of: budgetCents, among: needs.map(\.capCents), step: stepCents))
        case .lowestRatio:
            return undropped(
                RatioSharing.amounts(
                    of: budgetCents,
                    among: needs.map { .init(wanted: $0.hasCents + $0.capCents, has: $0.hasCents) }))
        }
    }

    private func undropped(_ amounts: [Int64]) -> AllocationPlan.Result {
        .shares(amounts, dropped: [], rest: budgetCents - amounts.reduce(0, +))
    }
}
