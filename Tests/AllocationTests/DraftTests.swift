import Testing

@testable import Allocation

/// Amounts in the making: what is kept of relaxed ones, and going back.
@Suite struct DraftTests {
    private static let instance: Instance = {
        var instance = Instance(
            funds: [Fund(budget: 100, minimumGrant: 10), Fund(budget: 100), Fund(budget: 100)],
            claims: [Claim(group: 0, owner: 0, cap: 100, leastUseful: 40)],
            edges: (0..<3).map { Edge(fund: $0, claim: 0, worth: Int64($0 + 1)) },
            groupFloors: [0], ownerLimits: [1_000])
        instance.mostFunds = 2
        return instance
    }()

    private func kept(_ amounts: [Int64]) -> [Int64] {
        Draft(Self.instance, Reach(Self.instance), keeping: amounts).amounts
    }

    @Test func `sound amounts are kept`() { #expect(kept([10, 30, 0]) == [10, 30, 0]) }

    @Test func `a line below the least grant goes`() { #expect(kept([9, 40, 0]) == [0, 40, 0]) }

    @Test func `the smallest of too many lines goes`() {
        #expect(kept([20, 30, 15]) == [20, 30, 0])
    }

    @Test func `a claim with too little is released whole`() {
        #expect(kept([10, 29, 0]) == [0, 0, 0])
        #expect(kept([20, 15, 10]) == [0, 0, 0], "what a dropped line leaves is too little")
    }

    @Test func `going back restores every sum`() {
        var draft = Draft(Self.instance, Reach(Self.instance), keeping: [10, 30, 0])
        let (place, worth) = (draft.place, draft.worth)
        draft.add(5, to: 0)
        draft.release(0)
        draft.add(50, to: 2)
        draft.goBack(to: place)
        #expect(draft.amounts == [10, 30, 0] && draft.worth == worth)
        #expect(draft.fundLeft == [90, 70, 100] && draft.ownerLeft == [960])
        #expect(draft.claimSums == [40] && draft.groupSums == [40] && draft.lineCounts == [2])
    }
}
