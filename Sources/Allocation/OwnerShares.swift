/// Where owners' limits stand in a network.
struct OwnerShares {
    private(set) var shares: [Layout.Share] = []
    private(set) var ofClaim: [Int?]
    private(set) var isExact = true

    private let instance: Instance
    private let reach: Reach

    init(_ instance: Instance, _ reach: Reach, spanning: Layout.Spanning) {
        self.instance = instance
        self.reach = reach
        ofClaim = [Int?](repeating: nil, count: instance.claims.count)
        var claimsOfOwner = [[Int]](repeating: [], count: instance.ownerLimits.count)
        for (index, claim) in instance.claims.enumerated() where reach.claimLimits[index] > 0 {
            claimsOfOwner[claim.owner].append(index)
        }
        for (owner, claims) in claimsOfOwner.enumerated()
        where demand(of: claims) > instance.ownerLimits[owner] {
            place(owner, claims, spanning)
        }
    }

    private func demand(of claims: [Int]) -> Int64 { claims.reduce(0) { $0 + reach.claimLimits[$1] } }

    private mutating func place(_ owner: Int, _ claims: [Int], _ spanning: Layout.Spanning) {
        let groups = Set(claims.map { instance.claims[$0].group }).sorted()
        let limit = instance.ownerLimits[owner]
        isExact = isExact && (groups.count == 1 || spanning == .joined)
        switch spanning {
        case .free where groups.count > 1: break
        case .joined: add(Layout.Share(owner: owner, group: groups[0], limit: limit), for: claims)
        case .free, .split: split(limit, of: owner, claims, among: groups)
        }
    }

    private mutating func split(_ limit: Int64, of owner: Int, _ claims: [Int], among groups: [Int]) {
        var (limitLeft, demandLeft) = (limit, demand(of: claims))
        for group in groups {
            let members = claims.filter { instance.claims[$0].group == group }
            let part = Fraction(demand(of: members), demandLeft).of(limitLeft)
            add(Layout.Share(owner: owner, group: group, limit: part), for: members)
            (limitLeft, demandLeft) = (limitLeft - part, demandLeft - demand(of: members))
        }
    }

    private mutating func add(_ share: Layout.Share, for claims: [Int]) {
        for claim in claims { ofClaim[claim] = shares.count }
        shares.append(share)
    }
}
