/// The weights and parameters of one rule version (domain.md §4.4), immutable from its first day on.
package struct MatchingRules: Equatable, Sendable {
    package let version: String

    /// The first day on which it is in force.
    package let validFrom: Day

    /// Of the components of domain.md §7.3; empty where ``weightSet`` rates instead.
    package let weights: [Component.Code: Int64]

    /// The indicators of the disadvantage index.
    package let indicators: [String]

    /// The numbers by which pairs are rated as in matching.md §3 and §4; nil for the components of domain.md §7.3.
    package let weightSet: WeightSet?

    /// The components of domain.md §7.3, in its order.
    package static let codes: [Component.Code] = [
        .fit, .area, .urgency, .disadvantage, .topic, .coverage, .freshness,
    ]

    /// - Precondition: none; ``isSound`` tells whether the weights sum to 100.
    package init(
        version: String, validFrom: Day, weights: [Component.Code: Int64], indicators: [String],
        weightSet: WeightSet? = nil
    ) {
        self.version = version
        self.validFrom = validFrom
        self.weights = weights
        self.indicators = indicators
        self.weightSet = weightSet
    }

    /// Whether every component has a weight, none is negative, and they sum to 100 (F-51).
    package var isSound: Bool {
        if let weightSet { return weightSet.faults.isEmpty }
        return Self.codes.allSatisfy { (weights[$0] ?? -1) >= 0 } && weights.values.reduce(0, +) == 100
    }

    /// What every suggestion carries: the version, and the set of weights where there is one.
    package var model: String { weightSet.map { "\(version)/\($0.id)" } ?? version }

    /// The weight of one component; 0 if the rules do not know it.
    func weight(_ code: Component.Code) -> Int64 { weights[code] ?? 0 }
}

extension MatchingRules {
    /// The rules of domain.md §7.3 and §11.2, in force from 2026-01-01.
    package static let version2026 = MatchingRules(
        version: "2026.1",
        validFrom: Day(number: 20_454),
        weights: [
            .fit: 30, .area: 20, .urgency: 15, .disadvantage: 15, .topic: 10, .coverage: 5, .freshness: 5,
        ],
        indicators: ["sgb2_share", "children_sgb2_share", "employment_share", "income_index"])

    /// The rules of matching.md §3 and §4, in force from 2026-11-01; the gates are those of 2026.1.
    package static let version2026b = MatchingRules(
        version: "2026.2", validFrom: Day(number: 20_758), weights: [:], indicators: version2026.indicators,
        weightSet: .standard)

    /// Every version, the oldest first.
    package static let all: [MatchingRules] = [version2026, version2026b]

    /// The version in force on `day`: the latest that is valid by then; before all of them, the first.
    package static func inForce(on day: Day) -> MatchingRules {
        all.last { $0.validFrom <= day } ?? version2026
    }

    /// The version with this name.
    package static func named(_ version: String) -> MatchingRules? { all.first { $0.version == version } }
}
