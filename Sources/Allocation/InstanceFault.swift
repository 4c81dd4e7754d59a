/// Why an instance is none.
package enum InstanceFault: Error, Hashable, Sendable {
    /// There is nothing to give, or nobody who asks.
    case empty(Part)

    /// More of a part than can be planned.
    case tooMany(Part, count: Int, limit: Int)

    /// A number outside its bounds, or a reference to what is not there.
    case outOfBounds(Part, at: Int)

    /// Numbers that exclude each other: a least amount above the most.
    case contradiction(Part, at: Int)

    /// The same pair twice.
    case repeatedEdge(at: Int)

    /// The parts of an instance.
    package enum Part: Hashable, Sendable { case funds, claims, edges, groups, owners, rules }
}

extension Instance {
    /// The largest amount; sums of 10,000 of them fit 64 bits, and times a worth they fit 128.
    package static let mostAmount: Int64 = 1_000_000_000_000

    /// The most funds of one plan.
    package static let mostFundsPlanned = 1_000

    /// The most claims of one plan.
    package static let mostClaims = 10_000

    /// The most pairs of one plan.
    package static let mostEdges = 1_000_000

    /// The largest worth of a unit: 100 in ten-thousandths.
    package static let mostWorth: Int64 = 1_000_000

    /// Checks every number and every reference.
    ///
    /// - Throws: ``InstanceFault``, the first in the order of the parts.
    package func check() throws(InstanceFault) {
        try checkCounts()
        try checkFunds()
        try checkClaims()
        try checkEdges()
        try Self.checkAll(groupFloors, .groups) { (0...10_000).contains($0) }
        try Self.checkAll(ownerLimits, .owners) { (0...Self.mostAmount * 1_000).contains($0) }
        guard (1...100).contains(mostFunds) else { throw .outOfBounds(.rules, at: 0) }
        guard (0...10_000).contains(fairness) else { throw .outOfBounds(.rules, at: 1) }
    }

    private func checkCounts() throws(InstanceFault) {
        if funds.isEmpty { throw .empty(.funds) }
        if claims.isEmpty { throw .empty(.claims) }
        for (part, count, limit) in [
            (InstanceFault.Part.funds, funds.count, Self.mostFundsPlanned),
            (.claims, claims.count, Self.mostClaims), (.edges, edges.count, Self.mostEdges),
            (.groups, groupFloors.count, Self.mostClaims), (.owners, ownerLimits.count, Self.mostClaims),
        ] where count > limit {
            throw .tooMany(part, count: count, limit: limit)
        }
    }

    private func checkFunds() throws(InstanceFault) {
        let amounts = 0...Self.mostAmount
        try Self.checkAll(funds, .funds) { fund in
            amounts.contains(fund.budget) && amounts.contains(fund.minimumGrant)
                && amounts.contains(fund.maximumGrant)
        }
        if let index = funds.firstIndex(where: { $0.minimumGrant > $0.maximumGrant }) {
            throw .contradiction(.funds, at: index)
        }
    }

    private func checkClaims() throws(InstanceFault) {
        try Self.checkAll(claims, .claims) { claim in
            groupFloors.indices.contains(claim.group) && ownerLimits.indices.contains(claim.owner)
                && (1...Self.mostAmount).contains(claim.cap)
                && (0...Self.mostAmount).contains(claim.leastUseful)
        }
        if let index = claims.firstIndex(where: { $0.leastUseful > $0.cap }) {
            throw .contradiction(.claims, at: index)
        }
    }

    private func checkEdges() throws(InstanceFault) {
        try Self.checkAll(edges, .edges) { edge in
            funds.indices.contains(edge.fund) && claims.indices.contains(edge.claim)
                && (0...Self.mostWorth).contains(edge.worth)
        }
        var seen = Set<Int>()
        for (index, edge) in edges.enumerated()
        where !seen.insert(edge.claim * funds.count + edge.fund).inserted {
            throw .repeatedEdge(at: index)
        }
    }

    private static func checkAll<Element>(
        _ all: [Element], _ part: InstanceFault.Part, _ isGood: (Element) -> Bool
    ) throws(InstanceFault) {
        if let index = all.firstIndex(where: { !isGood($0) }) { throw .outOfBounds(part, at: index) }
    }
}
