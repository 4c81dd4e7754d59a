import TextRank

/// Estimates needs for an offer: all of the rating but the letter groups, for which shared stems stand in.
///
/// What costs little comes first; what takes longer is only worked out for needs that may still be among the best.
package struct NeedEstimator: Estimator {
    private let rater: Rater
    let offer: GivenProfile
    private let themes: PointTable
    private let groups: PointTable

    /// The points of shared stems, by their sum in quarters.
    private let texts: [Int32]
    private let areaWeight: Int

    /// What area, amount and the rules of the city can add at most.
    private let slack: Int

    /// Estimates for this offer; needs of other kinds are out of the question.
    package init(_ rater: Rater, for offer: GivenProfile) {
        self.rater = rater
        self.offer = offer
        themes = PointTable(offer.topics) { hits, count in
            rater.theme(count, offer.topics.count, hits)
        }
        groups = PointTable(offer.targetGroups) { hits, count in
            rater.targetGroup(count, offer.targetGroups.count, hits)
        }
        texts = (0..<Self.mostQuarters).map { quarters in
            let stems = rater.weights.stemValue(of: UInt32(quarters) << Self.quarterBits)
            return Int32(rater.factor(.text, stems, .text).points)
        }
        areaWeight = rater.weights.weight(of: Factor.Code.area)
        slack =
            areaWeight + rater.weights.weight(of: Factor.Code.amount)
            + 100 * WeightSet.mostForPolicy
    }

    package mutating func estimate(
        _ records: [AskedProfile], _ range: Range<Int>, _ sums: [UInt32], atLeast threshold: Int32,
        into estimates: inout [Int32]
    ) {
        for place in range where records[place].kinds & offer.kinds != 0 {
            let points = points(of: records[place], sums[place], atLeast: Int(threshold))
            if let points { estimates[place - range.lowerBound] = Int32(truncatingIfNeeded: points) }
        }
    }

    /// The estimate of one need; nil if it is certainly below `threshold`.
    @inline(__always)
    func points(of need: AskedProfile, _ sum: UInt32, atLeast threshold: Int) -> Int? {
        let known = quickPoints(of: need, sum)
        guard known >= threshold - slack else { return nil }
        let more = known + rater.amount(need, offer).points + rater.movement(of: need)
        guard more + areaWeight >= threshold else { return nil }
        return more + rater.area(need, offer).points
    }

    /// The points of topics, target groups and stems.
    @inline(__always)
    private func quickPoints(of need: AskedProfile, _ sum: UInt32) -> Int {
        let group =
            offer.isWork
            ? rater.targetGroup(need, offer).points : groups.points(of: need.targetGroups)
        let quarters = min(Int(sum >> Self.quarterBits), Self.mostQuarters - 1)
        return themes.points(of: need.topics) + group + Int(texts[quarters])
    }

    /// A quarter in ``Relevance/sum``; sums from 256 on are as good as each other.
    private static let quarterBits: UInt32 = 12
    private static let mostQuarters = 1_024
}
