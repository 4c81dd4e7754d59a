/// Checks a plan from its lines alone, sharing no code with what made it.
struct Verifier {
    let instance: Instance
    let plan: Plan
    private let bound: Bound

    init(_ instance: Instance, _ plan: Plan, _ bound: Bound) {
        self.instance = instance
        self.plan = plan
        self.bound = bound
    }

    /// Everything that is wrong; empty for a sound plan.
    var findings: [Finding] {
        let strange = strangeLines
        // What points nowhere, or is missing, would trap below.
        guard strange.isEmpty else { return strange }
        guard plan.groups.count == instance.groupFloors.count else {
            return [.wrongCoverage(group: plan.groups.count)]
        }
        return grants + sums + coverage + worths + levels + servedOrNot
    }

    private var strangeLines: [Finding] {
        plan.lines.indices.filter { index in
            let line = plan.lines[index]
            let isNext = index == 0 || plan.lines[index - 1].edge < line.edge
            return !instance.edges.indices.contains(line.edge) || !isNext
                || !(1...Instance.mostAmount).contains(line.amount)
        }.map { .strangeLine(at: $0) }
    }

    private var grants: [Finding] {
        plan.lines.enumerated().filter { _, line in
            let fund = instance.funds[instance.edges[line.edge].fund]
            return line.amount < fund.minimumGrant || line.amount > fund.maximumGrant
        }.map { .grantOutOfBounds(line: $0.offset) }
    }

    private var sums: [Finding] {
        let funds = totals { $0.fund }
        let claims = totals { $0.claim }
        let counts = totals(of: { _ in 1 }) { $0.claim }
        let owners = totals { instance.claims[$0.claim].owner }
        var findings: [Finding] = []
        for (fund, sum) in funds.sorted(by: { $0.key < $1.key }) where sum > instance.funds[fund].budget {
            findings.append(.overBudget(fund: fund))
        }
        for (claim, sum) in claims.sorted(by: { $0.key < $1.key }) {
            if sum > instance.claims[claim].cap { findings.append(.overCap(claim: claim)) }
            if sum < instance.claims[claim].leastUseful { findings.append(.belowLeastUseful(claim: claim)) }
            if counts[claim, default: 0] > Int64(instance.mostFunds) {
                findings.append(.tooManyFunds(claim: claim))
            }
        }
        for (owner, sum) in owners.sorted(by: { $0.key < $1.key }) where sum > instance.ownerLimits[owner] {
            findings.append(.overOwnerLimit(owner: owner))
        }
        return findings
    }

    private var coverage: [Finding] {
        let given = totals { instance.claims[$0.claim].group }
        var demands = [Int64](repeating: 0, count: instance.groupFloors.count)
        for claim in instance.claims { demands[claim.group] += claim.cap }
        return demands.indices.filter { group in
            plan.groups[group].given != given[group] ?? 0 || plan.groups[group].demand != demands[group]
        }.map { .wrongCoverage(group: $0) }
    }

    private var worths: [Finding] {
        let worth = plan.lines.reduce(Int128(0)) { sum, line in
            sum + Int128(line.amount) * Int128(instance.edges[line.edge].worth)
        }
        let proven = Bound.proven(by: bound.potentials, floors: bound.floors, instance, bound.layout)
        let keepsFloors = zip(plan.groups, bound.floors).allSatisfy { $0.given >= $1 }
        let isBounded = !keepsFloors || plan.worth <= plan.worthBound
        return (worth == plan.worth ? [] : [.wrongWorth])
            + (proven == plan.worthBound && isBounded ? [] : [.wrongBound])
    }

    private var servedOrNot: [Finding] {
        let claims = totals { $0.claim }
        var isNamed = [Int](repeating: 0, count: instance.claims.count)
        for entry in plan.unserved { isNamed[entry.claim] += 1 }
        return instance.claims.indices.filter { isNamed[$0] != (claims[$0] == nil ? 1 : 0) }
            .map { .wrongUnserved(claim: $0) }
    }

    private func totals(
        of value: (Plan.Line) -> Int64 = { $0.amount }, by key: (Edge) -> Int
    ) -> [Int: Int64] {
        var totals: [Int: Int64] = [:]
        for line in plan.lines { totals[key(instance.edges[line.edge]), default: 0] += value(line) }
        return totals
    }
}
