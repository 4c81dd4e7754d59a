/// One part of the score: of rule version 2026.1 (domain.md §7.3), or of 2026.2 (matching.md §3 and §4).
package struct Component: Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        // Of 2026.1.
        case fit, area, urgency, disadvantage, topic, coverage, freshness
        // Of 2026.2, besides area and urgency.
        case theme, text
        case targetGroup = "target_group"
        case amount
        case trackRecord = "track_record"
        case deprivation, waiting, newcomer, stale

        /// Whether it says how pressing a need is, not how well the two go together.
        package var isPolicy: Bool {
            switch self {
            case .fit, .area, .topic, .theme, .text, .targetGroup, .amount, .trackRecord: false
            case .urgency, .disadvantage, .coverage, .freshness: true
            case .deprivation, .waiting, .newcomer, .stale: true
            }
        }
    }

    package let code: Code

    /// The most points it can bring, or cost.
    package let weight: Int64

    /// How much of its weight it brings: so many of ``scale``.
    package let value: Int64

    /// What ``value`` is at most.
    package let scale: Int64

    /// Centipoints; below 0 for what moves a need down.
    package let points: Int64

    /// What the value rests on.
    package let source: Factor.Source
    package let text: Wording

    /// What the value rests on, as words of the visible texts, codes or names.
    package let evidence: [String]

    /// A part of the score of 2026.1, whose values are 0…100.
    package init(_ code: Code, weight: Int64, value: Int64, _ text: Wording, evidence: [String] = []) {
        (self.code, self.weight, self.value, self.scale) = (code, weight, value, 100)
        points = weight * value
        source = code == .fit ? .text : .declared
        self.text = text
        self.evidence = evidence
    }
}

extension Component {
    /// A factor of 2026.2.
    init(_ code: Code, _ factor: Factor, _ text: Wording, evidence: [String]) {
        (self.code, weight, value, scale) = (code, Int64(factor.weight) / 100, Int64(factor.value), 10_000)
        points = Int64(factor.points)
        source = factor.source
        self.text = text
        self.evidence = evidence
    }

    /// A rule of the city of 2026.2, which counts `weight` whole points at most.
    init(_ code: Code, _ factor: PolicyFactor, weight: Int64, _ text: Wording, evidence: [String]) {
        (self.code, self.weight, scale) = (code, weight, 10_000)
        points = Int64(factor.points)
        value = weight == 0 ? 0 : 100 * abs(points) / weight
        source = .declared
        self.text = text
        self.evidence = evidence
    }
}

extension Factor.Code {
    /// The same as a part of the score.
    var component: Component.Code {
        switch self {
        case .theme: .theme
        case .text: .text
        case .targetGroup: .targetGroup
        case .area: .area
        case .amount: .amount
        case .trackRecord: .trackRecord
        }
    }
}

extension PolicyFactor.Code {
    /// The same as a part of the score.
    var component: Component.Code {
        switch self {
        case .urgency: .urgency
        case .deprivation: .deprivation
        case .waiting: .waiting
        case .newcomer: .newcomer
        case .stale: .stale
        }
    }
}
