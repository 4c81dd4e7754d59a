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
        self.init(
            unchecked: id, fit: fit, policy: policy, textHalf: textHalf, isPolicyEnabled: isPolicyEnabled)
        if let fault = faults.first { throw fault }
    }

    private init(
        unchecked id: String, fit: [Factor.Code: Int], policy: [PolicyFactor.Code: Int], textHalf: Int,
        isPolicyEnabled: Bool = true
    ) {
        (self.id, self.fit, self.policy) = (id, fit, policy)
        (self.textHalf, self.isPolicyEnabled) = (textHalf, isPolicyEnabled)
        factorWeights = Factor.Code.allCases.map { 100 * (fit[$0] ?? 0) }
        policyWeights = PolicyFactor.Code.allCases.map { 100 * (policy[$0] ?? 0) }
    }

    /// What is wrong with it, in order.
    package var faults: [Fault] {
        var found = Factor.Code.allCases.filter { (fit[$0] ?? -1) < 0 }.map {
            Fault.weightOutOfRange($0.rawValue)
        }
        found += PolicyFactor.Code.allCases.filter { (policy[$0] ?? -1) < 0 }
            .map { .weightOutOfRange($0.rawValue) }
        let sum = fit.values.reduce(0, +)
        if sum != 100 { found.append(.sumIsNot100(sum)) }
        if fit[.trackRecord] ?? 0 > Self.mostForTrackRecord { found.append(.trackRecordTooHeavy) }
        let heaviest = max(Self.mostRaised(policy), policy[.stale] ?? 0)
        if heaviest > Self.mostForPolicy { found.append(.policyTooHeavy(heaviest)) }
        if !(1...1_000 ~= textHalf) { found.append(.textHalfOutOfRange) }
        return found
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
    package static let standard = WeightSet(
        unchecked: "w1",
        fit: [.theme: 28, .text: 27, .targetGroup: 15, .area: 10, .amount: 10, .trackRecord: 10],
        policy: [.urgency: 6, .deprivation: 6, .waiting: 3, .newcomer: 1, .stale: 5], textHalf: 10)
}
