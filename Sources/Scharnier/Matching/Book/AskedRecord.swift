import TextRank

/// A need in the index: the numbers of each of its open lines.
package struct AskedRecord: Equatable, IndexRecord {
    package let first: AskedProfile

    /// The lines behind the first; most needs have none.
    let others: [AskedProfile]

    /// The kinds of all lines.
    let kinds: UInt16

    /// A need of these lines; nil if there is none.
    package init?(_ lines: [AskedProfile]) {
        guard let first = lines.first else { return nil }
        self.first = first
        others = Array(lines.dropFirst())
        kinds = lines.reduce(0) { $0 | $1.kinds }
    }

    /// A need of one line.
    package init(_ line: AskedProfile) {
        (first, others, kinds) = (line, [], line.kinds)
    }

    package static func columns(of records: [AskedRecord]) -> AskedColumns { AskedColumns(records) }

    /// The most points that one of its lines can come to with an offer; nil if none is of a kind that it serves.
    func mostPoints(_ rater: Rater, with offer: GivenProfile, text: TextEvidence) -> Int? {
        var best: Int?
        for line in [first] + others where line.kinds & offer.kinds != 0 {
            best = max(best ?? .min, rater.score(of: line, with: offer, text))
        }
        return best
    }
}

/// Estimates offers for all lines of a need by the best of them.
struct LinesEstimator: Estimator {
    private let rater: Rater
    private let lines: [AskedProfile]

    /// Estimates for these lines.
    init(_ rater: Rater, for lines: [AskedProfile]) {
        (self.rater, self.lines) = (rater, lines)
    }

    mutating func estimate(
        _ records: [GivenProfile], _ columns: NoColumns, _ range: Range<Int>, _ sums: [UInt32],
        atLeast threshold: Int32, into estimates: inout [Int32]
    ) {
        for line in lines {
            for place in range where line.kinds & records[place].kinds != 0 {
                let stems = TextEvidence(text: rater.weights.stemValue(of: sums[place]))
                let score = Int32(truncatingIfNeeded: rater.score(of: line, with: records[place], stems))
                estimates[place - range.lowerBound] = max(estimates[place - range.lowerBound], score)
            }
        }
    }
}

/// Lets everything through: for lists of all pairs.
struct EqualEstimator<Record: IndexRecord>: Estimator {
    mutating func estimate(
        _ records: [Record], _ columns: Record.Columns, _ range: Range<Int>, _ sums: [UInt32],
        atLeast threshold: Int32, into estimates: inout [Int32]
    ) {
        for place in 0..<range.count { estimates[place] = 0 }
    }
}
