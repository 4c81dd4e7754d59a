import TextRank

/// A need in the index: the numbers of each of its open lines.
struct AskedRecord: Equatable, Sendable {
    let first: AskedProfile

    /// The lines behind the first; most needs have none.
    let others: [AskedProfile]

    /// The kinds of all lines.
    let kinds: UInt16

    /// Nil for a need without lines.
    init?(_ lines: [AskedProfile]) {
        guard let first = lines.first else { return nil }
        self.first = first
        others = Array(lines.dropFirst())
        kinds = lines.reduce(0) { $0 | $1.kinds }
    }

    /// The most points that one of its lines can come to with an offer; nil if none is of a kind that it serves.
    func mostPoints(_ rater: Rater, with offer: GivenProfile, text: TextEvidence) -> Int? {
        var best: Int?
        for line in [first] + others where line.kinds & offer.kinds != 0 {
            best = max(best ?? .min, rater.score(of: line, with: offer, text))
        }
        return best
    }
}

/// Estimates needs for an offer by their best lines.
struct AskedRecordEstimator: Estimator {
    private let lines: NeedEstimator

    /// Estimates for this offer.
    init(_ rater: Rater, for offer: GivenProfile) {
        lines = NeedEstimator(rater, for: offer)
    }

    mutating func estimate(
        _ records: [AskedRecord], _ range: Range<Int>, _ sums: [UInt32], atLeast threshold: Int32,
        into estimates: inout [Int32]
    ) {
        let kinds = lines.offer.kinds
        for place in range where records[place].kinds & kinds != 0 {
            var best: Int?
            if records[place].first.kinds & kinds != 0 {
                best = lines.points(of: records[place].first, sums[place], atLeast: Int(threshold))
            }
            for line in records[place].others where line.kinds & kinds != 0 {
                guard let points = lines.points(of: line, sums[place], atLeast: Int(threshold)) else {
                    continue
                }
                best = max(best ?? .min, points)
            }
            if let best { estimates[place - range.lowerBound] = Int32(truncatingIfNeeded: best) }
        }
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
        _ records: [GivenProfile], _ range: Range<Int>, _ sums: [UInt32], atLeast threshold: Int32,
        into estimates: inout [Int32]
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
struct EqualEstimator<Record: Sendable>: Estimator {
    mutating func estimate(
        _ records: [Record], _ range: Range<Int>, _ sums: [UInt32], atLeast threshold: Int32,
        into estimates: inout [Int32]
    ) {
        for place in 0..<range.count { estimates[place] = 0 }
    }
}
