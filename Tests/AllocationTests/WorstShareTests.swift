import AllocationCases
import Testing

@testable import Allocation

/// The worst covered group against the best that any whole plan can do for it.
@Suite struct WorstShareTests {
    @Test func `the worst group comes close to the best of all whole plans`() throws {
        var (sum, count, optimal) = (0.0, 0, 0)
        for seed in 1...120 {
            let instance = SmallInstances.instance(
                seed: UInt64(seed), hard: true, limited: seed.isMultiple(of: 2))
            let plan = try instance.plan()
            let best = BestOfWorst(instance, plan.groups.map(\.level)).share()
            let reached = plan.exactWorstShare
            #expect(reached <= best, "seed \(seed)")
            guard best > .zero else { continue }
            let part = reached / best
            sum += Double(part.top) / Double(part.bottom)
            (count, optimal) = (count + 1, optimal + (reached == best ? 1 : 0))
        }
        #expect(count >= 60, "\(count)")
        #expect(sum / Double(count) >= 0.93, "\(sum / Double(count))")
        #expect(optimal * 100 >= count * 85, "\(optimal) of \(count)")
    }

    @Test func `the oracle finds what one reckons by hand`() {
        // Two groups ask for 4 each; of 4 each can have 2, unless 3 is the least of use.
        var instance = Instance(
            funds: [Fund(budget: 4)],
            claims: [Claim(group: 0, owner: 0, cap: 4), Claim(group: 1, owner: 1, cap: 4)],
            edges: [Edge(fund: 0, claim: 0, worth: 1), Edge(fund: 0, claim: 1, worth: 1)],
            groupFloors: [0, 0], ownerLimits: [9, 9])
        let half = [Fraction(1, 2), Fraction(1, 2)]
        #expect(BestOfWorst(instance, half).share() == Ratio(1))
        instance.ownerLimits[1] = 1
        #expect(BestOfWorst(instance, half).share() == Ratio(1, 2))
        instance.ownerLimits[1] = 9
        instance.claims[0].leastUseful = 3
        #expect(BestOfWorst(instance, half).share() == Ratio(1, 2))
        instance.claims[1].leastUseful = 3
        #expect(BestOfWorst(instance, half).share() == .zero)
    }
}

extension Plan {
    /// The smallest part of its level that a group reaches.
    fileprivate var exactWorstShare: Ratio {
        groups.map { BestOfWorst.share(of: $0.given, $0.demand, $0.level) }.min() ?? Ratio(1)
    }
}

/// Tries every whole plan of a small instance, group by group, for the one whose worst group has the most.
final class BestOfWorst {
    private let instance: Instance
    private let levels: [Fraction]
    private let claims: [[Int]]
    private var known: [State: Ratio] = [:]

    /// What is left when claims of a group have been decided.
    private struct State: Hashable {
        var group = 0
        var claim = 0
        var funds: [Int64]
        var owners: [Int64]
        var given: Int64 = 0
    }

    init(_ instance: Instance, _ levels: [Fraction]) {
        self.instance = instance
        self.levels = levels
        claims = levels.indices.map { group in
            instance.claims.indices.filter { instance.claims[$0].group == group }
        }
    }

    /// The most that the worst group can have of its level.
    func share() -> Ratio {
        // Nobody takes more than all claims together, and equal states are found more often so.
        let most = instance.claims.reduce(0) { $0 + $1.cap }
        return best(
            State(funds: instance.funds.map(\.budget), owners: instance.ownerLimits.map { min($0, most) }))
    }

    /// The part of its level that a group with this demand reaches, 1 at most; 1 for one that can have nothing.
    static func share(of given: Int64, _ demand: Int64, _ level: Fraction) -> Ratio {
        guard level > .zero, demand > 0 else { return Ratio(1) }
        let whole = Int128(demand) * Int128(level.numerator)
        return min(Ratio(1), Ratio(Int128(given) * Int128(level.denominator), whole))
    }

    private func best(_ state: State) -> Ratio {
        guard state.group < claims.count else { return Ratio(1) }
        if let share = known[state] { return share }
        let share = state.claim == claims[state.group].count ? finished(state) : best(deciding: state)
        known[state] = share
        return share
    }

    private func finished(_ state: State) -> Ratio {
        let group = state.group
        let demand = claims[group].reduce(0) { $0 + instance.claims[$1].cap }
        let share = Self.share(of: state.given, demand, levels[group])
        guard share > .zero else { return .zero }
        return min(share, best(State(group: group + 1, funds: state.funds, owners: state.owners)))
    }

    private func best(deciding state: State) -> Ratio {
        let place = claims[state.group][state.claim]
        let claim = instance.claims[place]
        let edges = instance.edges.filter { $0.claim == place }
        let most = min(claim.cap, state.owners[claim.owner])
        var best = Ratio.zero
        for grants in grants(edges[...], state.funds, most, instance.mostFunds) {
            let sum = grants.reduce(0) { $0 + $1.amount }
            guard sum == 0 || sum >= claim.leastUseful else { continue }
            var next = state
            next.claim += 1
            next.given += sum
            next.owners[claim.owner] -= sum
            for grant in grants { next.funds[grant.fund] -= grant.amount }
            best = max(best, self.best(next))
            if best == Ratio(1) { break }
        }
        return best
    }

    /// Every way in which funds can give to one claim.
    private func grants(
        _ edges: ArraySlice<Edge>, _ left: [Int64], _ cap: Int64, _ slots: Int
    ) -> [[(fund: Int, amount: Int64)]] {
        guard let edge = edges.first else { return [[]] }
        let fund = instance.funds[edge.fund]
        var all = grants(edges.dropFirst(), left, cap, slots)
        let most = min(left[edge.fund], fund.maximumGrant, cap)
        let least = max(1, fund.minimumGrant)
        guard slots > 0, most >= least else { return all }
        for amount in least...most {
            all += grants(edges.dropFirst(), left, cap - amount, slots - 1).map { [(edge.fund, amount)] + $0 }
        }
        return all
    }
}
