/// One of the six things that make an offer and a need fit (matching.md §3).
package struct Factor: Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        case theme, text
        case targetGroup = "target_group"
        case area, amount
        case trackRecord = "track_record"

        /// Its place among all codes.
        var place: Int {
            switch self {
            case .theme: 0
            case .text: 1
            case .targetGroup: 2
            case .area: 3
            case .amount: 4
            case .trackRecord: 5
            }
        }
    }

    /// What a value rests on.
    package enum Source: String, Sendable {
        /// Both sides have said it.
        case declared
        /// The need's side was read from its text.
        case inferred
        /// The offer is open to all.
        case open
        /// The need's side has not said it.
        case unknown
        case text, accepted
    }

    package let code: Code

    /// What it counts at most, in centipoints.
    package let weight: Int

    /// 0…10,000.
    package let value: Int
    package let source: Source

    /// Centipoints: weight times value, rounded once.
    package var points: Int { (weight * value + 5_000) / 10_000 }

    /// What the need's side would gain at most by saying it, in centipoints.
    package var improvement: Int { source == .unknown ? weight * 7 / 10 : 0 }

    /// A factor with its value.
    package init(_ code: Code, weight: Int, value: Int, source: Source) {
        self.code = code
        self.weight = weight
        self.value = min(max(value, 0), 10_000)
        self.source = source
    }
}

/// One of the rules by which the city moves needs up or down (matching.md §4).
package struct PolicyFactor: Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        case urgency, deprivation, waiting, newcomer, stale

        /// Its place among all codes.
        var place: Int {
            switch self {
            case .urgency: 0
            case .deprivation: 1
            case .waiting: 2
            case .newcomer: 3
            case .stale: 4
            }
        }
    }

    package let code: Code

    /// Centipoints, below 0 for what moves a need down.
    package let points: Int

    /// A rule and what it comes to.
    package init(_ code: Code, points: Int) {
        self.code = code
        self.points = points
    }
}
