import Scharnier

extension NeedItem {
    /// A line of ten school bags, unless told otherwise.
    static func example(
        _ number: UInt64 = 1, _ kind: ResourceKind = .goods, quantity: Int64 = 10, committed: Int64 = 0,
        held: Int64 = 0, fulfilled: Int64 = 0, isWithdrawn: Bool = false
    ) -> NeedItem {
        NeedItem(
            id: .numbered(number), content: .example(kind, quantity: quantity), committed: committed,
            held: held,
            fulfilled: fulfilled, isWithdrawn: isWithdrawn)
    }
}

extension NeedItem.Content {
    /// What such a line says.
    static func example(_ kind: ResourceKind = .goods, quantity: Int64 = 10) -> NeedItem.Content {
        let isMoney = kind == .money
        var content = NeedItem.Content(
            kind: kind, title: "Schulranzen", quantity: quantity, unit: isMoney ? nil : .piece,
            minimum: isMoney ? min(100, quantity) : 1)
        if isMoney { (content.costType, content.costLayer) = (.material, .project) }
        return content
    }
}

extension Need.Content {
    /// The facts that suffice to submit.
    static var example: Need.Content {
        var content = Need.Content()
        content.title = "Schulranzen für den Schulanfang"
        content.text = "Zehn Kinder beginnen im Sommer die Schule ohne Ranzen."
        content.horizon = .acute
        content.neededByOn = .on("2026-12-21")
        content.beneficiaryAreas = [.nordmarkt]
        return content
    }
}

extension Need {
    /// A complete need in this state.
    static func example(
        status: Status = .published, visibility: Visibility = .public, items: [NeedItem] = [.example()],
        recordedFor area: Identifier<Area>? = nil, introduced: Set<Identifier<Organization>> = [],
        _ change: (inout Content) -> Void = { _ in }
    ) -> Need {
        var content = Content.example
        content.visibility = visibility
        change(&content)
        let now = Instant.at("2026-11-21T09:30:00Z")
        return Need(
            id: .numbered(1), carrier: .carrier, content: content, items: items, status: status,
            recordedForArea: area, introduced: introduced, createdAt: now, updatedAt: now)
    }
}
