/// A spanning tree with prices: every arc of the tree costs exactly the difference of the prices at its ends.
struct SpanningTree {
    private(set) var parents: [Int32]

    /// The arc between each node and its parent.
    private(set) var arcs: [Int32]

    /// Whether that arc leads to the parent.
    private(set) var pointsUp: [Bool]

    private(set) var potentials: [Int64]

    private var depths: [Int32]
    private var firstChildren: [Int32]
    private var nextSiblings: [Int32]
    private var previousSiblings: [Int32]

    /// A tree of arcs that lead to the parents; the root is the node behind the last of `parents`.
    init(parents list: [(arc: Int32, parent: Int32, cost: Int64)]) {
        let root = list.count
        parents = list.map(\.parent) + [-1]
        arcs = list.map(\.arc) + [-1]
        pointsUp = [Bool](repeating: true, count: root + 1)
        potentials = [Int64](repeating: 0, count: root + 1)
        depths = [Int32](repeating: 0, count: root + 1)
        firstChildren = [Int32](repeating: -1, count: root + 1)
        (nextSiblings, previousSiblings) = (firstChildren, firstChildren)
        for node in list.indices { link(Int32(node), below: list[node].parent) }
        var stack = [Int32(root)]
        while let node = stack.popLast() {
            var child = firstChildren[Int(node)]
            while child >= 0 {
                depths[Int(child)] = depths[Int(node)] + 1
                potentials[Int(child)] = potentials[Int(node)] - list[Int(child)].cost
                stack.append(child)
                child = nextSiblings[Int(child)]
            }
        }
    }

    /// The lowest node above both.
    func join(_ one: Int32, _ other: Int32) -> Int32 {
        var (left, right) = (one, other)
        while left != right {
            if depths[Int(left)] >= depths[Int(right)] {
                left = parents[Int(left)]
            } else {
                right = parents[Int(right)]
            }
        }
        return left
    }

    /// Cuts the tree above `cutAt` and hangs the part with `node` in it below `parent` instead.
    ///
    /// `shift` is added to all prices of the part.
    mutating func rehang(
        _ node: Int32, below parent: Int32, over arc: Int32, pointsUp isUp: Bool, cutAt end: Int32,
        shift: Int64
    ) {
        var (current, above, link, up) = (node, parent, arc, isUp)
        while true {
            let (oldParent, oldArc, oldUp) = (
                parents[Int(current)], arcs[Int(current)], pointsUp[Int(current)]
            )
            unlink(current)
            self.link(current, below: above)
            (parents[Int(current)], arcs[Int(current)], pointsUp[Int(current)]) = (above, link, up)
            if current == end { break }
            (current, above, link, up) = (oldParent, current, oldArc, !oldUp)
        }
        shiftPart(below: node, by: shift)
    }

    /// Walks the part in preorder, by child, sibling and parent.
    private mutating func shiftPart(below top: Int32, by shift: Int64) {
        var node = top
        while true {
            depths[Int(node)] = depths[Int(parents[Int(node)])] + 1
            potentials[Int(node)] += shift
            if firstChildren[Int(node)] >= 0 {
                node = firstChildren[Int(node)]
                continue
            }
            while node != top, nextSiblings[Int(node)] < 0 { node = parents[Int(node)] }
            if node == top { return }
            node = nextSiblings[Int(node)]
        }
    }

    private mutating func link(_ node: Int32, below parent: Int32) {
        let first = firstChildren[Int(parent)]
        nextSiblings[Int(node)] = first
        previousSiblings[Int(node)] = -1
        if first >= 0 { previousSiblings[Int(first)] = node }
        firstChildren[Int(parent)] = node
    }

    private mutating func unlink(_ node: Int32) {
        let (previous, next) = (previousSiblings[Int(node)], nextSiblings[Int(node)])
        if next >= 0 { previousSiblings[Int(next)] = previous }
        if previous >= 0 {
            nextSiblings[Int(previous)] = next
        } else {
            firstChildren[Int(parents[Int(node)])] = next
        }
    }
}
