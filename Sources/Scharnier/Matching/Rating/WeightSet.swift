/// All numbers of a rating in one version that never changes (matching.md §5).
package struct WeightSet: Equatable, Sendable {
    /// As `w1`.
    package let id: String

    /// What each factor counts at most, in whole points; together 100.
    package let fit: [Factor.Code: Int]

    /// What each rule of the city counts at most, in whole points.
    package let policy: [PolicyFactor.Code: Int]

    /// The sum of shared stems that counts half, in ``Relevance/sum`` units of a whole.
    package let textHalf: Int

    /// Whether the rules of the city count at all.
    package let isPolicyEnabled: Bool

    /// Both in centipoints in the order of their codes: a look into a dictionary takes longer than all the rest.
    private let factorWeights: [Int]
    private let policyWeights: [Int]

    /// What is wrong with a set.
    package enum Fault: Error, Equatable {
        /// The factors do not sum to 100.
        case sumIsNot100(Int)
        /// A weight is missing or below 0.
        case weightOutOfRange(String)
        /// What has been given before counts more than ``WeightSet/mostForTrackRecord``.
        case trackRecordTooHeavy
        /// The rules of the city can move a need by more than ``WeightSet/mostForPolicy``.
        case policyTooHeavy(Int)
        /// `textHalf` is not 1…1,000.
        case textHalfOutOfRange
    }

    /// A newcomer loses no more points than these to those who have been given to before.
    package static let mostForTrackRecord = 10

    /// The city moves no need by more points than these.
    package static let mostForPolicy = 15

    /// A set of weights.
    ///
    /// - Throws: the first thing that is wrong with it.
    package init(
        id: String, fit: [Factor.Code: Int], policy: [PolicyFactor.Code: Int], textHalf: Int,
        isPolicyEnabled: Bool = true
    ) throws(Fault) {
        for code in Factor.Code.allCases where (fit[code] ?? -1) < 0 {
            throw .weightOutOfRange(code.rawValue)
        }
        for code in PolicyFactor.Code.allCases where (policy[code] ?? -1) < 0 {
            throw .weightOutOfRange(code.rawValue)
        }
        let sum = fit.values.reduce(0, +)
        guard sum == 100 else { throw .sumIsNot100(sum) }
        guard fit[.trackRecord] ?? 0 <= Self.mostForTrackRecord else { throw .trackRecordTooHeavy }
        let raising = Self.mostRaised(policy)
        guard raising <= Self.mostForPolicy else { throw .policyTooHeavy(raising) }
        guard policy[.stale] ?? 0 <= Self.mostForPolicy else { throw .policyTooHeavy(policy[.stale] ?? 0) }
        guard 1...1_000 ~= textHalf else { throw .textHalfOutOfRange }
        (self.id, self.fit, self.policy) = (id, fit, policy)
        (self.textHalf, self.isPolicyEnabled) = (textHalf, isPolicyEnabled)
        factorWeights = Factor.Code.allCases.map { 100 * (fit[$0] ?? 0) }
        policyWeights = PolicyFactor.Code.allCases.map { 100 * (policy[$0] ?? 0) }
    }

    /// By how much the rules can move one need up: what is new does not wait yet.
    private static func mostRaised(_ policy: [PolicyFactor.Code: Int]) -> Int {
        let (waiting, newcomer) = (policy[.waiting] ?? 0, policy[.newcomer] ?? 0)
        return (policy[.urgency] ?? 0) + (policy[.deprivation] ?? 0) + max(waiting, newcomer)
    }

    /// What a factor counts at most, in centipoints.
    func weight(of code: Factor.Code) -> Int { factorWeights[code.place] }

    /// What a rule of the city counts at most, in centipoints.
    func weight(of code: PolicyFactor.Code) -> Int { policyWeights[code.place] }
}

extension WeightSet {
    /// The weights of matching.md §3 and §4 as rule version 2026.2 begins with.
    package static func first() throws(Fault) -> WeightSet {
        try WeightSet(
            id: "w1",
            fit: [.theme: 28, .text: 27, .targetGroup: 15, .area: 10, .amount: 10, .trackRecord: 10],
            policy: [.urgency: 6, .deprivation: 6, .waiting: 3, .newcomer: 1, .stale: 5], textHalf: 10)
    }
}
