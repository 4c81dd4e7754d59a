/// Who gives how much to whom, and how good that is.
package struct Plan: Hashable, Sendable {
    /// An amount from a fund to a claim.
    package struct Line: Hashable, Sendable {
        /// The position of its edge in the instance.
        package let edge: Int

        /// What is given; always positive.
        package let amount: Int64

        /// An amount over an edge.
        package init(edge: Int, amount: Int64) {
            self.edge = edge
            self.amount = amount
        }
    }

    /// How a group fares.
    package struct Coverage: Hashable, Sendable {
        /// What its claims ask for together.
        package let demand: Int64

        /// What they get.
        package let given: Int64

        /// What they should get at least: the kept part of their leximin level, and the floor that was asked for.
        package let floor: Int64

        /// The exact share of the demand that is possible without anyone worse off getting less.
        package let level: Fraction

        /// The share of the demand that is given.
        package var share: Fraction { Fraction(given, demand) }
    }

    /// What sharing can be worth at most when the groups keep a part of their levels.
    package struct Price: Hashable, Sendable {
        /// The part of its level that each group keeps, in ten-thousandths.
        package let fairness: Int64

        /// The bound, in ten-thousandths of a unit.
        package let worth: Int128
    }

    /// A claim that gets nothing, and why.
    package struct Unserved: Hashable, Sendable {
        /// The position of the claim.
        package let claim: Int

        /// What stands in the way.
        package let reason: UnservedReason

        /// A claim and its reason.
        package init(claim: Int, reason: UnservedReason) {
            self.claim = claim
            self.reason = reason
        }
    }

    /// The amounts, in the order of their edges.
    package internal(set) var lines: [Line]

    /// The groups, in their order.
    package internal(set) var groups: [Coverage]

    /// What the lines are worth, in ten-thousandths of a unit.
    package internal(set) var worth: Int128

    /// What no plan with these floors can exceed, in ten-thousandths of a unit.
    package internal(set) var worthBound: Int128

    /// What no plan can raise the worst covered group above.
    package internal(set) var worstLevelBound: Fraction

    /// The part of its level that each group was to keep, in ten-thousandths: less than asked for if floors forbid it.
    package internal(set) var keptFairness: Int64

    /// What fairness costs: the bound without it, with parts of it, and with all of it.
    package internal(set) var prices: [Price]

    /// Claims that get nothing.
    package internal(set) var unserved: [Unserved]

    /// Why groups cannot be covered better, lowest level first.
    package internal(set) var cuts: [Cut]

    /// Why the floors that were asked for cannot be met; there are no lines then.
    package internal(set) var conflict: FloorConflict?

    /// The part of the bound that the plan reaches, in millionths; 1,000,000 when nothing can be reached.
    package var worthShare: Int64 {
        worthBound > 0 ? Int64(worth * 1_000_000 / worthBound) : 1_000_000
    }

    /// The smallest part of its level that a group reaches, in millionths; 1,000,000 when no group can have anything.
    package var worstShare: Int64 {
        groups.filter { $0.level > .zero }.map { group in
            let wanted = Int128(group.demand) * Int128(group.level.numerator)
            return Int64(
                min(Int128(group.given) * Int128(group.level.denominator) * 1_000_000 / wanted, 1_000_000))
        }.min() ?? 1_000_000
    }
}
