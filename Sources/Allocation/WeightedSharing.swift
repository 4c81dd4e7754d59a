/// Shares a budget by weights: nobody above what is open or above a cap, in whole steps.
///
/// Whoever's share reaches its cap gets the cap, and the rest is shared again; a share below its useful minimum is
/// dropped, the one with the smallest part of its minimum first, and sharing starts anew.
package struct WeightedSharing: Hashable, Sendable {
    /// Who takes part.
    package struct Claim: Hashable, Sendable {
        /// The most that it can take.
        package var open: Int64

        /// The least that is of any use.
        package var least: Int64

        /// How much it counts; positive.
        package var weight: Int64

        /// A claim.
        package init(open: Int64, least: Int64 = 0, weight: Int64) {
            self.open = open
            self.least = least
            self.weight = weight
        }
    }

    /// A claim that was left out, and what it would have got.
    package struct Dropped: Hashable, Sendable {
        /// The position of the claim.
        package let claim: Int

        /// What its share would have been.
        package let wouldGet: Int64
    }

    /// What each claim gets.
    package private(set) var amounts: [Int64]

    /// Who was left out, in the order of leaving.
    package private(set) var dropped: [Dropped] = []

    /// What nobody gets.
    package private(set) var rest: Int64

    /// The shares of `budget` in steps of `step`, none above `cap`.
    ///
    /// Amounts up to 10^12, weights up to 10^6, positive steps; ties by position.
    package init(of budget: Int64, among claims: [Claim], step: Int64, cap: Int64) {
        let caps = claims.map { min($0.open, cap) / step }
        var isIn = claims.map { $0.weight > 0 }
        (amounts, rest) = ([], budget)
        while true {
            amounts = Self.shares(budget / step, claims, caps, isIn).map { $0 * step }
            guard let least = smallest(claims.indices.filter { isIn[$0] }, claims) else { break }
            dropped.append(Dropped(claim: least, wouldGet: amounts[least]))
            isIn[least] = false
        }
        rest -= amounts.reduce(0, +)
    }

    /// Of the claims below their minimum the one with the smallest part of it.
    private func smallest(_ active: [Int], _ claims: [Claim]) -> Int? {
        active.filter { amounts[$0] < claims[$0].least }.min { one, other in
            let left = Int128(amounts[one]) * Int128(claims[other].least)
            let right = Int128(amounts[other]) * Int128(claims[one].least)
            return left == right ? one < other : left < right
        }
    }

    private static func shares(_ units: Int64, _ claims: [Claim], _ caps: [Int64], _ isIn: [Bool]) -> [Int64]
    {
        var shares = claims.map { _ in Int64(0) }
        var (left, active) = (units, claims.indices.filter { isIn[$0] })
        while !active.isEmpty {
            let total = active.reduce(Int128(0)) { $0 + Int128(claims[$1].weight) }
            let full = active.filter { Int128(left) * Int128(claims[$0].weight) >= Int128(caps[$0]) * total }
            if full.isEmpty { break }
            for claim in full { shares[claim] = caps[claim] }
            left -= full.reduce(0) { $0 + caps[$1] }
            active.removeAll { full.contains($0) }
        }
        let rest = LargestRemainder.shares(
            of: left, by: active.map { claims[$0].weight }, limits: active.map { caps[$0] })
        for (claim, share) in zip(active, rest) { shares[claim] = share }
        return shares
    }
}
