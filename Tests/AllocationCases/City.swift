package import Allocation

/// Instances like a city's: groups of all sizes, owners of all sizes, funds that give only in some groups.
package enum City {
    /// A city with as many claims and funds as asked for; the same seed gives the same city.
    package static func instance(claims: Int, funds: Int, local: Int = 75, seed: UInt64) -> Instance {
        var dice = Dice(seed: seed)
        let groups = max(3, min(60, claims / 50))
        let owners = max(3, claims / 3)
        var instance = Instance(
            funds: [], claims: [], edges: [], groupFloors: Array(repeating: 0, count: groups),
            ownerLimits: [])
        let burdens = (0..<groups).map { _ in dice.roll(0...10_000) }
        let homes = (0..<owners).map { _ in skewed(groups, &dice) }
        let sizes = (0..<owners).map { _ in [60_000, 250_000, 900_000][skewed(3, &dice)] }
        let claimThemes = (0..<claims).map { _ in themes(1...2, &dice) }
        var urgencies: [Int] = []
        for _ in 0..<claims {
            let owner = skewed(owners, &dice)
            let group = dice.happens(85) ? homes[owner] : skewed(groups, &dice)
            let cap = dice.amount(around: Int64(sizes[owner]))
            let least = dice.happens(60) ? cap * Int64(dice.roll(10...80)) / 100 : 0
            instance.claims.append(Claim(group: group, owner: owner, cap: cap, leastUseful: least))
            urgencies.append([10_000, 11_500, 13_000, 15_000][skewed(4, &dice)])
        }
        let demand = instance.claims.reduce(0) { $0 + $1.cap }
        for fund in 0..<funds {
            let budget = dice.amount(around: demand / Int64(funds) / 2)
            let most = dice.happens(50) ? Instance.mostAmount : budget * Int64(dice.roll(15...60)) / 100
            let least = min(
                most, dice.happens(60) ? Int64([10_000, 25_000, 50_000, 100_000][dice.roll(0...3)]) : 0)
            instance.funds.append(Fund(budget: budget, minimumGrant: least, maximumGrant: most))
            let places: Set<Int>? =
                dice.happens(100 - local)
                ? nil : Set((0...dice.roll(0...3)).map { _ in dice.roll(0...groups - 1) })
            let wanted = themes(1...4, &dice)
            for (index, claim) in instance.claims.enumerated()
            where places?.contains(claim.group) ?? true && !wanted.isDisjoint(with: claimThemes[index]) {
                let worth =
                    urgencies[index] * (5_000 + burdens[claim.group]) / 10_000 * dice.roll(30...100) / 100
                instance.edges.append(Edge(fund: fund, claim: index, worth: Int64(worth)))
            }
        }
        let budgets = instance.funds.reduce(0) { $0 + $1.budget }
        instance.ownerLimits = Array(repeating: budgets * 5 / 100, count: owners)
        return instance
    }

    /// A number below `count`, the small ones more often.
    private static func skewed(_ count: Int, _ dice: inout Dice) -> Int {
        min(dice.roll(0...count - 1), dice.roll(0...count - 1))
    }

    private static func themes(_ counts: ClosedRange<Int>, _ dice: inout Dice) -> Set<Int> {
        Set((0..<dice.roll(counts)).map { _ in dice.roll(0...11) })
    }
}
