/// The fairest coverage of every group, and what stands in the way of more.
///
/// Leximin: the least covered group gets as much as it can, then the next, and so on. On a network the levels come
/// from splitting: if all groups of a block cannot be covered equally, a minimum cut tells those that must stay
/// below from those that can have more, and each side goes on alone with whole numbers (Fujishige, Mathematics of
/// Operations Research 5, 1980; Groenevelt, European Journal of Operational Research 54, 1991). On this structure
/// leximin is also the maximum of the product (Nash welfare).
struct Levels {
    /// The exact share of its demand that each group gets at most, without anyone worse off getting less.
    private(set) var ofGroup: [Fraction]

    /// Why the groups of one level cannot have more, lowest level first; groups that get all have none.
    private(set) var cuts: [Cut] = []

    /// The levels of a network with its cuts.
    init(_ instance: Instance, _ layout: Layout, _ reach: Reach) {
        ofGroup = [Fraction](repeating: .zero, count: layout.groupCount)
        var open = [Block(instance, layout, reach)]
        var levelOfNode = [Fraction](repeating: .zero, count: layout.nodeCount)
        var closed: [Block] = []
        while let block = open.popLast() {
            let level = block.level
            if let (below, above) = block.split(at: level) {
                open += [above, below]
                continue
            }
            for node in block.nodes { levelOfNode[node] = level }
            for group in block.groups { ofGroup[group] = level }
            if level < .one, !block.groups.isEmpty { closed.append(block) }
        }
        cuts = closed.map { Self.cut(of: $0, levelOfNode, instance, layout) }
    }

    private static func cut(
        of block: Block, _ levelOfNode: [Fraction], _ instance: Instance, _ layout: Layout
    ) -> Cut {
        let positions = block.tightPositions()
        let behind = Set(positions.map { block.nodes[$0] })
        let level = block.level
        let barrier = Barrier(around: behind.contains, instance, layout) { levelOfNode[$0] >= level }
        let committed = positions.reduce(0) { $0 + block.drain[$1] }
        return Cut(groups: block.groups, level: level, barrier: barrier, committed: committed)
    }
}
