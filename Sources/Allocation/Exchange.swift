/// Takes from where it can be missed and gives to where it is missing: the steps of the local search.
///
/// Every step is tried on the draft and taken back unless it is strictly better, in a fixed order and a fixed number of
/// tries: equal input, equal result.
struct Exchange {
    /// How far below its floor a group may be pressed to help one that is further below, in thousandths, by turns.
    private static let ladder: [Int64] = [1_000, 990, 980, 960, 940, 920, 900, 850, 800, 700, 500]

    /// From this rung on, claims that cannot shrink are freed as well: costly, so only for groups far below.
    private static let substituteRung: Int64 = 960

    /// Tries per group and rung.
    private static let triesPerGroup = 1_000

    /// Claims that may make room for a group, per group and rung.
    private static let substitutes = 30

    /// How often the ladder is climbed down.
    private static let turns = 2

    private(set) var draft: Draft
    private let floors: [Int64]
    private let claimsOfGroup: [[Int]]

    private var instance: Instance { draft.instance }

    init(_ draft: Draft, floors: [Int64]) {
        self.draft = draft
        self.floors = floors
        var claimsOfGroup = [[Int]](repeating: [], count: floors.count)
        for (index, claim) in draft.instance.claims.enumerated() where draft.reach.claimLimits[index] > 0 {
            claimsOfGroup[claim.group].append(index)
        }
        self.claimsOfGroup = claimsOfGroup
    }

    /// Raises groups that are below their floors at the cost of groups that stay above them, or less far below.
    mutating func raiseGroups() {
        for _ in 0..<Self.turns {
            for rung in Self.ladder {
                let low = floors.indices.filter { draft.groupSums[$0] < held(rung, $0) }
                for group in low.sorted(by: { isFurther($0, $1) }) {
                    raise(group, at: rung)
                    if rung <= Self.substituteRung, draft.groupSums[group] < held(rung, group) {
                        substitute(for: group, at: rung)
                    }
                }
            }
        }
    }

    /// Frees a claim elsewhere that cannot shrink, so that its group is served by other claims and the rest comes here.
    private mutating func substitute(for group: Int, at rung: Int64) {
        let funds = Set(
            claimsOfGroup[group].filter { draft.room(of: $0) > 0 }.flatMap { claim in
                draft.reach.edgesOfClaim[claim].map { instance.edges[$0].fund }
            })
        var tries = Self.substitutes
        for claim in instance.claims.indices
        where draft.claimSums[claim] > 0 && instance.claims[claim].group != group
            && draft.lines(of: claim).contains(where: { funds.contains(instance.edges[$0].fund) })
        {
            tries -= 1
            if tries < 0 || draft.groupSums[group] >= held(rung, group) { return }
            substitute(claim, for: group, at: rung)
        }
    }

    private mutating func substitute(_ claim: Int, for group: Int, at rung: Int64) {
        let (other, place, before) = (instance.claims[claim].group, draft.place, draft.groupSums[group])
        draft.release(claim)
        raise(group, at: rung)
        let gained = draft.groupSums[group]
        raise(other, at: rung)
        if gained <= before || draft.groupSums[other] < held(rung, other) { draft.goBack(to: place) }
    }

    private mutating func raise(_ group: Int, at rung: Int64) {
        var tries = Self.triesPerGroup
        while tries > 0, draft.groupSums[group] < held(rung, group) {
            let before = draft.groupSums[group]
            for claim in claimsOfGroup[group] where tries > 0 && draft.room(of: claim) > 0 {
                tries -= 1
                if raise(claim, to: held(rung, group), at: rung) { break }
            }
            if draft.groupSums[group] == before { return }
        }
    }

    /// Gives a claim what its group lacks, or at least what is useful; says whether that was possible.
    private mutating func raise(_ claim: Int, to target: Int64, at rung: Int64) -> Bool {
        let group = instance.claims[claim].group
        let lacking = target - draft.groupSums[group]
        let least = max(1, instance.claims[claim].leastUseful - draft.claimSums[claim])
        let wanted = min(draft.room(of: claim), max(lacking, least))
        let edges = draft.reach.edgesOfClaim[claim].filter { draft.reach.edgeLimits[$0] > 0 }
        let place = draft.place
        if supply(claim, wanted, over: edges, keeping: rung) >= least { return true }
        draft.goBack(to: place)
        guard least > 1 else { return false }
        if supply(claim, wanted, over: byPlenty(edges, wanted, rung), keeping: rung) >= least { return true }
        draft.goBack(to: place)
        return false
    }

    /// The edges whose funds could give most, if lines elsewhere shrink as far as they may.
    private mutating func byPlenty(_ edges: [Int], _ wanted: Int64, _ rung: Int64) -> [Int] {
        let place = draft.place
        let plenty = edges.map { edge in
            let link = instance.edges[edge]
            let most = min(wanted, draft.reach.edgeLimits[edge] - draft.amounts[edge])
            reclaim(most, from: link.fund, for: link.claim, keeping: rung)
            defer { draft.goBack(to: place) }
            return (amount: min(most, draft.fundLeft[link.fund]), edge: edge)
        }
        return plenty.sorted { ($1.amount, $0.edge) < ($0.amount, $1.edge) }.map(\.edge)
    }

    /// Gives a claim up to `wanted` from its funds, taking it from other groups' lines; says how much that was.
    private mutating func supply(
        _ claim: Int, _ wanted: Int64, over edges: [Int], keeping rung: Int64
    ) -> Int64 {
        var given: Int64 = 0
        for edge in edges where given < wanted {
            let isNew = draft.amounts[edge] == 0
            if isNew, draft.lineCounts[claim] >= instance.mostFunds { continue }
            let most = min(wanted - given, draft.reach.edgeLimits[edge] - draft.amounts[edge])
            let least = isNew ? draft.least(on: edge) : 1
            guard most >= least else { continue }
            reclaim(most, from: instance.edges[edge].fund, for: claim, keeping: rung)
            let amount = min(most, draft.room(on: edge), draft.room(of: claim))
            guard amount >= least else { continue }
            draft.add(amount, to: edge)
            given += amount
        }
        return given
    }

    /// Takes back from a fund's lines, least worth first, until it has `amount` left.
    private mutating func reclaim(_ amount: Int64, from fund: Int, for claim: Int, keeping rung: Int64) {
        guard draft.fundLeft[fund] < amount else { return }
        let group = instance.claims[claim].group
        let lines = draft.reach.edgesOfFund[fund].filter { edge in
            draft.amounts[edge] > 0 && instance.claims[instance.edges[edge].claim].group != group
        }
        for line in lines.sorted(by: { isCheaper($0, $1) }) where draft.fundLeft[fund] < amount {
            shrink(line, by: amount - draft.fundLeft[fund], keeping: rung)
        }
    }

    /// Takes back from a line what it and its claim can do without, or else all of it.
    private mutating func shrink(_ line: Int, by amount: Int64, keeping rung: Int64) {
        let edge = instance.edges[line]
        let claim = instance.claims[edge.claim]
        let spare = draft.groupSums[claim.group] - held(rung, claim.group)
        guard spare > 0 else { return }
        let (has, sum) = (draft.amounts[line], draft.claimSums[edge.claim])
        let part = min(amount, spare, has - draft.least(on: line), sum - max(1, claim.leastUseful))
        if part >= amount {
            draft.add(-part, to: line)
        } else if has <= spare, sum - has >= claim.leastUseful || sum == has {
            draft.clear(line)
        } else if sum <= spare {
            draft.release(edge.claim)
        } else if part > 0 {
            draft.add(-part, to: line)
        }
    }

    /// What a group keeps at a rung of the ladder.
    private func held(_ rung: Int64, _ group: Int) -> Int64 { Fraction(rung, 1_000).of(floors[group]) }

    private func isCheaper(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (instance.edges[one].worth, instance.edges[other].worth)
        return left == right ? one < other : left < right
    }

    private func isFurther(_ one: Int, _ other: Int) -> Bool {
        let left = Int128(draft.groupSums[one]) * Int128(floors[other])
        let right = Int128(draft.groupSums[other]) * Int128(floors[one])
        return left == right ? one < other : left < right
    }
}
