extension Draft {
    /// The claims that get nothing, each with the first reason that holds.
    func unserved(cuts: [Cut]) -> [Plan.Unserved] {
        var cutOfGroup: [Int: Int] = [:]
        for (index, cut) in cuts.enumerated() {
            for group in cut.groups { cutOfGroup[group] = index }
        }
        return instance.claims.indices.filter { claimSums[$0] == 0 }.map { claim in
            let reason = reach.faults[claim] ?? reason(for: claim, cutOfGroup[instance.claims[claim].group])
            return Plan.Unserved(claim: claim, reason: reason)
        }
    }

    private func reason(for index: Int, _ cut: Int?) -> UnservedReason {
        let claim = instance.claims[index]
        let useful = max(1, claim.leastUseful)
        if ownerLeft[claim.owner] < useful {
            return .ownerLimit(needed: useful, left: ownerLeft[claim.owner])
        }
        let edges = reach.edgesOfClaim[index].filter { reach.edgeLimits[$0] > 0 }
        let rooms = edges.map { room(on: $0) }
        let left = rooms.reduce(0, +)
        if left == 0 { return cut.map { .groupCut($0) } ?? .budgetsSpent }
        let givable = edges.filter { room(on: $0) >= least(on: $0) }.map { room(on: $0) }.sorted(by: >)
        if givable.isEmpty { return .belowMinimumGrant(left: left) }
        let reached = givable.prefix(instance.mostFunds).reduce(0, +)
        return givable.reduce(0, +) >= useful
            ? .tooManyFunds(reached: reached) : .belowLeastUseful(left: left)
    }
}
