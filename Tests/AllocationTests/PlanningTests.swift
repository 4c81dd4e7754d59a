import AllocationCases
import Testing

@testable import Allocation

/// Whole plans: rules kept, quality, floors, reasons, repeatability, limits.
@Suite struct PlanningTests {
    @Test(arguments: 1...150) func `every small plan passes the verifier`(seed: UInt64) throws {
        for fairness: Int64 in [0, 7_500, 10_000] {
            var instance = SmallInstances.instance(seed: seed, hard: true, limited: seed % 2 == 0)
            instance.fairness = fairness
            #expect(throws: Never.self) { try instance.plan() }
        }
    }

    @Test(arguments: [1, 2, 3]) func `a city's plan is close to both bounds`(seed: UInt64) throws {
        let plan = try City.instance(claims: 300, funds: 40, seed: seed).plan()
        #expect(plan.worthShare >= 940_000)
        #expect(plan.worstShare >= 930_000)
        #expect(plan.conflict == nil)
    }

    @Test func `the same instance gives the same plan`() throws {
        let instance = City.instance(claims: 200, funds: 25, seed: 9)
        #expect(try instance.plan() == instance.plan())
    }

    @Test func `a floor that can be met is met before fairness`() throws {
        var instance = twoGroups
        instance.groupFloors = [8_000, 0]
        let plan = try instance.plan()
        #expect(plan.groups.map(\.given) == [80, 20])
        #expect(plan.keptFairness < 10_000)
        #expect(plan.conflict == nil)
    }

    @Test func `floors that exclude each other are told with what they take`() throws {
        var instance = twoGroups
        instance.groupFloors = [8_000, 3_000]
        let plan = try instance.plan()
        let conflict = try #require(plan.conflict)
        #expect(conflict.groups == [0, 1])
        #expect(conflict.wanted == 110 && conflict.reachable == 100)
        #expect(conflict.barrier.funds == [0])
        #expect(plan.lines.isEmpty && plan.unserved.map(\.claim) == [0, 1])
        #expect(plan.unserved.map(\.reason) == [.floorConflict, .floorConflict])
    }

    @Test func `a floor that only fractions can meet leaves the plan below it`() throws {
        let instance = Instance(
            funds: [Fund(budget: 50)], claims: [Claim(group: 0, owner: 0, cap: 100, leastUseful: 60)],
            edges: [Edge(fund: 0, claim: 0, worth: 1)], groupFloors: [3_000], ownerLimits: [100])
        let plan = try instance.plan()
        #expect(plan.lines.isEmpty)
        #expect(plan.unserved.map(\.reason) == [.belowLeastUseful(left: 50)])
        #expect(plan.conflict?.reachable == 0)
    }

    @Test func `without any money every claim is told so`() throws {
        var instance = twoGroups
        instance.funds[0].budget = 0
        let plan = try instance.plan()
        #expect(plan.lines.isEmpty && plan.worthBound == 0)
        #expect(plan.unserved.map(\.reason) == [.budgetsSpent, .budgetsSpent])
        #expect(plan.worthShare == 1_000_000 && plan.worstShare == 1_000_000)
    }

    @Test func `the largest amounts do not overflow`() throws {
        let most = Instance.mostAmount
        let instance = Instance(
            funds: (0..<20).map { _ in Fund(budget: most) },
            claims: (0..<60).map { Claim(group: $0 % 7, owner: 0, cap: most, leastUseful: most / 3) },
            edges: (0..<60).flatMap { claim in
                (0..<20).filter { ($0 + claim) % 3 > 0 }
                    .map { Edge(fund: $0, claim: claim, worth: Instance.mostWorth) }
            }, groupFloors: Array(repeating: 0, count: 7), ownerLimits: [most * 1_000])
        let plan = try instance.plan()
        #expect(plan.worth > Int128(Int64.max))
        #expect(plan.groups.reduce(0) { $0 + $1.given } <= most * 20)
    }

    @Test func `an owner's limit over several groups goes where it is worth most`() throws {
        var instance = twoGroups
        instance.claims[1].owner = 0
        instance.funds[0].maximumGrant = 60
        instance.ownerLimits[0] = 90
        instance.fairness = 5_000
        let plan = try instance.plan()
        #expect(plan.lines.map(\.amount) == [30, 60])
        #expect(plan.worth == plan.worthBound)
    }

    /// One fund of 100 for two groups with a claim of 100 each.
    private var twoGroups: Instance {
        Instance(
            funds: [Fund(budget: 100)],
            claims: [Claim(group: 0, owner: 0, cap: 100), Claim(group: 1, owner: 1, cap: 100)],
            edges: [Edge(fund: 0, claim: 0, worth: 1), Edge(fund: 0, claim: 1, worth: 2)],
            groupFloors: [0, 0], ownerLimits: [1_000, 1_000])
    }
}
