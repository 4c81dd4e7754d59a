/// Turns the relaxed optimum into amounts that honour every least amount and the number of funds.
///
/// A dive: what is nearer to its least amount than to nothing is wished for, the rest is closed, and the relaxation is
/// solved again over what is left. A wish that was not fulfilled is closed. What is still broken at the end is
/// released whole.
struct Rounding {
    /// Solutions at most; most instances need four to six.
    private static let rounds = 10

    /// Edges per claim that stay in play beside those that the relaxation uses.
    private static let spareEdges = 6

    private let relaxation: Relaxation
    private let reach: Reach
    private let promising: [Int]

    /// Groups in which nothing is closed before it was wished for.
    private var fragile: Set<Int> = []
    private var edges: [Int] = []
    private var wishes: Relaxation.Wishes

    private var instance: Instance { relaxation.instance }

    /// A rounding that keeps the groups at `floors` as well as it can.
    init(_ relaxation: Relaxation, _ reach: Reach, floors: [Int64], from solution: Relaxation.Solution) {
        self.relaxation = relaxation
        self.reach = reach
        wishes = Relaxation.Wishes(groups: floors)
        promising = Self.promising(solution, relaxation, reach)
    }

    /// The rounded amounts of a relaxed solution.
    mutating func draft(of solution: Relaxation.Solution) -> Draft {
        edges = promising
        return dive(from: solution.amounts)
    }

    /// The amounts rounded again: the claims of `groups` come back into play, all others stay served or unserved.
    mutating func draft(of draft: Draft, reopening groups: Set<Int>) -> Draft {
        fragile = groups
        wishes = Relaxation.Wishes(groups: wishes.groups)
        edges = promising.filter { index in
            let claim = instance.edges[index].claim
            return draft.claimSums[claim] > 0 || groups.contains(instance.claims[claim].group)
        }
        for (claim, sum) in draft.claimSums.enumerated() where sum > 0 {
            wishes.claims[claim] = instance.claims[claim].leastUseful
        }
        return dive(from: relaxation.solution(over: edges, wishes).amounts)
    }

    private mutating func dive(from relaxed: [Int64]) -> Draft {
        var amounts = relaxed
        for _ in 0..<Self.rounds {
            guard settle(amounts) else { break }
            amounts = relaxation.solution(over: edges, wishes).amounts
        }
        return Draft(instance, reach, keeping: amounts)
    }

    /// The edges that the solution uses, and of each claim those that would be used next.
    private static func promising(
        _ solution: Relaxation.Solution, _ relaxation: Relaxation, _ reach: Reach
    ) -> [Int] {
        let (instance, layout) = (relaxation.instance, relaxation.layout)
        var promising: [Int] = []
        for claim in layout.usableClaims {
            let all = reach.edgesOfClaim[claim].filter { layout.edgeLimits[$0] > 0 }
            promising += all.filter { solution.amounts[$0] > 0 }
            let unused = all.filter { solution.amounts[$0] == 0 }
            let priced = unused.map { index in
                let price = solution.potentials[instance.edges[index].fund]
                return (value: instance.edges[index].worth - price, index: index)
            }
            let best = priced.sorted { ($1.value, $0.index) < ($0.value, $1.index) }
            promising += best.prefix(spareEdges).map(\.index)
        }
        return promising.sorted()
    }

    /// Wishes for and closes what breaks a rule; says whether anything does.
    private mutating func settle(_ amounts: [Int64]) -> Bool {
        var closed = Set<Int>()
        var isBroken = false
        for claim in instance.claims.indices {
            let lines = reach.edgesOfClaim[claim].filter { amounts[$0] > 0 }
            guard !lines.isEmpty else { continue }
            let sum = lines.reduce(0) { $0 + amounts[$1] }
            isBroken = settle(claim, sum, &closed) || isBroken
            for line in lines { isBroken = settle(line: line, amounts[line], &closed) || isBroken }
            if lines.count > instance.mostFunds {
                isBroken = true
                let kept = lines.sorted { (amounts[$1], $0) < (amounts[$0], $1) }.prefix(instance.mostFunds)
                closed.formUnion(Set(reach.edgesOfClaim[claim]).subtracting(kept))
            }
        }
        edges.removeAll { closed.contains($0) }
        return isBroken
    }

    private mutating func settle(_ claim: Int, _ sum: Int64, _ closed: inout Set<Int>) -> Bool {
        let least = instance.claims[claim].leastUseful
        guard sum < least else { return false }
        if shallClose(wishes.claims[claim] != nil, claim, sum, least) {
            closed.formUnion(reach.edgesOfClaim[claim])
        } else {
            wishes.claims[claim] = least
        }
        return true
    }

    private mutating func settle(line: Int, _ amount: Int64, _ closed: inout Set<Int>) -> Bool {
        let least = instance.funds[instance.edges[line].fund].minimumGrant
        guard amount < least else { return false }
        if shallClose(wishes.edges[line] != nil, instance.edges[line].claim, amount, least) {
            closed.insert(line)
        } else {
            wishes.edges[line] = least
        }
        return true
    }

    private func shallClose(_ wasWished: Bool, _ claim: Int, _ amount: Int64, _ least: Int64) -> Bool {
        wasWished || (amount * 2 < least && !fragile.contains(instance.claims[claim].group))
    }
}

extension Draft {
    /// The amounts as far as they keep all rules: lines too small or too many go, then claims with too little.
    init(_ instance: Instance, _ reach: Reach, keeping amounts: [Int64]) {
        self.init(instance, reach)
        for claim in instance.claims.indices {
            let useful = reach.edgesOfClaim[claim].filter { amounts[$0] >= least(on: $0) }
            let lines = useful.sorted { (amounts[$1], $0) < (amounts[$0], $1) }.prefix(instance.mostFunds)
            let sum = lines.reduce(0) { $0 + amounts[$1] }
            guard sum > 0, sum >= instance.claims[claim].leastUseful else { continue }
            for line in lines { add(amounts[line], to: line) }
        }
    }
}
