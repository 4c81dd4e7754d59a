import Allocation
import Testing

/// Each fault of an instance, at its limit and one past it.
@Suite struct InstanceTests {
    private static let sample = Instance(
        funds: [Fund(budget: 100, minimumGrant: 10, maximumGrant: 50)],
        claims: [Claim(group: 0, owner: 0, cap: 100, leastUseful: 10)],
        edges: [Edge(fund: 0, claim: 0, worth: 10_000)], groupFloors: [0], ownerLimits: [100])

    private func fault(_ change: (inout Instance) -> Void) -> InstanceFault? {
        var instance = Self.sample
        change(&instance)
        do { try instance.check() } catch { return error }
        return nil
    }

    @Test func `a sound instance has no fault`() { #expect(fault { _ in } == nil) }

    @Test func `nothing to give or to give to`() {
        #expect(fault { $0.funds = [] } == .empty(.funds))
        #expect(fault { $0.claims = [] } == .empty(.claims))
    }

    @Test func `one too many of each`() {
        let claim = Self.sample.claims[0]
        #expect(
            fault { $0.funds = Array(repeating: Fund(budget: 1), count: 1_001) }
                == .tooMany(.funds, count: 1_001, limit: 1_000))
        #expect(
            fault { $0.claims = Array(repeating: claim, count: 10_001) }
                == .tooMany(.claims, count: 10_001, limit: 10_000))
        #expect(fault { $0.claims = Array(repeating: claim, count: 10_000) } == nil)
        #expect(
            fault { $0.edges = Array(repeating: Edge(fund: 0, claim: 0, worth: 0), count: 1_000_001) }
                == .tooMany(.edges, count: 1_000_001, limit: 1_000_000))
    }

    @Test func `amounts outside their bounds`() {
        let most = Instance.mostAmount
        #expect(fault { $0.funds[0].budget = most } == nil)
        #expect(fault { $0.funds[0].budget = most + 1 } == .outOfBounds(.funds, at: 0))
        #expect(fault { $0.funds[0].budget = -1 } == .outOfBounds(.funds, at: 0))
        #expect(fault { $0.funds[0].minimumGrant = -1 } == .outOfBounds(.funds, at: 0))
        #expect(fault { $0.claims[0].cap = 0 } == .outOfBounds(.claims, at: 0))
        #expect(fault { $0.claims[0].cap = most + 1 } == .outOfBounds(.claims, at: 0))
        #expect(fault { $0.claims[0].leastUseful = -1 } == .outOfBounds(.claims, at: 0))
        #expect(fault { $0.edges[0].worth = -1 } == .outOfBounds(.edges, at: 0))
        #expect(fault { $0.edges[0].worth = Instance.mostWorth + 1 } == .outOfBounds(.edges, at: 0))
        #expect(fault { $0.groupFloors[0] = 10_001 } == .outOfBounds(.groups, at: 0))
        #expect(fault { $0.ownerLimits[0] = -1 } == .outOfBounds(.owners, at: 0))
        #expect(fault { $0.mostFunds = 0 } == .outOfBounds(.rules, at: 0))
        #expect(fault { $0.fairness = 10_001 } == .outOfBounds(.rules, at: 1))
    }

    @Test func `references to what is not there`() {
        #expect(fault { $0.claims[0].group = 1 } == .outOfBounds(.claims, at: 0))
        #expect(fault { $0.claims[0].owner = -1 } == .outOfBounds(.claims, at: 0))
        #expect(fault { $0.edges[0].fund = 1 } == .outOfBounds(.edges, at: 0))
        #expect(fault { $0.edges[0].claim = 1 } == .outOfBounds(.edges, at: 0))
    }

    @Test func `numbers that exclude each other`() {
        #expect(fault { $0.funds[0].minimumGrant = 51 } == .contradiction(.funds, at: 0))
        #expect(fault { $0.claims[0].leastUseful = 101 } == .contradiction(.claims, at: 0))
    }

    @Test func `the same pair twice`() {
        #expect(fault { $0.edges.append($0.edges[0]) } == .repeatedEdge(at: 1))
    }

    @Test func `a faulty instance has no plan`() {
        var instance = Self.sample
        instance.funds = []
        #expect(throws: PlanningFault.instance(.empty(.funds))) { try instance.plan() }
    }
}
