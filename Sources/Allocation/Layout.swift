/// The network of an instance: fund → claim → (owner in a group) → group.
///
/// An owner stands in it only where its limit can bind. A limit over claims in several groups is split by demand,
/// which keeps the network a network; ``isExact`` says that nothing had to be split.
struct Layout {
    /// An arc between two nodes.
    struct Arc {
        var from: Int
        var to: Int
        var capacity: Int64
    }

    /// An owner's part in one group.
    struct Share {
        var owner: Int
        var group: Int
        var limit: Int64
    }

    /// How owners whose limit spans several groups are treated.
    enum Spanning {
        /// Each group has a fixed part of the limit: what fits is possible.
        case split
        /// One part over all groups, which then stand nowhere in the network.
        case joined
        /// Without their limit: what does not fit is impossible.
        case free
    }

    /// The most that can go over each edge; 0 for none.
    private(set) var edgeLimits: [Int64]

    /// The most that each claim can get; 0 for none.
    private(set) var claimLimits: [Int64]

    let fundCount: Int
    let shares: [Share]
    let groupOfClaim: [Int]
    let groupCount: Int

    /// The share that each claim passes through.
    let shareOfClaim: [Int?]

    /// Whether no owner's limit had to be split or left out.
    let isExact: Bool

    init(_ instance: Instance, _ reach: Reach, spanning: Spanning) {
        fundCount = instance.funds.count
        groupOfClaim = instance.claims.map(\.group)
        groupCount = instance.groupFloors.count
        let owners = OwnerShares(instance, reach, spanning: spanning)
        (shares, shareOfClaim, isExact) = (owners.shares, owners.ofClaim, owners.isExact)
        (edgeLimits, claimLimits) = (reach.edgeLimits, reach.claimLimits)
        for (claim, share) in owners.ofClaim.enumerated() {
            guard let share, owners.shares[share].limit == 0 else { continue }
            claimLimits[claim] = 0
            for edge in reach.edgesOfClaim[claim] { edgeLimits[edge] = 0 }
        }
    }

    var nodeCount: Int { fundCount + claimLimits.count + shares.count + groupCount }

    func node(claim: Int) -> Int { fundCount + claim }

    func node(share: Int) -> Int { fundCount + claimLimits.count + share }

    func node(group: Int) -> Int { fundCount + claimLimits.count + shares.count + group }

    /// Where the arc out of a claim leads: to its owner's share or to its group.
    func next(after claim: Int) -> Int {
        shareOfClaim[claim].map(node(share:)) ?? node(group: groupOfClaim[claim])
    }

    /// The edges over which anything can go.
    var usableEdges: [Int] { edgeLimits.indices.filter { edgeLimits[$0] > 0 } }

    /// The claims that can get anything.
    var usableClaims: [Int] { claimLimits.indices.filter { claimLimits[$0] > 0 } }

    /// All arcs: those of the usable edges, of the usable claims, and of the shares, each in order.
    func arcs(of instance: Instance) -> [Arc] {
        var arcs = usableEdges.map { index in
            let edge = instance.edges[index]
            return Arc(from: edge.fund, to: node(claim: edge.claim), capacity: edgeLimits[index])
        }
        for claim in usableClaims {
            arcs.append(
                Arc(from: node(claim: claim), to: next(after: claim), capacity: claimLimits[claim]))
        }
        for (index, share) in shares.enumerated() {
            arcs.append(Arc(from: node(share: index), to: node(group: share.group), capacity: share.limit))
        }
        return arcs
    }
}
