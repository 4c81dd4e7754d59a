import AllocationCases
import Testing

@testable import Allocation

/// The bound of the worth against an exact linear program, and rounding against trying everything.
@Suite struct WorthTests {
    @Test(arguments: 1...60) func `the bound is the optimum of the linear program`(seed: UInt64) throws {
        for fairness: Int64 in [0, 5_000, 10_000] {
            var instance = SmallInstances.instance(seed: seed, hard: false)
            instance.fairness = fairness
            let plan = try instance.plan()
            let optimum = Oracle(instance).worth(floors: plan.groups.map { Ratio(Int($0.floor)) })
            #expect(optimum == Ratio(plan.worthBound, 1))
            #expect(plan.worth == plan.worthBound, "without least amounts nothing has to be rounded")
        }
    }

    @Test(arguments: 1...60) func `with limits over several groups the bound is never too low`(
        seed: UInt64
    ) throws {
        let instance = SmallInstances.instance(seed: seed, hard: false, limited: true)
        let plan = try instance.plan()
        let optimum = try #require(Oracle(instance).worth(floors: plan.groups.map { Ratio(Int($0.floor)) }))
        #expect(optimum <= Ratio(plan.worthBound, 1))
    }

    @Test func `rounding comes close to the best of all whole plans`() throws {
        var (sum, count) = (0.0, 0)
        for seed in 1...150 {
            var instance = SmallInstances.instance(seed: UInt64(seed), hard: true)
            instance.fairness = 0
            let plan = try instance.plan()
            let best = Exhaustive.bestWorth(instance)
            #expect(plan.worth <= best && best <= plan.worthBound)
            guard best > 0 else { continue }
            sum += Double(plan.worth) / Double(best)
            count += 1
        }
        #expect(sum / Double(count) >= 0.95, "\(sum / Double(count))")
    }

    @Test func `the price of fairness rises with it`() throws {
        let plan = try City.instance(claims: 120, funds: 15, seed: 4).plan()
        #expect(plan.prices.map(\.fairness) == [0, 5_000, 8_000, 9_000, 10_000])
        #expect(plan.prices.map(\.worth) == plan.prices.map(\.worth).sorted(by: >))
        #expect(plan.prices.last?.worth == plan.worthBound)
    }
}

/// Tries every whole plan of a small instance, claim by claim.
enum Exhaustive {
    static func bestWorth(_ instance: Instance) -> Int128 {
        var known: [[Int64]: Int128] = [:]
        return best(0, instance.funds.map(\.budget), instance, &known)
    }

    private static func best(
        _ claim: Int, _ left: [Int64], _ instance: Instance, _ known: inout [[Int64]: Int128]
    ) -> Int128 {
        guard claim < instance.claims.count else { return 0 }
        let key = [Int64(claim)] + left
        if let worth = known[key] { return worth }
        let edges = instance.edges.filter { $0.claim == claim }
        var most: Int128 = 0
        for grants in grants(edges[...], left, instance.claims[claim].cap, instance, instance.mostFunds) {
            let sum = grants.reduce(0) { $0 + $1.amount }
            guard sum == 0 || sum >= instance.claims[claim].leastUseful else { continue }
            var rest = left
            for grant in grants { rest[grant.edge.fund] -= grant.amount }
            let worth = grants.reduce(Int128(0)) { $0 + Int128($1.amount * $1.edge.worth) }
            most = max(most, worth + best(claim + 1, rest, instance, &known))
        }
        known[key] = most
        return most
    }

    private static func grants(
        _ edges: ArraySlice<Edge>, _ left: [Int64], _ cap: Int64, _ instance: Instance, _ slots: Int
    ) -> [[(edge: Edge, amount: Int64)]] {
        guard let edge = edges.first else { return [[]] }
        let fund = instance.funds[edge.fund]
        let others = { cap, slots in grants(edges.dropFirst(), left, cap, instance, slots) }
        var all = others(cap, slots)
        let most = min(left[edge.fund], fund.maximumGrant, cap)
        let least = max(1, fund.minimumGrant)
        guard slots > 0, most >= least else { return all }
        for amount in least...most {
            all += others(cap - amount, slots - 1).map { [(edge, amount)] + $0 }
        }
        return all
    }
}
