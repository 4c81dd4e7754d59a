/// The oracle: linear programs solved exactly, by the plainest simplex method there is (Bland's rule, two phases).
///
/// Shares nothing with the flow algorithms that it judges.
struct LinearProgram {
    /// Rows `coefficients · x ≤ bound`; all variables are at least 0.
    private var rows: [(coefficients: [Ratio], bound: Ratio)] = []
    private let count: Int

    init(variables count: Int) { self.count = count }

    /// Demands that the sum of the variables, each times its factor, is at most `bound`.
    mutating func require(_ factors: [Int: Ratio], atMost bound: Ratio) {
        rows.append(((0..<count).map { factors[$0] ?? .zero }, bound))
    }

    mutating func require(_ factors: [Int: Ratio], atLeast bound: Ratio) {
        require(factors.mapValues { .zero - $0 }, atMost: .zero - bound)
    }

    /// The most that the goal can be; nil if nothing keeps all rows.
    func maximum(of goal: [Int: Ratio]) -> Ratio? {
        var tableau = Tableau(rows, count)
        guard tableau.makeFeasible() else { return nil }
        return tableau.maximum(of: (0..<count).map { goal[$0] ?? .zero })
    }
}

/// A dictionary: basic variables written in those outside the basis.
///
/// Variable `count` is the helper of phase one.
private struct Tableau {
    private var table: [[Ratio]]
    private var bounds: [Ratio]
    private var basis: [Int]
    private let count: Int
    private let width: Int

    init(_ rows: [(coefficients: [Ratio], bound: Ratio)], _ count: Int) {
        self.count = count
        width = count + 1 + rows.count
        table = rows.indices.map { row in
            var line = rows[row].coefficients + [Ratio(-1)]
            line += rows.indices.map { $0 == row ? Ratio(1) : .zero }
            return line
        }
        bounds = rows.map(\.bound)
        basis = rows.indices.map { count + 1 + $0 }
    }

    mutating func makeFeasible() -> Bool {
        guard let row = bounds.indices.min(by: { bounds[$0] < bounds[$1] }), bounds[row] < .zero else {
            return true
        }
        pivot(row: row, column: count)
        var goal = [Ratio](repeating: .zero, count: width)
        goal[count] = Ratio(-1)
        guard run(goal, without: nil) == .zero else { return false }
        if let row = basis.firstIndex(of: count) {
            if let column = (0..<width).first(where: { $0 != count && table[row][$0] != .zero }) {
                pivot(row: row, column: column)
            }
        }
        return true
    }

    mutating func maximum(of goal: [Ratio]) -> Ratio {
        run(goal + [Ratio](repeating: .zero, count: width - count), without: count)
    }

    private mutating func run(_ goal: [Ratio], without barred: Int?) -> Ratio {
        while true {
            let column = (0..<width).first { column in
                column != barred && !basis.contains(column) && gain(column, goal) > .zero
            }
            guard let column else {
                return basis.indices.reduce(Ratio.zero) { $0 + goal[basis[$1]] * bounds[$1] }
            }
            let rows = table.indices.filter { table[$0][column] > .zero }
            let row = rows.min { one, other in
                let (left, right) = (bounds[one] / table[one][column], bounds[other] / table[other][column])
                return left == right ? basis[one] < basis[other] : left < right
            }
            guard let row else { preconditionFailure("unbounded") }
            pivot(row: row, column: column)
        }
    }

    private func gain(_ column: Int, _ goal: [Ratio]) -> Ratio {
        basis.indices.reduce(goal[column]) { $0 - goal[basis[$1]] * table[$1][column] }
    }

    private mutating func pivot(row: Int, column: Int) {
        let factor = table[row][column]
        for index in table[row].indices { table[row][index] = table[row][index] / factor }
        bounds[row] = bounds[row] / factor
        for other in table.indices where other != row && table[other][column] != .zero {
            let times = table[other][column]
            for index in table[other].indices {
                table[other][index] = table[other][index] - times * table[row][index]
            }
            bounds[other] = bounds[other] - times * bounds[row]
        }
        basis[row] = column
    }
}
