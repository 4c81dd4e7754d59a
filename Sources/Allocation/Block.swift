/// A part of a network whose groups are covered on their own: nodes, what must come in, what must go out.
struct Block {
    /// Nodes of the layout, by their position here.
    private(set) var nodes: [Int] = []

    /// What comes into each node from outside: budgets, and full arcs from better covered blocks.
    private(set) var supply: [Int64] = []

    /// What leaves each node for worse covered blocks, before anything is shared here.
    private(set) var drain: [Int64] = []

    /// Arcs between positions.
    private var arcs: [Layout.Arc] = []

    /// Positions of the groups, and what each asks for.
    private var sinks: [(position: Int, group: Int, demand: Int64)] = []

    /// What the groups can get together.
    private(set) var supplied: Int64 = 0

    /// What the groups ask for together.
    var demand: Int64 { sinks.reduce(0) { $0 + $1.demand } }

    /// The groups of the block.
    var groups: [Int] { sinks.map(\.group) }

    /// The most of what its groups ask for that they can all have, if it is the same for all.
    var level: Fraction { Fraction(supplied, demand) }

    private init() {}

    /// The whole network.
    init(_ instance: Instance, _ layout: Layout, _ reach: Reach) {
        nodes = Array(0..<layout.nodeCount)
        supply = [Int64](repeating: 0, count: nodes.count)
        drain = supply
        for (fund, value) in instance.funds.enumerated() { supply[fund] = value.budget }
        arcs = layout.arcs(of: instance)
        for group in 0..<layout.groupCount where reach.demands[group] > 0 {
            sinks.append((layout.node(group: group), group, reach.demands[group]))
        }
        var flow = maximumFlow(at: .one)
        supplied = Int64(flow.run(from: nodes.count, to: nodes.count + 1))
    }

    /// The groups that cannot be covered at `level`, and the others, each with what they can get; nil if all can.
    func split(at level: Fraction) -> (below: Block, above: Block)? {
        guard sinks.count > 1, supplied > 0 else { return nil }
        var flow = maximumFlow(at: level)
        let wanted = Int128(supplied + drained) * Int128(level.denominator)
        guard flow.run(from: nodes.count, to: nodes.count + 1) < wanted else { return nil }
        return divide(by: flow.reached(from: nodes.count))
    }

    /// The positions behind the cut nearest to the funds, if the groups could take any amount.
    func tightPositions() -> [Int] {
        var flow = maximumFlow(at: nil)
        _ = flow.run(from: nodes.count, to: nodes.count + 1)
        let isReached = flow.reached(from: nodes.count)
        return nodes.indices.filter { !isReached[$0] }
    }

    private var drained: Int64 { drain.reduce(0, +) }

    /// A network in units of the level's denominator; without a level the groups take all there is.
    private func maximumFlow(at level: Fraction?) -> MaximumFlow {
        let unit = Int128(level?.denominator ?? 1)
        var all: [MaximumFlow.Arc] = []
        all.reserveCapacity(arcs.count + nodes.count * 2)
        for arc in arcs {
            all.append(.init(from: arc.from, to: arc.to, capacity: Int128(arc.capacity) * unit))
        }
        for position in nodes.indices {
            if supply[position] > 0 {
                all.append(.init(from: nodes.count, to: position, capacity: Int128(supply[position]) * unit))
            }
            if drain[position] > 0 {
                all.append(
                    .init(from: position, to: nodes.count + 1, capacity: Int128(drain[position]) * unit))
            }
        }
        for sink in sinks {
            let capacity = level.map { Int128(sink.demand) * Int128($0.numerator) } ?? Int128(Int64.max)
            all.append(.init(from: sink.position, to: nodes.count + 1, capacity: capacity))
        }
        return MaximumFlow(nodeCount: nodes.count + 2, arcs: all)
    }

    private func divide(by isAbove: [Bool]) -> (below: Block, above: Block) {
        var (below, above) = (Block(), Block())
        var places = [Int](repeating: 0, count: nodes.count)
        for position in nodes.indices {
            places[position] =
                isAbove[position] ? above.take(position, of: self) : below.take(position, of: self)
        }
        for arc in arcs {
            let (from, to) = (places[arc.from], places[arc.to])
            switch (isAbove[arc.from], isAbove[arc.to]) {
            case (true, true): above.arcs.append(.init(from: from, to: to, capacity: arc.capacity))
            case (false, false): below.arcs.append(.init(from: from, to: to, capacity: arc.capacity))
            // The cut: full whatever happens on either side.
            case (true, false):
                above.drain[from] += arc.capacity
                below.supply[to] += arc.capacity
            // Against the cut: empty.
            case (false, true): break
            }
        }
        for sink in sinks {
            let moved = (places[sink.position], sink.group, sink.demand)
            if isAbove[sink.position] { above.sinks.append(moved) } else { below.sinks.append(moved) }
        }
        below.supplied = below.supply.reduce(0, +) - below.drained
        above.supplied = supplied - below.supplied
        return (below, above)
    }

    private mutating func take(_ position: Int, of block: Block) -> Int {
        nodes.append(block.nodes[position])
        supply.append(block.supply[position])
        drain.append(block.drain[position])
        return nodes.count - 1
    }
}
