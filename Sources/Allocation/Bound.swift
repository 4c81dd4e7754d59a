/// What sharing can be worth at most, with the prices that prove it.
struct Bound: Sendable {
    /// The network that the prices belong to.
    let layout: Layout

    /// What each group gets at least.
    let floors: [Int64]

    /// A price for each node of the network.
    let potentials: [Int64]

    /// The bound, in ten-thousandths of a unit.
    let worth: Int128

    /// The bound that prices prove, whatever they are: by weak duality no flow is worth more.
    ///
    /// A fund earns its price for each unit, an arc what its worth exceeds the difference of prices by; a floor costs
    /// what its group's price is.
    static func proven(
        by potentials: [Int64], floors: [Int64], _ instance: Instance, _ layout: Layout
    ) -> Int128 {
        var sum: Int128 = 0
        for (fund, value) in instance.funds.enumerated() {
            sum += Int128(value.budget) * Int128(max(0, potentials[fund]))
        }
        let usable = layout.usableEdges
        for (index, arc) in layout.arcs(of: instance).enumerated() {
            let worth = index < usable.count ? instance.edges[usable[index]].worth : 0
            let fund = arc.from < instance.funds.count
            let price = fund ? max(0, potentials[arc.from]) : potentials[arc.from]
            sum += Int128(arc.capacity) * Int128(max(0, worth - price + potentials[arc.to]))
        }
        for (group, floor) in floors.enumerated() {
            let price = potentials[layout.node(group: group)]
            let most = price < 0 ? instance.mostDemand : floor
            sum -= Int128(most) * Int128(price)
        }
        return sum
    }
}

extension Instance {
    /// More than any group can take.
    fileprivate var mostDemand: Int64 { claims.reduce(0) { $0 + $1.cap } }
}
