/// From the relaxed optimum to the best whole amounts that a fixed number of steps finds.
struct Improvement {
    /// Groups below this many thousandths of their floors are given another chance.
    private static let goodEnough: Int64 = 985

    /// Further roundings at most.
    private static let passes = 4

    private let floors: [Int64]
    private var rounding: Rounding

    /// The best draft that is found for the floors, starting from `solution`.
    static func draft(
        _ relaxation: Relaxation, _ reach: Reach, floors: [Int64], from solution: Relaxation.Solution
    ) -> Draft {
        var improvement = Improvement(
            floors: floors, rounding: Rounding(relaxation, reach, floors: floors, from: solution))
        return improvement.best(from: solution)
    }

    private mutating func best(from solution: Relaxation.Solution) -> Draft {
        var best = improved(rounding.draft(of: solution))
        for _ in 0..<Self.passes {
            let low = Set(floors.indices.filter { best.groupSums[$0] * 1_000 / Self.goodEnough < floors[$0] })
            if low.isEmpty { break }
            let next = improved(rounding.draft(of: best, reopening: low))
            if !isBetter(next, best) { break }
            best = next
        }
        return best
    }

    private func improved(_ draft: Draft) -> Draft {
        var exchange = Exchange(Filling.filled(draft, floors: floors), floors: floors)
        exchange.raiseGroups()
        return Filling.filled(exchange.draft, floors: floors)
    }

    /// Whether the group furthest below its floor is less far below, or else the worth is more.
    private func isBetter(_ one: Draft, _ other: Draft) -> Bool {
        let (left, right) = (worstShare(of: one), worstShare(of: other))
        return left == right ? one.worth > other.worth : left > right
    }

    private func worstShare(of draft: Draft) -> Fraction {
        floors.indices.reduce(Fraction.one) { worst, group in
            guard floors[group] > 0 else { return worst }
            return min(worst, Fraction(draft.groupSums[group], floors[group]))
        }
    }
}
