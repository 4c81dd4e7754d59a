@testable import Scharnier

extension Commitment {
    /// A promise of ten of the first line of a need.
    static func example(
        status: Status = .drafted, kind: ResourceKind = .goods, quantity: Int64 = 10, delivered: Int64 = 0,
        acknowledged: Int64 = 0, host: Identifier<Organization>? = nil, isTaken: Bool = false
    ) -> Commitment {
        let line = Line(
            content: .init(item: .numbered(1), quantity: quantity), kind: kind,
            unit: kind == .money ? nil : .piece, delivered: delivered, acknowledged: acknowledged)
        return Commitment(
            id: .numbered(1), introduction: .numbered(1), need: .numbered(1), offer: .numbered(1),
            carrier: .carrier, supplier: .giver, host: host, broker: nil,
            content: Content(legalNature: .inKindDonation), lines: [line], status: status,
            takenAt: isTaken ? .now : nil, areas: [.nordmarkt], createdAt: .now, updatedAt: .now)
    }
}

extension Instant {
    static let now = Instant.at("2026-11-21T09:30:00Z")
}
