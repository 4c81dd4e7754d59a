extension Exchange {
    /// Edges of a claim that are tried, best worth first: what is worth less rarely displaces anything.
    private static let edgesPerClaim = 4

    /// Moves money to where it is worth more: from the same fund's lines, and from the same owner's.
    ///
    /// Groups keep their floors, or what they have if it is less. This is also where a limit over several groups,
    /// which the network splits in fixed parts, finds its best use.
    mutating func raiseWorth() {
        for claim in instance.claims.indices {
            for edge in draft.reach.edgesOfClaim[claim].prefix(Self.edgesPerClaim) { move(to: edge) }
        }
    }

    private mutating func move(to edge: Int) {
        let link = instance.edges[edge]
        let claim = instance.claims[link.claim]
        let isNew = draft.amounts[edge] == 0
        if isNew, draft.lineCounts[link.claim] >= instance.mostFunds { return }
        let gap = draft.reach.claimLimits[link.claim] - draft.claimSums[link.claim]
        let wanted = min(gap, draft.reach.edgeLimits[edge] - draft.amounts[edge])
        let least = max(
            isNew ? draft.least(on: edge) : 1, claim.leastUseful - draft.claimSums[link.claim])
        guard wanted >= least else { return }
        let (place, worth, sum) = (draft.place, draft.worth, draft.groupSums[claim.group])
        free(wanted, on: edge)
        let amount = min(wanted, draft.room(on: edge), draft.room(of: link.claim))
        if amount >= least { draft.add(amount, to: edge) }
        let isKept = draft.groupSums[claim.group] >= min(sum, floors[claim.group])
        if amount < least || draft.worth <= worth || !isKept { draft.goBack(to: place) }
    }

    /// Frees what an edge would take, from lines that are worth less.
    private mutating func free(_ amount: Int64, on edge: Int) {
        let link = instance.edges[edge]
        let (group, owner) = (instance.claims[link.claim].group, instance.claims[link.claim].owner)
        if draft.fundLeft[link.fund] < amount {
            for line in cheaper(draft.reach.edgesOfFund[link.fund], than: edge)
            where draft.fundLeft[link.fund] < amount {
                shrink(line, by: amount - draft.fundLeft[link.fund], keeping: 1_000, free: group)
            }
        }
        if draft.ownerLeft[owner] < amount {
            let lines = claimsOfOwner[owner].flatMap { draft.lines(of: $0) }
            for line in cheaper(lines, than: edge) where draft.ownerLeft[owner] < amount {
                shrink(line, by: amount - draft.ownerLeft[owner], keeping: 1_000, free: group)
            }
        }
    }

    private func cheaper(_ edges: [Int], than edge: Int) -> [Int] {
        let link = instance.edges[edge]
        return edges.filter { other in
            draft.amounts[other] > 0 && instance.edges[other].claim != link.claim
                && instance.edges[other].worth < link.worth
        }.sorted { isCheaper($0, $1) }
    }
}
