import Allocation
import Testing

/// Each reason why a claim gets nothing.
@Suite struct UnservedTests {
    private func reason(
        budgets: [Int64] = [100], minimumGrant: Int64 = 0, cap: Int64 = 100, least: Int64 = 0,
        ownerLimit: Int64 = 1_000, mostFunds: Int = 3, edges: Bool = true
    ) throws -> UnservedReason? {
        var instance = Instance(
            funds: budgets.map { Fund(budget: $0, minimumGrant: minimumGrant) },
            claims: [Claim(group: 0, owner: 0, cap: cap, leastUseful: least)],
            edges: edges ? budgets.indices.map { Edge(fund: $0, claim: 0, worth: 1) } : [],
            groupFloors: [0], ownerLimits: [ownerLimit])
        instance.mostFunds = mostFunds
        return try instance.plan().unserved.first?.reason
    }

    @Test func `a claim that can be served has no reason`() throws { #expect(try reason() == nil) }

    @Test func `no edge`() throws { #expect(try reason(edges: false) == .noEligibleFund) }

    @Test func `no budget`() throws { #expect(try reason(budgets: [0, 0]) == .budgetsSpent) }

    @Test func `all budgets together are too little`() throws {
        #expect(try reason(budgets: [20, 30], least: 60) == .belowLeastUseful(left: 50))
    }

    @Test func `every fund gives more or nothing`() throws {
        #expect(try reason(minimumGrant: 150) == .belowMinimumGrant(left: 100))
    }

    @Test func `too many funds would have to give`() throws {
        #expect(try reason(budgets: [30, 30, 30], least: 80, mostFunds: 2) == .tooManyFunds(reached: 60))
    }

    @Test func `the owner may not get that much`() throws {
        #expect(try reason(least: 60, ownerLimit: 50) == .ownerLimit(needed: 60, left: 50))
    }

    @Test func `the group has all that it can get`() throws {
        let instance = Instance(
            funds: [Fund(budget: 50)],
            claims: [Claim(group: 0, owner: 0, cap: 50), Claim(group: 0, owner: 0, cap: 50)],
            edges: [Edge(fund: 0, claim: 0, worth: 2), Edge(fund: 0, claim: 1, worth: 1)],
            groupFloors: [0], ownerLimits: [1_000])
        let plan = try instance.plan()
        #expect(plan.unserved == [.init(claim: 1, reason: .groupCut(0))])
        #expect(plan.cuts.first?.barrier.funds == [0])
    }
}
