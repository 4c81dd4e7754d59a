import Allocation

/// What an exact linear program says about an instance without least amounts.
struct Oracle {
    private let instance: Instance
    private let program: LinearProgram

    /// The program of an instance: one variable for each edge.
    init(_ instance: Instance) {
        self.instance = instance
        var program = LinearProgram(variables: instance.edges.count + 1)
        for (index, edge) in instance.edges.enumerated() {
            let fund = instance.funds[edge.fund]
            let most = min(fund.budget, fund.maximumGrant, instance.claims[edge.claim].cap)
            program.require([index: Ratio(1)], atMost: Ratio(Int(most)))
        }
        for (index, fund) in instance.funds.enumerated() {
            program.require(Self.sum(instance) { $0.fund == index }, atMost: Ratio(Int(fund.budget)))
        }
        for (index, claim) in instance.claims.enumerated() {
            program.require(Self.sum(instance) { $0.claim == index }, atMost: Ratio(Int(claim.cap)))
        }
        for (index, limit) in instance.ownerLimits.enumerated() {
            let members = Self.sum(instance) { instance.claims[$0.claim].owner == index }
            program.require(members, atMost: Ratio(Int(limit)))
        }
        self.program = program
    }

    /// The leximin levels of the groups, lowest first fixed.
    var levels: [Ratio] {
        var fixed: [Int: Ratio] = [:]
        let all = Set(instance.claims.map(\.group))
        while fixed.count < all.count {
            let open = all.subtracting(fixed.keys)
            guard let level = commonLevel(open, fixed) else { preconditionFailure("no level") }
            for group in open where highest(group, level, open, fixed) == level { fixed[group] = level }
        }
        return instance.groupFloors.indices.map { fixed[$0] ?? .zero }
    }

    /// The most that amounts can be worth when each group gets at least its floor; nil if none keep them.
    func worth(floors: [Ratio]) -> Ratio? {
        var program = program
        for (group, floor) in floors.enumerated() { program.require(members(of: group), atLeast: floor) }
        let goal = instance.edges.enumerated().map { ($0.offset, Ratio(Int($0.element.worth))) }
        return program.maximum(of: Dictionary(uniqueKeysWithValues: goal))
    }

    private func commonLevel(_ open: Set<Int>, _ fixed: [Int: Ratio]) -> Ratio? {
        let share = instance.edges.count
        var program = keeping(fixed)
        for group in open {
            var factors = members(of: group)
            factors[share] = .zero - demand(of: group)
            program.require(factors, atLeast: .zero)
        }
        program.require([share: Ratio(1)], atMost: Ratio(1))
        return program.maximum(of: [share: Ratio(1)])
    }

    private func highest(_ group: Int, _ level: Ratio, _ open: Set<Int>, _ fixed: [Int: Ratio]) -> Ratio? {
        let program = keeping(fixed.merging(open.map { ($0, level) }) { one, _ in one })
        return program.maximum(of: members(of: group)).map { $0 / demand(of: group) }
    }

    private func keeping(_ fixed: [Int: Ratio]) -> LinearProgram {
        var program = program
        for (group, level) in fixed.sorted(by: { $0.key < $1.key }) {
            program.require(members(of: group), atLeast: level * demand(of: group))
        }
        return program
    }

    private func demand(of group: Int) -> Ratio {
        Ratio(instance.claims.reduce(0) { $0 + ($1.group == group ? Int($1.cap) : 0) })
    }

    private func members(of group: Int) -> [Int: Ratio] {
        Self.sum(instance) { instance.claims[$0.claim].group == group }
    }

    private static func sum(_ instance: Instance, _ isIn: (Edge) -> Bool) -> [Int: Ratio] {
        let edges = instance.edges.enumerated().filter { isIn($0.element) }
        return Dictionary(uniqueKeysWithValues: edges.map { ($0.offset, Ratio(1)) })
    }
}
