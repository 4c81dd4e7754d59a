/// The weights and parameters of one rule version (domain.md §4.4), immutable from its first day on.
package struct MatchingRules: Equatable, Sendable {
    package let version: String

    /// The first day on which it is in force.
    package let validFrom: Day
    package let weights: [Component.Code: Int64]

    /// The indicators of the disadvantage index.
    package let indicators: [String]

    /// - Precondition: none; ``isSound`` tells whether the weights sum to 100.
    package init(version: String, validFrom: Day, weights: [Component.Code: Int64], indicators: [String]) {
        self.version = version
        self.validFrom = validFrom
        self.weights = weights
        self.indicators = indicators
    }

    /// Whether every component has a weight, none is negative, and they sum to 100 (F-51).
    package var isSound: Bool {
        Component.Code.allCases.allSatisfy { (weights[$0] ?? -1) >= 0 } && weights.values.reduce(0, +) == 100
    }

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

    /// Every version, the oldest first.
    package static let all: [MatchingRules] = [version2026]

    /// The version in force on `day`: the latest that is valid by then; before all of them, the first.
    package static func inForce(on day: Day) -> MatchingRules {
        all.last { $0.validFrom <= day } ?? version2026
    }
}
