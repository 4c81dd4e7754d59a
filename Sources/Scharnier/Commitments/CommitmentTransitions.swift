extension Commitment {
    /// The events of domain.md §5.6; signing, deciding and evaluating are made by facts of their own.
    package enum Event: String, CaseIterable, Sendable {
        case sign, discard, start, deliver, acknowledge, dispute, resolve, evaluate, close, cancel
    }

    package static let machine = StateMachine<Status, Event>([
        Step([.drafted], .sign, to: nil, by: [.carrier, .supplier, .host]),
        Step([.drafted], .discard, to: .discarded, by: [.carrier, .supplier]),
        Step([.confirmed], .start, to: .inDelivery, by: [.supplier, .system]),
        Step([.confirmed, .inDelivery], .deliver, to: nil, by: [.supplier]),
        Step([.delivered], .acknowledge, to: .acknowledged, by: [.carrier]),
        Step([.inDelivery, .delivered], .dispute, to: .disputed, by: [.carrier, .supplier]),
        Step([.disputed], .resolve, to: nil, by: [.officer, .city]),
        Step([.acknowledged], .evaluate, to: nil, by: [.carrier, .supplier]),
        Step([.acknowledged, .evaluated], .close, to: .closed, by: [.system, .city]),
        Step(
            [.drafted, .confirmed, .inDelivery], .cancel, to: .cancelled,
            by: [.carrier, .supplier, .city]),
    ])

    package static let cancelCodes = [
        "supplier_cannot_deliver", "carrier_no_longer_needs", "force_majeure", "funding_conflict",
        "organization_closed", "mutual",
    ]
    package static let disputeCodes = [
        "not_received", "incomplete_delivery", "defective", "not_as_agreed", "access_refused", "other",
    ]

    /// The reasons that any event of a commitment can have.
    package static var reasonCodes: [String] { cancelCodes + disputeCodes }

    /// Whether it may still come to something: an introduction has at most one such.
    package var isOpen: Bool { status != .cancelled && status != .discarded && status != .closed }

    /// Whether somebody still has to give, to take or to decide what was promised.
    package var isBinding: Bool { [.confirmed, .inDelivery, .delivered, .disputed].contains(status) }

    /// Whether it was given up, so that its introduction can lead to another.
    package var isGivenUp: Bool { status == .cancelled || status == .discarded }

    /// Who may know of it: both sides, host, broker and the officers of its areas (domain.md §3.2, row 36).
    package var audience: Audience {
        Audience(.parties, organizations: [carrier, supplier, host, broker], areas: areas)
    }

    /// Who has to sign: both sides, and the host where it receives the money.
    package var signatories: [Side] {
        host != nil && content.payee == host && hasMoney ? Side.allCases : [.carrier, .supplier]
    }

    /// The sides that have not signed what it says now.
    package var unsigned: [Side] {
        signatories.filter { side in
            !signatures.contains { $0.side == side && $0.revision == revision }
        }
    }

    /// Who acts on a side.
    package func organization(of side: Side) -> Identifier<Organization>? {
        switch side {
        case .carrier: carrier
        case .supplier: supplier
        case .host: host
        }
    }

    /// Whether every line was given whole.
    var isDelivered: Bool { lines.allSatisfy { $0.delivered >= $0.content.quantity } }
}

extension Commitment.Side {
    /// In what relation a side acts.
    var actor: Actor {
        switch self {
        case .carrier: .carrier
        case .supplier: .supplier
        case .host: .host
        }
    }
}
