import Glibc

/// How good the beginning of a list is (Järvelin and Kekäläinen, "Cumulated gain-based evaluation", 2002).
package enum Gain {
    /// The discounted gain of the first `depth` entries, divided by that of the best order: 0…1.
    ///
    /// Nil if nothing is relevant: such a query says nothing about any order.
    package static func normalized(_ relevances: [Int], all: [Int], depth: Int = 10) -> Double? {
        let ideal = discounted(all.sorted(by: >), depth)
        return ideal == 0 ? nil : discounted(relevances, depth) / ideal
    }

    /// Σ (2^relevance − 1) / log2(rank + 1).
    private static func discounted(_ relevances: [Int], _ depth: Int) -> Double {
        relevances.prefix(depth).enumerated().reduce(0) { sum, entry in
            sum + (exp2(Double(entry.element)) - 1) / log2(Double(entry.offset) + 2)
        }
    }
}
