/// What is wrong with a plan.
package enum Finding: Hashable, Sendable {
    /// A line without an edge, twice over one, or out of order.
    case strangeLine(at: Int)
    /// Less than the fund gives or more than it does, to one claim.
    case grantOutOfBounds(line: Int)
    case overBudget(fund: Int)
    case overCap(claim: Int)
    case belowLeastUseful(claim: Int)
    case tooManyFunds(claim: Int)
    case overOwnerLimit(owner: Int)
    /// A figure that is not what the lines say.
    case wrongCoverage(group: Int)
    case wrongWorth
    /// A bound below the worth, or one that its prices do not prove.
    case wrongBound
    /// A cut that leaves a way around it, or whose parts do not add up to the level.
    case openCut(at: Int)
    case wrongLevel(group: Int)
    /// A claim that is both served and unserved, or neither.
    case wrongUnserved(claim: Int)
}
