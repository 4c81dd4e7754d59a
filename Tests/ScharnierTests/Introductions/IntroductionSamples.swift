import Scharnier

extension Introduction {
    /// A proposal by nobody in particular, between the carrier and the giver.
    static func example(
        status: Status = .proposed, host: Identifier<Organization>? = nil, broker: Broker? = nil,
        proposer: Identifier<Organization>? = nil, carrierAcceptedAt: Instant? = nil,
        supplierAcceptedAt: Instant? = nil, areas: [Identifier<Area>] = [.nordmarkt]
    ) -> Introduction {
        let now = Instant.at("2026-11-21T09:30:00Z")
        return Introduction(
            id: .numbered(1), need: .numbered(1), lines: [.init(item: .numbered(1), quantity: 5)],
            offer: .numbered(1), supplier: .giver, carrier: .carrier, host: host, broker: broker,
            proposer: proposer, channel: .direct, message: nil, overrideReason: nil, reason: nil,
            status: status,
            carrierAcceptedAt: carrierAcceptedAt, supplierAcceptedAt: supplierAcceptedAt,
            answerDueAt: now.adding(days: 14), areas: areas, createdAt: now, updatedAt: now)
    }
}
