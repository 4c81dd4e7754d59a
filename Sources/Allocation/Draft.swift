/// Amounts in the making, with everything that is left beside them.
///
/// It never gives more than a budget, a limit or a cap allows; that least amounts are met is up to those who change it.
struct Draft {
    let instance: Instance
    let reach: Reach

    /// What goes over each edge.
    private(set) var amounts: [Int64]
    private(set) var fundLeft: [Int64]
    private(set) var ownerLeft: [Int64]
    private(set) var claimSums: [Int64]
    private(set) var lineCounts: [Int]
    private(set) var groupSums: [Int64]

    /// What the amounts are worth, in ten-thousandths of a unit.
    private(set) var worth: Int128 = 0

    private var journal: [(edge: Int, change: Int64)] = []

    init(_ instance: Instance, _ reach: Reach) {
        self.instance = instance
        self.reach = reach
        amounts = [Int64](repeating: 0, count: instance.edges.count)
        fundLeft = instance.funds.map(\.budget)
        ownerLeft = instance.ownerLimits
        claimSums = [Int64](repeating: 0, count: instance.claims.count)
        lineCounts = [Int](repeating: 0, count: instance.claims.count)
        groupSums = [Int64](repeating: 0, count: instance.groupFloors.count)
    }

    /// Gives `change` more over the edge; less if negative.
    mutating func add(_ change: Int64, to index: Int) {
        let edge = instance.edges[index]
        let claim = instance.claims[edge.claim]
        journal.append((index, change))
        let had = amounts[index]
        amounts[index] += change
        lineCounts[edge.claim] += (amounts[index] > 0 ? 1 : 0) - (had > 0 ? 1 : 0)
        fundLeft[edge.fund] -= change
        claimSums[edge.claim] += change
        ownerLeft[claim.owner] -= change
        groupSums[claim.group] += change
        worth += Int128(change) * Int128(edge.worth)
    }

    /// A place to go back to.
    var place: Int { journal.count }

    /// Takes back every change since `place`.
    mutating func goBack(to place: Int) {
        while journal.count > place, let step = journal.popLast() {
            add(-step.change, to: step.edge)
            journal.removeLast()
        }
    }

    /// Gives nothing over the edge.
    mutating func clear(_ index: Int) { add(-amounts[index], to: index) }

    /// Gives the claim nothing.
    mutating func release(_ claim: Int) {
        for edge in lines(of: claim) { clear(edge) }
    }

    /// The edges that give to the claim, best worth first.
    func lines(of claim: Int) -> [Int] {
        lineCounts[claim] == 0 ? [] : reach.edgesOfClaim[claim].filter { amounts[$0] > 0 }
    }

    /// What the claim could still take.
    func room(of claim: Int) -> Int64 {
        min(reach.claimLimits[claim] - claimSums[claim], ownerLeft[instance.claims[claim].owner])
    }

    /// What the edge could still carry, as far as its fund and its limit go.
    func room(on index: Int) -> Int64 {
        min(reach.edgeLimits[index] - amounts[index], fundLeft[instance.edges[index].fund])
    }

    /// The least that a new line over the edge gives.
    func least(on index: Int) -> Int64 { max(1, instance.funds[instance.edges[index].fund].minimumGrant) }
}
