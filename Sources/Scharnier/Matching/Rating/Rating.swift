/// What a pair is worth, complete: the parts sum to the whole, to the centipoint.
package struct Rating: Equatable, Sendable {
    /// The six factors, in the order of their codes.
    package let factors: [Factor]

    /// The rules of the city that moved the need, in the order of their codes.
    package let policyFactors: [PolicyFactor]

    /// 0…10,000 centipoints.
    package var fit: Int { factors.reduce(0) { $0 + $1.points } }

    /// −1,500…1,500 centipoints.
    package var policy: Int { policyFactors.reduce(0) { $0 + $1.points } }

    /// Fit and policy; neither cut nor a share of a hundred.
    package var score: Int { fit + policy }

    /// The same with these factors in the place of its own.
    func replacing(_ better: [Factor]) -> Rating {
        Rating(
            factors: factors.map { factor in better.first { $0.code == factor.code } ?? factor },
            policyFactors: policyFactors)
    }

    /// A rating of these parts.
    package init(factors: [Factor], policyFactors: [PolicyFactor]) {
        self.factors = factors
        self.policyFactors = policyFactors
    }
}

/// What of a pair is known from its texts, all in ten-thousandths.
package struct TextEvidence: Equatable, Sendable {
    /// How alike the texts are.
    package var text = 0

    /// How much the need is like what the giver agreed to before.
    package var trackRecord = 0

    /// The topics that the need's text suggests, if it names none.
    package var inferredTopics = CodeMask.none

    /// Nothing known.
    package init() {}

    /// This much.
    package init(text: Int, trackRecord: Int = 0, inferredTopics: CodeMask = .none) {
        self.text = text
        self.trackRecord = trackRecord
        self.inferredTopics = inferredTopics
    }
}

/// Rates pairs by one set of weights on one day.
package struct Rater: Sendable {
    package let weights: WeightSet

    /// The day, as ``Day/number``.
    package let day: Int32

    /// Rates by these weights on this day.
    package init(_ weights: WeightSet, day: Int32) {
        self.weights = weights
        self.day = day
    }

    /// The whole rating of a pair.
    package func rating(of need: AskedProfile, with offer: GivenProfile, _ texts: TextEvidence) -> Rating {
        Rating(
            factors: [
                theme(need, offer, texts.inferredTopics), factor(.text, texts.text, .text),
                targetGroup(need, offer), area(need, offer), amount(need, offer),
                factor(.trackRecord, texts.trackRecord, .accepted),
            ], policyFactors: policy(of: need))
    }

    /// A factor with the weight that it has here.
    func factor(_ code: Factor.Code, _ value: Int, _ source: Factor.Source) -> Factor {
        Factor(code, weight: weights.weight(of: code), value: value, source: source)
    }
}
