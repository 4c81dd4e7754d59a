extension Idea {
    /// The events of domain.md §5.8.
    package enum Event: String, CaseIterable, Sendable {
        case publish, adopt, drop
    }

    package static let machine = StateMachine<Status, Event>([
        Step([.submitted], .publish, to: .published, by: [.officer, .city]),
        Step([.published], .adopt, to: .adopted, by: [.carrier]),
        Step([.submitted, .published], .drop, to: .dropped, by: [.officer, .city]),
    ])

    /// In what relations `party` may fire events; an idea without an area is any officer's.
    package func actors(of party: Party) -> Set<Actor> {
        switch party.role {
        case .cityAdmin: [.city]
        case .areaOfficer: isInCharge(party) ? [.officer] : []
        case .carrier, .network: [.carrier]
        default: []
        }
    }

    /// Whether `party` is an officer of one of its areas, or acts for whoever had it.
    private func isInCharge(_ party: Party) -> Bool {
        guard !content.areas.isEmpty else { return true }
        return !party.areas.isDisjoint(with: content.areas)
            || recordedForArea.map(party.areas.contains) == true
    }
}
