/// Why floors cannot be met together: some groups are to get more than can reach them.
package struct FloorConflict: Hashable, Sendable {
    /// The groups whose floors are too high together.
    package let groups: [Int]

    /// What their floors ask for together.
    package let wanted: Int64

    /// What they can get together at most.
    package let reachable: Int64

    /// What is used up then.
    package let barrier: Barrier
}

extension FloorConflict {
    /// The conflict between floors, if there is one.
    init?(_ floors: [Int64], _ instance: Instance, _ layout: Layout) {
        let (source, sink) = (layout.nodeCount, layout.nodeCount + 1)
        var arcs = layout.arcs(of: instance).map { arc in
            MaximumFlow.Arc(from: arc.from, to: arc.to, capacity: Int128(arc.capacity))
        }
        for (fund, value) in instance.funds.enumerated() {
            arcs.append(.init(from: source, to: fund, capacity: Int128(value.budget)))
        }
        for (group, floor) in floors.enumerated() {
            arcs.append(.init(from: layout.node(group: group), to: sink, capacity: Int128(floor)))
        }
        var flow = MaximumFlow(nodeCount: layout.nodeCount + 2, arcs: arcs)
        let total = Int64(flow.run(from: source, to: sink))
        guard total < floors.reduce(0, +) else { return nil }
        let isReached = flow.reached(from: source)
        groups = floors.indices.filter { floors[$0] > 0 && !isReached[layout.node(group: $0)] }
        let others = floors.indices.filter { isReached[layout.node(group: $0)] }
        wanted = groups.reduce(0) { $0 + floors[$1] }
        reachable = total - others.reduce(0) { $0 + floors[$1] }
        barrier = Barrier(around: { !isReached[$0] }, instance, layout) { _ in true }
    }
}
