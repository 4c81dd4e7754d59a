import AllocationCases
import Testing

@testable import Allocation

/// Leximin levels against an exact linear program.
@Suite struct LevelsTests {
    @Test(arguments: 1...120) func `levels are those of the linear program`(seed: UInt64) throws {
        let instance = SmallInstances.instance(seed: seed, hard: false)
        let plan = try instance.plan()
        let levels = Oracle(instance).levels
        for group in levels.indices {
            let level = plan.groups[group].level
            #expect(Ratio(Int128(level.numerator), Int128(level.denominator)) == levels[group])
        }
    }

    @Test(arguments: 1...80) func `limits of owners in one group are in the levels`(seed: UInt64) throws {
        var instance = SmallInstances.instance(seed: seed, hard: false, limited: true)
        // Owners that ask in one group only: nothing is split, so that the levels are exact.
        for index in instance.claims.indices { instance.claims[index].owner = instance.claims[index].group }
        let plan = try instance.plan()
        let levels = Oracle(instance).levels
        for group in levels.indices {
            let level = plan.groups[group].level
            #expect(Ratio(Int128(level.numerator), Int128(level.denominator)) == levels[group])
        }
    }

    @Test(arguments: 1...80) func `a limit over several groups is never promised more than it allows`(
        seed: UInt64
    ) throws {
        let instance = SmallInstances.instance(seed: seed, hard: false, limited: true)
        let plan = try instance.plan()
        let oracle = Oracle(instance)
        let floors = plan.groups.map { group in
            Ratio(Int128(group.level.numerator) * Int128(group.demand), Int128(group.level.denominator))
        }
        #expect(oracle.worth(floors: floors) != nil)
        let worst = zip(oracle.levels, plan.groups).filter { $0.1.demand > 0 }.map(\.0).min() ?? .zero
        let bound = plan.worstLevelBound
        #expect(worst <= Ratio(Int128(bound.numerator), Int128(bound.denominator)))
    }

    @Test func `the cut names the funds that are used up`() throws {
        let instance = Instance(
            funds: [Fund(budget: 30), Fund(budget: 500)],
            claims: [Claim(group: 0, owner: 0, cap: 100), Claim(group: 1, owner: 0, cap: 100)],
            edges: [
                Edge(fund: 0, claim: 0, worth: 1), Edge(fund: 0, claim: 1, worth: 9),
                Edge(fund: 1, claim: 1, worth: 1),
            ],
            groupFloors: [0, 0], ownerLimits: [1_000])
        let plan = try instance.plan()
        #expect(plan.groups.map(\.level) == [Fraction(30, 100), .one])
        let cut = try #require(plan.cuts.first)
        #expect(plan.cuts.count == 1)
        #expect(cut.groups == [0] && cut.barrier.funds == [0] && cut.barrier.edges.isEmpty)
        #expect(cut.committed == 0)
    }

    @Test func `the cut names grants and claims and owners at their limits`() throws {
        var instance = Instance(
            funds: [Fund(budget: 1_000, maximumGrant: 20)],
            claims: [
                Claim(group: 0, owner: 0, cap: 100), Claim(group: 1, owner: 1, cap: 100),
                Claim(group: 1, owner: 1, cap: 100),
            ],
            edges: (0..<3).map { Edge(fund: 0, claim: $0, worth: 1) },
            groupFloors: [0, 0], ownerLimits: [1_000, 30])
        instance.mostFunds = 1
        let plan = try instance.plan()
        #expect(plan.groups.map(\.level) == [Fraction(20, 100), Fraction(30, 200)])
        #expect(plan.cuts.map(\.groups) == [[1], [0]])
        #expect(plan.cuts[0].barrier.owners == [OwnerPart(owner: 1, group: 1, limit: 30)])
        #expect(plan.cuts[1].barrier.edges == [0])
    }
}
