extension Introduction {
    /// The events of domain.md §5.5 that can be fired.
    package enum Event: String, CaseIterable, Sendable {
        case accept, decline, lapse, withdraw, agree, fail
        case startTalks = "start_talks"
        case extendHold = "extend_hold"
        case releaseHold = "release_hold"
    }

    package static let machine = StateMachine<Status, Event>([
        Step([.proposed, .acceptedByOne], .accept, to: nil, by: [.carrier, .supplier]),
        Step([.proposed, .acceptedByOne], .decline, to: .declined, by: [.carrier, .supplier]),
        Step([.proposed, .acceptedByOne], .lapse, to: .lapsed, by: [.system]),
        Step([.proposed, .acceptedByOne], .withdraw, to: .withdrawn, by: [.proposer]),
        Step([.connected], .startTalks, to: .inTalks, by: [.carrier, .supplier, .broker]),
        Step([.connected, .inTalks], .extendHold, to: nil, by: [.carrier, .supplier, .broker]),
        Step([.connected, .inTalks], .releaseHold, to: nil, by: [.supplier, .broker, .system]),
        Step([.connected, .inTalks], .agree, to: .agreed, by: [.carrier, .supplier]),
        Step([.connected, .inTalks], .fail, to: .failed, by: [.carrier, .supplier, .broker]),
    ])

    package static let declineCodes = [
        "no_capacity", "not_our_topic", "area_not_covered", "timing", "legal_constraint", "funding_rule",
        "already_supported", "alternative_found", "conflict_of_interest", "no_answer", "no_reason_given",
    ]

    /// The reasons that any event of an introduction can have.
    package static var reasonCodes: [String] { declineCodes }

    /// How often a reservation can be extended (domain.md §5.1 `hold`).
    package static let mostExtensions: Int64 = 2

    /// Days in which a declined item is not suggested to the supplier again (`decline_block`).
    package static let declineBlockDays = 180

    /// Whether both sides may still say yes, or already did.
    package var isOpen: Bool {
        [.proposed, .acceptedByOne, .connected, .inTalks].contains(status)
    }

    /// Whether both sides said yes, so that each sees the other's contact.
    package var isConnected: Bool { carrierAcceptedAt != nil && supplierAcceptedAt != nil }

    /// On which side `party` stands.
    package func side(of party: Party) -> Side? {
        party.isFrom(carrier) ? .carrier : party.isFrom(supplier) ? .supplier : nil
    }

    /// Who may know of it: both sides, host, broker and the officers of its areas.
    package var audience: Audience {
        Audience(
            .parties, organizations: [carrier, supplier, host, broker?.organization, proposer], areas: areas)
    }

    /// In what relations `party` may fire events; an officer acts for stewarded organisations.
    package func actors(of party: Party, carrier: Organization?, supplier: Organization?) -> Set<Actor> {
        var actors: Set<Actor> = []
        if party.isFrom(self.carrier) || carrier?.isInCharge(party) == true { actors.insert(.carrier) }
        if party.isFrom(self.supplier) || supplier?.isInCharge(party) == true { actors.insert(.supplier) }
        if party.isFrom(broker?.organization) { actors.insert(.broker) }
        if party.isFrom(proposer) { actors.insert(.proposer) }
        return actors
    }

    /// The party whose move it is, while the introduction waits for an answer.
    package var waitingOn: Side? {
        guard status == .proposed || status == .acceptedByOne else { return nil }
        return carrierAcceptedAt == nil ? .carrier : .supplier
    }
}
