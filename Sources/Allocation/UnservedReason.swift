/// Why a claim gets nothing.
package enum UnservedReason: Hashable, Sendable {
    /// No fund may give to it.
    case noEligibleFund

    /// The funds that may give to it have nothing left.
    case budgetsSpent

    /// Its group has all that it can get: the cut at this position of the plan says what stands in the way.
    case groupCut(Int)

    /// What its funds have left, together, is less than its least useful amount.
    case belowLeastUseful(left: Int64)

    /// Its funds have something left, each less than the least that it gives.
    case belowMinimumGrant(left: Int64)

    /// More funds than allowed would have to give; the allowed number reaches this much.
    case tooManyFunds(reached: Int64)

    /// The floors that were asked for exclude each other, so that nobody gets anything.
    case floorConflict

    /// Its owner may get no more than what is left here, which is less than what the claim needs.
    case ownerLimit(needed: Int64, left: Int64)
}
