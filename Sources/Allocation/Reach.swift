/// What the bounds of an instance leave of its pairs and claims, before anything is shared.
///
/// A pair whose least amount is above its most is unusable; so is a claim that its usable pairs cannot bring to its
/// least useful amount. Both get the limit 0.
struct Reach {
    /// The most that can go over each edge; 0 for none.
    private(set) var edgeLimits: [Int64]

    /// The most that each claim can get; 0 for none.
    private(set) var claimLimits: [Int64]

    /// Why a claim can get nothing, whatever the others do.
    private(set) var faults: [Int: UnservedReason] = [:]

    /// The edges of each claim, usable or not, best worth first.
    let edgesOfClaim: [[Int]]

    /// The edges of each fund, usable or not.
    let edgesOfFund: [[Int]]

    /// What each group asks for in all.
    let demands: [Int64]

    init(_ instance: Instance) {
        edgesOfClaim = Self.lists(of: instance.edges, count: instance.claims.count) { $0.claim }.map { list in
            list.sorted { Self.isBetter($0, $1, in: instance) }
        }
        edgesOfFund = Self.lists(of: instance.edges, count: instance.funds.count) { $0.fund }
        var demands = [Int64](repeating: 0, count: instance.groupFloors.count)
        for claim in instance.claims { demands[claim.group] += claim.cap }
        self.demands = demands
        edgeLimits = instance.edges.map { Self.limit(of: $0, in: instance) }
        claimLimits = [Int64](repeating: 0, count: instance.claims.count)
        for index in instance.claims.indices { judge(index, in: instance) }
    }

    private mutating func judge(_ index: Int, in instance: Instance) {
        let claim = instance.claims[index]
        let limits = edgesOfClaim[index].map { edgeLimits[$0] }.filter { $0 > 0 }.sorted(by: >)
        if let fault = fault(of: index, limits: limits, in: instance) {
            faults[index] = fault
            for edge in edgesOfClaim[index] { edgeLimits[edge] = 0 }
        } else {
            let most = limits.prefix(instance.mostFunds).reduce(0, +)
            claimLimits[index] = min(claim.cap, most, instance.ownerLimits[claim.owner])
        }
    }

    private func fault(of index: Int, limits: [Int64], in instance: Instance) -> UnservedReason? {
        let (claim, edges) = (instance.claims[index], edgesOfClaim[index])
        let useful = max(1, claim.leastUseful)
        let owner = instance.ownerLimits[claim.owner]
        let budgets = edges.reduce(0) { $0 + instance.funds[instance.edges[$1].fund].budget }
        let (most, all) = (limits.prefix(instance.mostFunds).reduce(0, +), limits.reduce(0, +))
        if edges.isEmpty { return .noEligibleFund }
        if budgets == 0 { return .budgetsSpent }
        if owner < useful { return .ownerLimit(needed: useful, left: owner) }
        if limits.isEmpty { return .belowMinimumGrant(left: budgets) }
        if all < useful { return .belowLeastUseful(left: all) }
        return most < useful ? .tooManyFunds(reached: most) : nil
    }

    private static func isBetter(_ one: Int, _ other: Int, in instance: Instance) -> Bool {
        let (left, right) = (instance.edges[one], instance.edges[other])
        return left.worth == right.worth ? left.fund < right.fund : left.worth > right.worth
    }

    private static func limit(of edge: Edge, in instance: Instance) -> Int64 {
        let (fund, claim) = (instance.funds[edge.fund], instance.claims[edge.claim])
        let most = min(fund.budget, fund.maximumGrant, claim.cap, instance.ownerLimits[claim.owner])
        return most >= fund.minimumGrant ? most : 0
    }

    private static func lists(of edges: [Edge], count: Int, by end: (Edge) -> Int) -> [[Int]] {
        var lists = [[Int]](repeating: [], count: count)
        for (index, edge) in edges.enumerated() { lists[end(edge)].append(index) }
        return lists
    }
}
