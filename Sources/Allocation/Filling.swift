/// Gives out what is left: first where groups are below their floors, then where it is worth most.
struct Filling {
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
        self.claimsOfGroup = claimsOfGroup.map { claims in
            claims.sorted { Self.isBetter($0, $1, draft) }
        }
    }

    /// The draft with what is left given out.
    static func filled(_ draft: Draft, floors: [Int64]) -> Draft {
        var filling = Filling(draft, floors: floors)
        filling.raiseGroups()
        filling.spendRest()
        return filling.draft
    }

    /// Helps the group furthest below its floor, until none can be helped.
    private mutating func raiseGroups() {
        var open = Set(floors.indices.filter { draft.groupSums[$0] < floors[$0] })
        while let group = open.min(by: { isFurther($0, $1) }) {
            let helped = claimsOfGroup[group].contains { give(to: $0) > 0 }
            if !helped || draft.groupSums[group] >= floors[group] { open.remove(group) }
        }
    }

    /// Gives to claims in the order of their best worth.
    private mutating func spendRest() {
        let claims = claimsOfGroup.flatMap { $0 }.sorted { Self.isBetter($0, $1, draft) }
        for claim in claims where draft.room(of: claim) > 0 { _ = give(to: claim) }
    }

    /// Gives a claim as much as it can take and its funds have left; says how much that was.
    private mutating func give(to claim: Int) -> Int64 {
        let before = draft.claimSums[claim]
        topUp(claim)
        if draft.lineCounts[claim] < instance.mostFunds, draft.room(of: claim) > 0 {
            let byWorth = draft.reach.edgesOfClaim[claim].filter { isOpen($0) }
            addLines(byWorth, to: claim)
            if isTooLittle(claim) {
                draft.release(claim)
                addLines(byWorth.sorted { (draft.room(on: $1), $0) < (draft.room(on: $0), $1) }, to: claim)
            }
        }
        if isTooLittle(claim) { draft.release(claim) }
        return draft.claimSums[claim] - before
    }

    private func isTooLittle(_ claim: Int) -> Bool {
        draft.claimSums[claim] < instance.claims[claim].leastUseful
    }

    private func isOpen(_ edge: Int) -> Bool {
        draft.amounts[edge] == 0 && draft.room(on: edge) >= draft.least(on: edge)
    }

    private mutating func topUp(_ claim: Int) {
        for line in draft.lines(of: claim) {
            draft.add(min(draft.room(on: line), draft.room(of: claim)), to: line)
        }
    }

    private mutating func addLines(_ edges: [Int], to claim: Int) {
        for edge in edges where draft.lineCounts[claim] < instance.mostFunds {
            let amount = min(draft.room(on: edge), draft.room(of: claim))
            if amount >= draft.least(on: edge) { draft.add(amount, to: edge) }
        }
    }

    private func isFurther(_ one: Int, _ other: Int) -> Bool {
        let left = Int128(draft.groupSums[one]) * Int128(floors[other])
        let right = Int128(draft.groupSums[other]) * Int128(floors[one])
        return left == right ? one < other : left < right
    }

    private static func isBetter(_ one: Int, _ other: Int, _ draft: Draft) -> Bool {
        let (left, right) = (best(of: one, draft), best(of: other, draft))
        return left == right ? one < other : left > right
    }

    private static func best(of claim: Int, _ draft: Draft) -> Int64 {
        draft.reach.edgesOfClaim[claim].first.map { draft.instance.edges[$0].worth } ?? 0
    }
}
