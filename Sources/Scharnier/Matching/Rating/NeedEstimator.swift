import TextRank

/// Estimates needs for an offer: all of the rating but the letter groups, for which shared stems stand in.
///
/// Topics, target groups and places are rated once for all needs that have the same; amount and the rules of the city
/// only for needs that may still be among the best.
package struct NeedEstimator: Estimator {
    private let rater: Rater
    private let offer: GivenProfile

    /// The points of shared stems, by their sum in quarters.
    private let texts: [Int32]

    /// The points of each pattern of the segment.
    private var topics: [Int32] = []
    private var groups: [Int32] = []
    private var places: [Int32] = []

    /// What amount and the rules of the city can add at most, by ``AskedColumns/Drive``.
    private let slacks: [Int32]

    /// Estimates for this offer; needs of other kinds are out of the question.
    package init(_ rater: Rater, for offer: GivenProfile) {
        self.rater = rater
        self.offer = offer
        texts = (0..<Self.mostQuarters).map { quarters in
            let stems = rater.weights.stemValue(of: UInt32(quarters) << Self.quarterBits)
            return Int32(rater.factor(.text, stems, .text).points)
        }
        let amount = rater.weights.weight(of: Factor.Code.amount)
        slacks = (0..<AskedColumns.Drive.count).map { drive in
            Int32(amount + AskedColumns.Drive(rawValue: UInt8(drive)).mostPoints(rater))
        }
    }

    package mutating func begin(_ columns: AskedColumns) {
        topics = columns.topicPatterns.map { Int32(rater.theme($0, offer.topics).points) }
        groups = columns.groupPatterns.map { Int32(rater.targetGroup($0.profile, offer).points) }
        places = columns.placePatterns.map { Int32(rater.area($0.profile, offer).points) }
    }

    package mutating func estimate(
        _ records: [AskedRecord], _ columns: AskedColumns, _ range: Range<Int>, _ sums: [UInt32],
        atLeast threshold: Int32, into estimates: inout [Int32]
    ) {
        // Kept apart from the members, which the compiler would have to look up again for each need.
        let (kinds, topicColumn, groupColumn, placeColumn) = (
            columns.kinds, columns.topics, columns.groups, columns.places
        )
        let (texts, topics, groups, places) = (texts, topics, groups, places)
        let (slacks, drives) = (slacks, columns.drives)
        let wanted = offer.kinds | AskedColumns.several
        for place in range {
            let kind = kinds[place] & wanted
            guard kind != 0 else { continue }
            let text = texts[min(Int(sums[place] >> Self.quarterBits), Self.mostQuarters - 1)]
            if kind & AskedColumns.several != 0 {
                estimates[place - range.lowerBound] = several(records[place], text)
                continue
            }
            let known =
                topics[Int(topicColumn[place])] + groups[Int(groupColumn[place])]
                + places[Int(placeColumn[place])] + text
            guard known + slacks[Int(drives[place])] >= threshold else { continue }
            estimates[place - range.lowerBound] = known + rest(of: records[place].first)
        }
    }

    /// The estimate of a need by the best of its lines that the offer could serve.
    private func several(_ record: AskedRecord, _ text: Int32) -> Int32 {
        var best = Int32.min
        for line in [record.first] + record.others where line.kinds & offer.kinds != 0 {
            let known = rater.score(of: line, with: offer, text: 0)
            best = max(best, Int32(known) + text)
        }
        return best
    }

    /// What differs from need to need.
    private func rest(of need: AskedProfile) -> Int32 {
        Int32(truncatingIfNeeded: rater.amount(need, offer).points + rater.movement(of: need))
    }

    /// A quarter in ``Relevance/sum``; sums from 256 on are as good as each other.
    private static let quarterBits: UInt32 = 12
    private static let mostQuarters = 1_024
}
