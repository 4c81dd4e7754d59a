/// A budget that can be shared among claims.
package struct Fund: Hashable, Sendable {
    /// What there is to give.
    package var budget: Int64

    /// The least that one claim gets, if it gets any of this fund.
    package var minimumGrant: Int64

    /// The most that one claim gets of this fund.
    package var maximumGrant: Int64

    /// A fund; by default it gives any amount up to all it has.
    package init(budget: Int64, minimumGrant: Int64 = 0, maximumGrant: Int64 = Instance.mostAmount) {
        self.budget = budget
        self.minimumGrant = minimumGrant
        self.maximumGrant = maximumGrant
    }
}

/// Something that an amount is asked for.
package struct Claim: Hashable, Sendable {
    /// The group whose coverage it counts for.
    package var group: Int

    /// The owner that asks.
    package var owner: Int

    /// The most that it can take.
    package var cap: Int64

    /// The least that is of any use: it gets at least this or nothing.
    package var leastUseful: Int64

    /// A claim; by default any amount is useful.
    package init(group: Int, owner: Int, cap: Int64, leastUseful: Int64 = 0) {
        self.group = group
        self.owner = owner
        self.cap = cap
        self.leastUseful = leastUseful
    }
}

/// That a fund may give to a claim, and what each unit given is worth.
package struct Edge: Hashable, Sendable {
    /// The fund that gives.
    package var fund: Int

    /// The claim that gets.
    package var claim: Int

    /// What a unit is worth, in ten-thousandths.
    package var worth: Int64

    /// A pair that goes together.
    package init(fund: Int, claim: Int, worth: Int64) {
        self.fund = fund
        self.claim = claim
        self.worth = worth
    }
}

/// Who may give how much to whom, and what is wanted of the result.
///
/// Positions are the order: whoever wants ties broken by id sorts by id first.
package struct Instance: Sendable {
    /// The budgets.
    package var funds: [Fund]

    /// What is asked for.
    package var claims: [Claim]

    /// The pairs that go together, each once.
    package var edges: [Edge]

    /// The least share that each group must be covered by, in ten-thousandths.
    package var groupFloors: [Int64]

    /// The most that each owner may get, over all its claims.
    package var ownerLimits: [Int64]

    /// How many funds may give to the same claim.
    package var mostFunds = 3

    /// How much of its leximin level each group keeps, in ten-thousandths: 10,000 is the fairest, 0 asks for worth alone.
    package var fairness: Int64 = 10_000

    /// An instance; groups and owners are as many as there are floors and limits.
    package init(
        funds: [Fund], claims: [Claim], edges: [Edge], groupFloors: [Int64], ownerLimits: [Int64]
    ) {
        self.funds = funds
        self.claims = claims
        self.edges = edges
        self.groupFloors = groupFloors
        self.ownerLimits = ownerLimits
    }
}
