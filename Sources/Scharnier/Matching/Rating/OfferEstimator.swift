package import TextRank

/// Estimates offers for a need, as ``NeedEstimator`` does the other way round; there are far fewer of them.
package struct OfferEstimator: Estimator {
    private let rater: Rater
    private let need: AskedProfile

    /// Estimates for this need; offers of other kinds are out of the question.
    package init(_ rater: Rater, for need: AskedProfile) {
        self.rater = rater
        self.need = need
    }

    package mutating func estimate(
        _ records: [GivenProfile], _ columns: NoColumns, _ range: Range<Int>, _ sums: [UInt32],
        atLeast threshold: Int32, into estimates: inout [Int32]
    ) {
        for place in range where need.kinds & records[place].kinds != 0 {
            let stems = rater.weights.stemValue(of: sums[place])
            let score = rater.score(of: need, with: records[place], text: stems)
            estimates[place - range.lowerBound] = Int32(truncatingIfNeeded: score)
        }
    }
}

extension Rater {
    /// The score of a pair with this text value and nothing agreed before, without a list of its parts.
    package func score(of need: AskedProfile, with offer: GivenProfile, text: Int) -> Int {
        score(of: need, with: offer, TextEvidence(text: text))
    }

    /// The score of a pair, without a list of its parts.
    func score(of need: AskedProfile, with offer: GivenProfile, _ texts: TextEvidence) -> Int {
        theme(need, offer, texts.inferredTopics).points + targetGroup(need, offer).points
            + area(need, offer).points + amount(need, offer).points
            + factor(.text, texts.text, .text).points
            + factor(.trackRecord, texts.trackRecord, .accepted).points + movement(of: need)
    }
}
