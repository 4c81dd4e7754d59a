import Scharnier

extension Offer {
    /// A hundred pieces once, unless told otherwise.
    static func example(
        _ kind: ResourceKind = .goods, status: Status = .active, usage: Usage = .init(),
        introduced: Set<Identifier<Organization>> = [], _ change: (inout Content) -> Void = { _ in }
    ) -> Offer {
        var content = Content(kind: kind)
        content.title = "Hundert Ranzen"
        content.quantity = kind == .money ? 1_000_000 : 100
        content.unit = kind == .money ? nil : .piece
        content.reach = .city
        change(&content)
        let now = Instant.at("2026-11-21T09:30:00Z")
        return Offer(
            id: .numbered(1), organization: .giver, supplierKind: .foundation, content: content, usage: usage,
            status: status, introduced: introduced, createdAt: now, updatedAt: now)
    }
}
