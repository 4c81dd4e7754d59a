import Testing

@testable import Scharnier

@Suite struct WeightSetTests {
    private let fit: [Factor.Code: Int] = [
        .theme: 28, .text: 27, .targetGroup: 15, .area: 10, .amount: 10, .trackRecord: 10,
    ]
    private let policy: [PolicyFactor.Code: Int] = [
        .urgency: 6, .deprivation: 6, .waiting: 3, .newcomer: 1, .stale: 5,
    ]

    private func set(
        fit changes: [Factor.Code: Int] = [:], policy rules: [PolicyFactor.Code: Int] = [:], half: Int = 10
    ) throws(WeightSet.Fault) -> WeightSet {
        try WeightSet(
            id: "w2", fit: fit.merging(changes) { $1 }, policy: policy.merging(rules) { $1 }, textHalf: half)
    }

    @Test func `the first set is sound`() throws {
        #expect(try set().fit == WeightSet.standard.fit)
        #expect(try set().policy == WeightSet.standard.policy)
    }

    @Test func `weights sum to a hundred`() {
        #expect(throws: WeightSet.Fault.sumIsNot100(101)) { try set(fit: [.theme: 29]) }
        #expect(throws: WeightSet.Fault.weightOutOfRange("area")) { try set(fit: [.area: -1, .theme: 39]) }
        #expect(throws: WeightSet.Fault.weightOutOfRange("theme")) {
            try WeightSet(id: "w", fit: [.text: 100], policy: policy, textHalf: 10)
        }
    }

    @Test func `a newcomer loses ten points at most`() {
        #expect(throws: WeightSet.Fault.trackRecordTooHeavy) { try set(fit: [.trackRecord: 11, .theme: 27]) }
    }

    @Test func `the city moves no need by more than fifteen points`() throws {
        #expect(throws: WeightSet.Fault.policyTooHeavy(16)) { try set(policy: [.urgency: 7]) }
        #expect(throws: WeightSet.Fault.policyTooHeavy(16)) { try set(policy: [.stale: 16]) }
        #expect(throws: WeightSet.Fault.weightOutOfRange("waiting")) { try set(policy: [.waiting: -1]) }
        // What is new does not wait yet, so both never count together.
        #expect(try set(policy: [.newcomer: 3]).policy[.newcomer] == 3)
    }

    @Test func `the constant of the text is within bounds`() throws {
        #expect(try set(half: 1).textHalf == 1)
        #expect(try set(half: 1_000).textHalf == 1_000)
        #expect(throws: WeightSet.Fault.textHalfOutOfRange) { try set(half: 0) }
        #expect(throws: WeightSet.Fault.textHalfOutOfRange) { try set(half: 1_001) }
    }
}
