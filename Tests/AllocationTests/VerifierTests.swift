import AllocationCases
import Testing

@testable import Allocation

/// Plants every fault in a sound plan: the verifier must name it.
@Suite struct VerifierTests {
    private let instance: Instance
    private let plan: Plan
    private let bound: Bound

    init() {
        instance = City.instance(claims: 60, funds: 8, local: 90, seed: 3)
        (plan, bound) = Planning(instance).plan()
    }

    private func findings(with other: Instance? = nil, _ change: (inout Plan) -> Void) -> [Finding] {
        var plan = plan
        change(&plan)
        return Verifier(other ?? instance, plan, bound).findings
    }

    private func findings(ruled change: (inout Instance) -> Void) -> [Finding] {
        var instance = instance
        change(&instance)
        return findings(with: instance) { _ in }
    }

    @Test func `a sound plan has no findings`() { #expect(findings { _ in }.isEmpty) }

    @Test func `lines that are none`() {
        let (count, end) = (plan.lines.count, instance.edges.count)
        #expect(findings { $0.lines.append(.init(edge: end, amount: 1)) } == [.strangeLine(at: count)])
        #expect(findings { $0.lines[1] = $0.lines[0] } == [.strangeLine(at: 1)])
        #expect(findings { $0.lines[0] = .init(edge: $0.lines[0].edge, amount: 0) } == [.strangeLine(at: 0)])
    }

    @Test func `grants outside the bounds of their fund`() {
        let line = plan.lines[2]
        let fund = instance.edges[line.edge].fund
        #expect(
            findings(ruled: { $0.funds[fund].minimumGrant = line.amount + 1 }).contains(
                .grantOutOfBounds(line: 2)))
        #expect(
            findings(ruled: { $0.funds[fund].maximumGrant = line.amount - 1 }).contains(
                .grantOutOfBounds(line: 2)))
    }

    @Test func `sums over what is allowed`() throws {
        let claim = instance.edges[plan.lines[0].edge].claim
        let lines = plan.lines.filter { instance.edges[$0.edge].claim == claim }
        let sum = lines.reduce(0) { $0 + $1.amount }
        let (fund, owner) = (instance.edges[plan.lines[0].edge].fund, instance.claims[claim].owner)
        #expect(findings(ruled: { $0.funds[fund].budget = sum - 1 }).contains(.overBudget(fund: fund)))
        #expect(findings(ruled: { $0.claims[claim].cap = sum - 1 }).contains(.overCap(claim: claim)))
        #expect(
            findings(ruled: { $0.claims[claim].leastUseful = sum + 1 }).contains(
                .belowLeastUseful(claim: claim)))
        #expect(findings(ruled: { $0.mostFunds = lines.count - 1 }).contains(.tooManyFunds(claim: claim)))
        #expect(findings(ruled: { $0.ownerLimits[owner] = sum - 1 }).contains(.overOwnerLimit(owner: owner)))
    }

    @Test func `a line more than the figures say`() {
        let line = plan.lines[0]
        let claim = instance.claims[instance.edges[line.edge].claim]
        let found = findings { $0.lines[0] = .init(edge: line.edge, amount: line.amount - 1) }
        #expect(found.contains(.wrongCoverage(group: claim.group)) && found.contains(.wrongWorth))
    }

    @Test func `figures that are not so`() {
        #expect(findings { $0.worth += 1 }.contains(.wrongWorth))
        #expect(findings { $0.worthBound -= 1 } == [.wrongBound])
        #expect(findings { $0.worthBound += 1 } == [.wrongBound])
        #expect(findings { $0.groups.removeLast() } == [.wrongCoverage(group: plan.groups.count - 1)])
    }

    @Test func `cuts that cut nothing off`() throws {
        let first = try #require(plan.cuts.first)
        #expect(findings { $0.cuts[0] = .init(copying: first, barrier: Barrier()) }.contains(.openCut(at: 0)))
        #expect(findings { $0.cuts[0] = .init(copying: first, level: .one) }.contains(.openCut(at: 0)))
        #expect(findings { $0.cuts.removeAll() }.contains(.wrongLevel(group: first.groups[0])))
    }

    @Test func `claims that are forgotten or told twice`() throws {
        let entry = try #require(plan.unserved.first)
        #expect(findings { $0.unserved.removeFirst() } == [.wrongUnserved(claim: entry.claim)])
        #expect(findings { $0.unserved.append(entry) } == [.wrongUnserved(claim: entry.claim)])
    }
}

extension Cut {
    fileprivate init(copying cut: Cut, level: Fraction? = nil, barrier: Barrier? = nil) {
        self.init(
            groups: cut.groups, level: level ?? cut.level, barrier: barrier ?? cut.barrier,
            committed: cut.committed)
    }
}
