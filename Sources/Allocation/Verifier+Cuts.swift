extension Verifier {
    /// Each cut separates its groups from all that is not named, and its parts add up to its level.
    ///
    /// What is named at lower levels is used up there, so that it counts for higher levels too.
    var levels: [Finding] {
        let limits = PlainLimits(instance)
        var used = UsedUp(instance)
        var edgesOfGroup = [[Int]](repeating: [], count: instance.groupFloors.count)
        for (index, edge) in instance.edges.enumerated() {
            edgesOfGroup[instance.claims[edge.claim].group].append(index)
        }
        var findings: [Finding] = []
        for (index, cut) in plan.cuts.enumerated() {
            used.insert(cut.barrier)
            let isClosed = cut.groups.allSatisfy { group in
                edgesOfGroup[group].allSatisfy { used.covers($0) || limits.edges[$0] == 0 }
            }
            if !isClosed || !addsUp(cut, limits) { findings.append(.openCut(at: index)) }
            for group in cut.groups where plan.groups[group].level != cut.level {
                findings.append(.wrongLevel(group: group))
            }
        }
        return findings + unexplained
    }

    /// Groups that do not get all, and no cut says why.
    private var unexplained: [Finding] {
        let named = Set(plan.cuts.flatMap(\.groups))
        return plan.groups.indices.filter { index in
            plan.groups[index].demand > 0 && plan.groups[index].level < .one && !named.contains(index)
        }.map { .wrongLevel(group: $0) }
    }

    private func addsUp(_ cut: Cut, _ limits: PlainLimits) -> Bool {
        let demand = cut.groups.reduce(0) { $0 + plan.groups[$1].demand }
        let barrier = cut.barrier
        let capacity =
            barrier.funds.reduce(0) { $0 + instance.funds[$1].budget }
            + barrier.edges.reduce(0) { $0 + limits.edges[$1] }
            + barrier.claims.reduce(0) { $0 + limits.claims[$1] }
            + barrier.owners.reduce(0) { $0 + $1.limit }
        let reachable = Int128(capacity - cut.committed)
        return reachable * Int128(cut.level.denominator) == Int128(demand) * Int128(cut.level.numerator)
    }
}

/// The most over each edge and to each claim, worked out a second time and without haste.
private struct PlainLimits {
    var edges: [Int64]
    var claims: [Int64]

    init(_ instance: Instance) {
        edges = instance.edges.map { edge in
            let (fund, claim) = (instance.funds[edge.fund], instance.claims[edge.claim])
            let most = min(fund.budget, fund.maximumGrant, claim.cap, instance.ownerLimits[claim.owner])
            return most < fund.minimumGrant ? 0 : most
        }
        var limitsOfClaim = [[Int64]](repeating: [], count: instance.claims.count)
        for (index, edge) in instance.edges.enumerated() { limitsOfClaim[edge.claim].append(edges[index]) }
        claims = instance.claims.indices.map { index in
            let claim = instance.claims[index]
            let most = limitsOfClaim[index].sorted(by: >).prefix(instance.mostFunds).reduce(0, +)
            let limit = min(most, claim.cap, instance.ownerLimits[claim.owner])
            return limit < claim.leastUseful ? 0 : limit
        }
        for (index, edge) in instance.edges.enumerated() where claims[edge.claim] == 0 { edges[index] = 0 }
    }
}

/// Everything that cuts name so far.
private struct UsedUp {
    private let instance: Instance
    private var funds: [Bool]
    private var edges: [Bool]
    private var claims: [Bool]
    private var owners: Set<[Int]> = []

    init(_ instance: Instance) {
        self.instance = instance
        funds = [Bool](repeating: false, count: instance.funds.count)
        edges = [Bool](repeating: false, count: instance.edges.count)
        claims = [Bool](repeating: false, count: instance.claims.count)
    }

    mutating func insert(_ barrier: Barrier) {
        for fund in barrier.funds { funds[fund] = true }
        for edge in barrier.edges { edges[edge] = true }
        for claim in barrier.claims { claims[claim] = true }
        for part in barrier.owners { owners.insert([part.owner, part.group]) }
    }

    func covers(_ index: Int) -> Bool {
        let edge = instance.edges[index]
        let claim = instance.claims[edge.claim]
        return funds[edge.fund] || edges[index] || claims[edge.claim]
            || owners.contains([claim.owner, claim.group])
    }
}
