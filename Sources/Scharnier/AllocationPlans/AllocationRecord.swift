import Allocation

/// A plan that was made and is kept: it changes nothing and holds nothing (matching.md §13).
package struct AllocationRecord: Equatable, Identifiable, Sendable {
    package let id: Identifier<AllocationRecord>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let organization: Identifier<Organization>
    package let method: AllocationOrder.Method
    package let programme: Identifier<Programme>?

    /// The position of the feed at which its inputs were read, and the rules by which they were judged.
    package let position: Int64
    package let ruleVersion: String

    /// How far it is.
    package var status: Status

    /// Why there is none, if it failed.
    package var failure: Failure?

    /// What is proposed.
    package var lines: [Line]

    /// The plan as it was told when it was made, in the form of the interface, and what nothing fitted.
    package var document: [UInt8]
    package let createdAt: Instant
    package var updatedAt: Instant
    package let createdBy: Identifier<AccessToken>?

    /// An amount for a need: from an offer, or from the one budget that was shared.
    package struct Line: Equatable, Sendable {
        package let offer: Identifier<Offer>?
        package let need: Identifier<Need>
        package let cents: Int64

        /// What became of it, if it was adopted.
        package var introduction: Identifier<Introduction>?

        /// An amount that nobody has adopted yet.
        package init(
            offer: Identifier<Offer>?, need: Identifier<Need>, cents: Int64,
            introduction: Identifier<Introduction>? = nil
        ) {
            self.offer = offer
            self.need = need
            self.cents = cents
            self.introduction = introduction
        }
    }

    /// A plan put together from what is kept of it.
    package init(
        id: Identifier<AllocationRecord>, version: Int64 = 0, organization: Identifier<Organization>,
        method: AllocationOrder.Method, programme: Identifier<Programme>? = nil, position: Int64,
        ruleVersion: String, status: Status = .done, failure: Failure? = nil, lines: [Line],
        document: [UInt8], createdAt: Instant, updatedAt: Instant,
        createdBy: Identifier<AccessToken>? = nil
    ) {
        self.id = id
        self.version = version
        self.organization = organization
        self.method = method
        self.programme = programme
        self.position = position
        self.ruleVersion = ruleVersion
        self.status = status
        self.failure = failure
        self.lines = lines
        self.document = document
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.createdBy = createdBy
    }
}

extension AllocationRecord {
    /// Who may know of it: whoever made it, and the city.
    package var audience: Audience { Audience(.parties, organizations: [organization]) }

    /// How `party` stands to it.
    package func closeness(of party: Party) -> Closeness {
        if party.role == .cityAdmin { return .city }
        return party.isFrom(organization) ? .own : .anyone
    }

    /// By what plans are sorted.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }
}

extension AllocationPlan {
    /// The lines of the plan, in its order.
    package var lines: [AllocationRecord.Line] {
        switch result {
        case .flow(let plan, let instance):
            plan.lines.map { line in
                let edge = instance.edges[line.edge]
                return self.line(order.offers[edge.fund].id, order.needs[edge.claim].id, line.amount)
            }
        case .shares(let amounts, _, _):
            amounts.enumerated().filter { $0.element > 0 }.map {
                self.line(nil, order.needs[$0.offset].id, $0.element)
            }
        }
    }

    private func line(_ offer: String?, _ need: String, _ cents: Int64) -> AllocationRecord.Line {
        AllocationRecord.Line(
            offer: offer.flatMap { Identifier($0) }, need: Identifier(need) ?? .nil, cents: cents)
    }
}
