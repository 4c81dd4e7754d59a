import Allocation

extension AllocationOrder {
    private static let cents: ClosedRange<Int64> = 0...Instance.mostAmount
    private static let share: ClosedRange<Int64> = 0...10_000

    /// Everything that is wrong with the order, with its place.
    package var violations: [Violation] {
        let known = (needs: Set(needs.map(\.id)), offers: Set(offers.map(\.id)))
        return needViolations + (method == .flow ? flowViolations(known) : budgetViolations)
            + Violation.range(of: fairness, Self.share, at: "fairness")
            + Violation.range(of: maxFunders, 1...100, at: "max_funders")
            + Violation.range(of: carrierCap, Self.share, at: "carrier_cap_percent")
            + repeated(areas.map(\.id), "areas")
            + areas.enumerated().flatMap { index, area in
                Violation.range(of: area.deprivation, Self.share, at: "areas/\(index)/deprivation")
                    + Violation.range(of: area.floor, Self.share, at: "areas/\(index)/floor")
            }
    }

    private var needViolations: [Violation] {
        Violation.count(of: needs, 1...Instance.mostClaims, at: "needs") + repeated(needs.map(\.id), "needs")
            + needs.enumerated().flatMap { index, need in violations(of: need, "needs/\(index)") }
    }

    private func violations(of need: Need, _ path: String) -> [Violation] {
        Violation.range(of: need.capCents, 1...Instance.mostAmount, at: path + "/cap_cents")
            + Violation.range(of: need.minUsefulCents, Self.cents, at: path + "/min_useful_cents")
            + Violation.range(of: need.urgency, 1...4, at: path + "/urgency")
            + Violation.range(of: need.weight, 1...1_000_000, at: path + "/weight")
            + Violation.range(of: need.hasCents, Self.cents, at: path + "/has_cents")
            + contradiction(
                need.minUsefulCents > need.capCents, path + "/min_useful_cents", "cap_cents")
    }

    private func flowViolations(_ known: (needs: Set<String>, offers: Set<String>)) -> [Violation] {
        Violation.count(of: offers, 1...Instance.mostFundsPlanned, at: "offers")
            + repeated(offers.map(\.id), "offers")
            + offers.enumerated().flatMap { index, offer in violations(of: offer, "offers/\(index)") }
            + Violation.count(of: pairs, 0...Instance.mostEdges, at: "pairs")
            + repeated(pairs.map { "\($0.offer)\u{0}\($0.need)" }, "pairs")
            + pairs.enumerated().flatMap { index, pair in
                Violation.range(of: pair.fit, 0...1_000_000, at: "pairs/\(index)/fit")
                    + missing(known.offers.contains(pair.offer), "pairs/\(index)/offer_id")
                    + missing(known.needs.contains(pair.need), "pairs/\(index)/need_id")
            }
    }

    private func violations(of offer: Offer, _ path: String) -> [Violation] {
        Violation.range(of: offer.budgetCents, Self.cents, at: path + "/budget_cents")
            + Violation.range(of: offer.minGrantCents, Self.cents, at: path + "/min_grant_cents")
            + Violation.range(of: offer.maxGrantCents, Self.cents, at: path + "/max_grant_cents")
            + contradiction(
                offer.minGrantCents > offer.maxGrantCents ?? .max, path + "/min_grant_cents",
                "max_grant_cents")
    }

    private var budgetViolations: [Violation] {
        Violation.range(of: budgetCents, Self.cents, at: "budget_cents")
            + Violation.range(of: stepCents, 1...Instance.mostAmount, at: "step_cents")
            + Violation.range(of: needCap, Self.share, at: "cap_bp")
    }

    /// The first id that is there twice.
    private func repeated(_ ids: [String], _ list: String) -> [Violation] {
        var seen = Set<String>()
        guard let index = ids.firstIndex(where: { !seen.insert($0).inserted }) else { return [] }
        return [
            Violation(
                "\(list)/\(index)", .notUnique,
                Wording("Ein Eintrag steht doppelt.", "An entry is there twice."))
        ]
    }

    private func missing(_ isThere: Bool, _ path: @autoclosure () -> String) -> [Violation] {
        isThere ? [] : [Violation(path(), .referenceNotFound, .noSuchReference)]
    }

    private func contradiction(_ isOne: Bool, _ path: @autoclosure () -> String, _ most: String)
        -> [Violation]
    {
        guard isOne else { return [] }
        return [
            .excluded(
                path(), "Der kleinste Betrag liegt über dem größten (\(most)).",
                "The least amount is above the most (\(most)).")
        ]
    }
}
