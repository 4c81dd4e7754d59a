/// The best that sharing can be worth without least amounts, as a cheapest flow.
///
/// Wishes that it cannot fulfil cost it more than all worth: first least amounts of edges and claims, then floors of
/// groups, then worth. So it always has an answer, and what it misses is missing in every answer.
struct Relaxation {
    /// Least amounts that are wished for.
    struct Wishes {
        var edges: [Int: Int64] = [:]
        var claims: [Int: Int64] = [:]
        var groups: [Int64]
    }

    /// What goes over each edge, and the prices that prove it to be the best.
    struct Solution {
        var amounts: [Int64]
        var potentials: [Int64]
    }

    /// More than anything: no sum of budgets reaches it.
    private static let unlimited: Int64 = 1 << 60

    let instance: Instance
    let layout: Layout

    /// What a missing unit of a group's floor costs: more than any detour earns.
    private let floorReward: Int64

    init(_ instance: Instance, _ layout: Layout) {
        self.instance = instance
        self.layout = layout
        let worth = instance.edges.reduce(0) { max($0, $1.worth) }
        floorReward = (worth + 1) * Int64(layout.nodeCount + 2)
    }

    /// A cycle leaves and enters the root at most once, so that it passes at most two groups.
    private var leastReward: Int64 { floorReward * 4 }

    /// The best flow over `edges`, with `wishes` as far as they can be had.
    func solution(over edges: [Int], _ wishes: Wishes) -> Solution {
        var arcs: [NetworkSimplex.Arc] = []
        arcs.reserveCapacity(edges.count + layout.nodeCount * 2)
        var owners: [Int] = []
        for edge in edges {
            let count = arcs.count
            addEdge(edge, wishes.edges[edge] ?? 0, to: &arcs)
            owners += Array(repeating: edge, count: arcs.count - count)
        }
        var flows = [Int64](repeating: 0, count: arcs.count)
        let parents = addTree(wishes, to: &arcs, &flows)
        var simplex = NetworkSimplex(arcs: arcs, parents: parents, flows: flows)
        simplex.run()
        var amounts = [Int64](repeating: 0, count: instance.edges.count)
        for (arc, edge) in owners.enumerated() { amounts[edge] += simplex.flows[arc] }
        return Solution(amounts: amounts, potentials: simplex.potentials)
    }

    private func addEdge(_ index: Int, _ least: Int64, to arcs: inout [NetworkSimplex.Arc]) {
        let edge = instance.edges[index]
        let (from, to) = (edge.fund, layout.node(claim: edge.claim))
        let limit = layout.edgeLimits[index]
        addArcs(from, to, least: min(least, limit), limit, leastReward, worth: edge.worth, to: &arcs)
    }

    /// Adds the arcs behind the edges, and says which of them make the first tree.
    private func addTree(
        _ wishes: Wishes, to arcs: inout [NetworkSimplex.Arc], _ flows: inout [Int64]
    ) -> [Int] {
        var parents: [Int] = []
        let root = layout.nodeCount
        for (fund, value) in instance.funds.enumerated() {
            parents.append(arcs.count)
            addArcs(fund, root, least: 0, Self.unlimited, 0, to: &arcs)
            flows.append(value.budget)
        }
        for (claim, limit) in layout.claimLimits.enumerated() {
            parents.append(arcs.count)
            let (least, next) = (min(limit, wishes.claims[claim] ?? 0), layout.next(after: claim))
            addArcs(layout.node(claim: claim), next, least: least, max(1, limit), leastReward, to: &arcs)
        }
        for (index, share) in layout.shares.enumerated() {
            parents.append(arcs.count)
            let (from, to) = (layout.node(share: index), layout.node(group: share.group))
            addArcs(from, to, least: 0, max(1, share.limit), 0, to: &arcs)
        }
        for group in 0..<layout.groupCount {
            parents.append(arcs.count)
            let floor = wishes.groups[group]
            addArcs(layout.node(group: group), root, least: floor, Self.unlimited, floorReward, to: &arcs)
        }
        flows += Array(repeating: 0, count: arcs.count - flows.count)
        return parents
    }

    /// One arc, or two where the first units are wished for.
    private func addArcs(
        _ from: Int, _ to: Int, least: Int64, _ limit: Int64, _ reward: Int64, worth: Int64 = 0,
        to arcs: inout [NetworkSimplex.Arc]
    ) {
        let (from, to) = (Int32(from), Int32(to))
        if least > 0 { arcs.append(.init(from: from, to: to, capacity: least, cost: -worth - reward)) }
        if limit > least { arcs.append(.init(from: from, to: to, capacity: limit - least, cost: -worth)) }
    }
}

extension Instance {
    /// What amounts over the edges are worth, in ten-thousandths of a unit.
    func worth(of amounts: [Int64]) -> Int128 {
        var sum: Int128 = 0
        for (index, amount) in amounts.enumerated() where amount > 0 {
            sum += Int128(amount) * Int128(edges[index].worth)
        }
        return sum
    }
}
