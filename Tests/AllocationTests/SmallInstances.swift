import Allocation
import AllocationCases

/// Instances small enough to try everything.
enum SmallInstances {
    /// Up to 6 claims and 4 funds; with `hard` also least amounts, few funds per claim and limits of owners.
    static func instance(seed: UInt64, hard: Bool, limited: Bool = false) -> Instance {
        var dice = Dice(seed: seed)
        let (claims, funds, groups) = (dice.roll(2...6), dice.roll(1...4), dice.roll(1...3))
        let edgePercent = dice.roll(30...90)
        var edges: [Edge] = []
        for claim in 0..<claims {
            for fund in 0..<funds where dice.happens(edgePercent) {
                edges.append(Edge(fund: fund, claim: claim, worth: Int64(dice.roll(1...20))))
            }
        }
        var instance = Instance(
            funds: (0..<funds).map { _ in
                let (budget, least) = (Int64(dice.roll(1...8)), hard ? Int64(dice.roll(0...2)) : 0)
                return Fund(budget: budget, minimumGrant: least, maximumGrant: Int64(dice.roll(2...8)))
            },
            claims: (0..<claims).map { _ in
                let cap = Int64(dice.roll(1...5))
                let least = hard ? min(cap, Int64(dice.roll(0...3))) : 0
                return Claim(
                    group: dice.roll(0...groups - 1), owner: dice.roll(0...2), cap: cap, leastUseful: least)
            },
            edges: edges, groupFloors: Array(repeating: 0, count: groups),
            ownerLimits: (0..<3).map { _ in limited ? Int64(dice.roll(2...8)) : 1_000 })
        instance.mostFunds = hard ? dice.roll(1...2) : 4
        return instance
    }
}
