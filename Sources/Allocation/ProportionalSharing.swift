/// Shares a budget in proportion to what is open.
package enum ProportionalSharing {
    /// What each gets of `budget`, in steps, ties by position; all that is open, if it suffices for everyone.
    ///
    /// Amounts up to 10^12, positive steps.
    package static func amounts(of budget: Int64, among open: [Int64], step: Int64) -> [Int64] {
        guard open.reduce(0, +) > budget else { return open }
        return LargestRemainder.shares(of: budget / step, by: open, limits: open.map { $0 / step }).map {
            $0 * step
        }
    }
}

/// Raises what is funded least, in proportion to its goal, until a budget is spent.
package enum RatioSharing {
    /// A goal, and what there is of it.
    package struct Goal: Hashable, Sendable {
        /// What is wanted; positive.
        package var wanted: Int64

        /// What is there already.
        package var has: Int64

        /// A goal.
        package init(wanted: Int64, has: Int64) {
            self.wanted = wanted
            self.has = has
        }

        /// Whether less of this goal is there than of another; exact.
        fileprivate func isBelow(_ other: Goal) -> Bool {
            Int128(has) * Int128(other.wanted) < Int128(other.has) * Int128(wanted)
        }
    }

    /// What each goal gets: all raised goals end at one common ratio, at most 1; whole units, then by largest fraction.
    ///
    /// Amounts up to 10^12; ties by position.
    package static func amounts(of budget: Int64, among goals: [Goal]) -> [Int64] {
        let gaps = goals.map { max(0, $0.wanted - $0.has) }
        guard gaps.reduce(0, +) > budget else { return gaps }
        let (raised, sum, total) = raised(by: budget, goals)
        var amounts = goals.map { _ in Int64(0) }
        var fractions: [(rest: Int128, goal: Int)] = []
        for goal in raised {
            let parts = sum * Int128(goals[goal].wanted) - Int128(goals[goal].has) * total
            amounts[goal] = Int64(parts / total)
            fractions.append((parts % total, goal))
        }
        let left = Int(budget - amounts.reduce(0, +))
        for entry in fractions.sorted(by: { ($1.rest, $0.goal) < ($0.rest, $1.goal) }).prefix(left) {
            amounts[entry.goal] += 1
        }
        return amounts
    }

    /// The goals below the common ratio, which is `sum` over `total`.
    private static func raised(
        by budget: Int64, _ goals: [Goal]
    ) -> (goals: [Int], sum: Int128, total: Int128) {
        let order = goals.indices.sorted { goals[$0].isBelow(goals[$1]) }
        var (count, sum, total) = (0, Int128(budget), Int128(0))
        // The next goal is raised as long as its own ratio is below the one of those before it.
        while count < order.count,
            total == 0 || Int128(goals[order[count]].has) * total < sum * Int128(goals[order[count]].wanted)
        {
            sum += Int128(goals[order[count]].has)
            total += Int128(goals[order[count]].wanted)
            count += 1
        }
        return (Array(order.prefix(count)), sum, total)
    }
}

/// How unequal amounts are.
package enum Concentration {
    /// The sum of squared shares in ten-thousandths, rounded down: 10,000 for one line alone; 0 for none.
    package static func of(_ amounts: [Int64]) -> Int64 {
        let sum = amounts.reduce(Int128(0)) { $0 + Int128($1) }
        guard sum > 0 else { return 0 }
        let squares = amounts.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
        return Int64(squares * 10_000 / (sum * sum))
    }
}
