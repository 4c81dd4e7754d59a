/// Shares a whole number of units in proportion: everyone the whole part, then one each by the largest remainder.
enum LargestRemainder {
    /// The units of each, ties by position; the sum is `units` unless limits forbid it.
    ///
    /// `limits` are the most units of each, at least the whole part of its share.
    static func shares(of units: Int64, by weights: [Int64], limits: [Int64]) -> [Int64] {
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { return weights.map { _ in 0 } }
        var shares = weights.map { Int64(Int128(units) * Int128($0) / total) }
        let rests = weights.map { Int128(units) * Int128($0) % total }
        var left = units - shares.reduce(0, +)
        for index in weights.indices.sorted(by: { (rests[$1], $0) < (rests[$0], $1) })
        where left > 0 && weights[index] > 0 && shares[index] < limits[index] {
            shares[index] += 1
            left -= 1
        }
        return shares
    }
}
