/// The cheapest flow on a network with upper bounds, by the simplex method on spanning trees.
///
/// Trees stay strongly feasible, so that it ends without cycling (Cunningham, Mathematical Programming 11, 1976);
/// the next arc comes from blocks of the list in turn. Whole numbers in, whole numbers out; equal input, equal
/// output.
struct NetworkSimplex {
    /// An arc, and what a unit on it costs.
    struct Arc {
        var from: Int32
        var to: Int32
        var capacity: Int64
        var cost: Int64
    }

    /// Whether an arc is in the tree, and if not, whether it is empty or full.
    private enum Place: Int8 { case full = -1, tree = 0, empty = 1 }

    /// What goes over each arc.
    private(set) var flows: [Int64]

    private(set) var tree: SpanningTree
    private let arcs: [Arc]
    private var places: [Place]
    private var cursor = 0
    private let blockCount: Int

    /// A network with the flow that it starts from.
    ///
    /// `parents` holds for each node but the last, the root, the arc to its parent: it points to the parent and has
    /// room for more, which makes the tree strongly feasible. `flows` is what goes over its arcs; all others are empty.
    init(arcs: [Arc], parents: [Int], flows: [Int64]) {
        self.arcs = arcs
        self.flows = flows
        places = [Place](repeating: .empty, count: arcs.count)
        for arc in parents { places[arc] = .tree }
        tree = SpanningTree(
            parents: parents.map { (arc: Int32($0), parent: arcs[$0].to, cost: arcs[$0].cost) })
        // About the root of the number of arcs: long enough to find a good one, short beside the list.
        blockCount = max(64, 1 << ((Int.bitWidth - arcs.count.leadingZeroBitCount) / 2))
    }

    /// Node prices: with them no arc with room is worth using, and no used arc is worth leaving.
    var potentials: [Int64] { tree.potentials }

    /// Improves the flow until it is the cheapest.
    mutating func run() {
        while let entering = nextEntering() { pivot(entering) }
    }

    /// What a unit more on the arc costs, all told.
    private func reducedCost(_ arc: Arc) -> Int64 {
        arc.cost + tree.potentials[Int(arc.from)] - tree.potentials[Int(arc.to)]
    }

    private mutating func nextEntering() -> Int? {
        var (best, entering, inBlock) = (Int64(0), -1, 0)
        var index = cursor
        for _ in 0..<arcs.count {
            let cost = Int64(places[index].rawValue) * reducedCost(arcs[index])
            if cost < best { (best, entering) = (cost, index) }
            index += 1
            if index == arcs.count { index = 0 }
            inBlock += 1
            if inBlock == blockCount {
                if entering >= 0 { break }
                inBlock = 0
            }
        }
        cursor = index
        return entering >= 0 ? entering : nil
    }

    /// Sends as much as possible around the cycle that the arc closes, and swaps it for the arc that stops it.
    private mutating func pivot(_ entering: Int) {
        let arc = arcs[entering]
        let isEmpty = places[entering] == .empty
        let first = isEmpty ? arc.from : arc.to
        let second = isEmpty ? arc.to : arc.from
        let join = tree.join(first, second)
        let block = blocking(from: first, and: second, below: join, atMost: arc.capacity)
        augment(from: first, and: second, below: join, by: block.amount)
        flows[entering] += isEmpty ? block.amount : -block.amount
        guard block.node >= 0 else {
            places[entering] = isEmpty ? .full : .empty
            return
        }
        let leaving = Int(tree.arcs[Int(block.node)])
        places[leaving] = flows[leaving] == 0 ? .empty : .full
        places[entering] = .tree
        let (inside, outside) = block.isOnFirstSide ? (first, second) : (second, first)
        let change = inside == arc.to ? reducedCost(arc) : -reducedCost(arc)
        tree.rehang(
            inside, below: outside, over: Int32(entering), pointsUp: inside == arc.from, cutAt: block.node,
            shift: change)
    }

    /// The last arc on the cycle that lets no more through: ties go to the end, which keeps the tree strongly feasible.
    private func blocking(
        from first: Int32, and second: Int32, below join: Int32, atMost capacity: Int64
    ) -> (amount: Int64, node: Int32, isOnFirstSide: Bool) {
        var (amount, stop, isOnFirstSide) = (capacity, Int32(-1), false)
        var node = first
        while node != join {
            let room = room(above: node, upwards: false)
            if room < amount { (amount, stop, isOnFirstSide) = (room, node, true) }
            node = tree.parents[Int(node)]
        }
        node = second
        while node != join {
            let room = room(above: node, upwards: true)
            if room <= amount { (amount, stop, isOnFirstSide) = (room, node, false) }
            node = tree.parents[Int(node)]
        }
        return (amount, stop, isOnFirstSide)
    }

    private func room(above node: Int32, upwards: Bool) -> Int64 {
        let arc = Int(tree.arcs[Int(node)])
        return tree.pointsUp[Int(node)] == upwards ? arcs[arc].capacity - flows[arc] : flows[arc]
    }

    private mutating func augment(
        from first: Int32, and second: Int32, below join: Int32, by amount: Int64
    ) {
        guard amount > 0 else { return }
        var node = first
        while node != join {
            flows[Int(tree.arcs[Int(node)])] += tree.pointsUp[Int(node)] ? -amount : amount
            node = tree.parents[Int(node)]
        }
        node = second
        while node != join {
            flows[Int(tree.arcs[Int(node)])] += tree.pointsUp[Int(node)] ? amount : -amount
            node = tree.parents[Int(node)]
        }
    }
}
