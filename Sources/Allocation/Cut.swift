/// What stands between funds and groups: everything named is used up.
package struct Barrier: Hashable, Sendable {
    /// Funds whose whole budget is used.
    package fileprivate(set) var funds: [Int] = []

    /// Edges that carry the most they can, of funds that have more.
    package fileprivate(set) var edges: [Int] = []

    /// Claims that get the most they can.
    package fileprivate(set) var claims: [Int] = []

    /// Owners that get the most they may in a group.
    package fileprivate(set) var owners: [OwnerPart] = []
}

/// What an owner may get in one group.
package struct OwnerPart: Hashable, Sendable {
    /// The owner.
    package let owner: Int

    /// The group.
    package let group: Int

    /// Its limit, or the part of it that falls to the group.
    package let limit: Int64
}

/// Why the groups of one level cannot be covered better.
package struct Cut: Hashable, Sendable {
    /// The groups of the level.
    package let groups: [Int]

    /// The share of what they ask for that they get at most.
    package let level: Fraction

    /// What is used up.
    package let barrier: Barrier

    /// What the named funds must give to groups that are covered even less.
    package let committed: Int64
}

extension Barrier {
    /// The barrier around the nodes where `isBehind` holds, as far as the nodes before it count.
    init(
        around isBehind: (Int) -> Bool, _ instance: Instance, _ layout: Layout, counts: (Int) -> Bool
    ) {
        func isCut(_ from: Int, _ to: Int) -> Bool { !isBehind(from) && isBehind(to) && counts(from) }
        funds = instance.funds.indices.filter { isBehind($0) && instance.funds[$0].budget > 0 }
        edges = layout.usableEdges.filter { index in
            let edge = instance.edges[index]
            return isCut(edge.fund, layout.node(claim: edge.claim))
        }
        claims = layout.usableClaims.filter { isCut(layout.node(claim: $0), layout.next(after: $0)) }
        owners = layout.shares.enumerated().filter { index, share in
            let (from, to) = (layout.node(share: index), layout.node(group: share.group))
            return isCut(from, to) || (share.limit == 0 && isBehind(to))
        }.map { OwnerPart(owner: $0.element.owner, group: $0.element.group, limit: $0.element.limit) }
    }
}
