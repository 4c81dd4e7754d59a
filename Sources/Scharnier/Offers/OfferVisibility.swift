extension Offer {
    /// Whether it can be taken up.
    package var isLive: Bool { status == .active || status == .partlyReserved }

    /// Whether others see whose it is (R-28, F-36).
    package var isNamed: Bool { content.publicity != .none }

    /// Whether `party` sees whose it is: an unnamed giver shows itself by proposing or by accepting.
    package func showsGiver(to party: Party) -> Bool { isNamed || closeness(of: party) >= .party }

    /// Who may know of it: rule V of domain.md §3.2.
    package var audience: Audience {
        Audience(
            openness, organizations: [organization] + introduced.map(Optional.some),
            areas: [recordedForArea].compactMap { $0 })
    }

    private var openness: Audience.Openness {
        switch status {
        case .draft, .submitted: .parties
        case .active, .partlyReserved:
            switch content.visibility {
            case .public: .everyone
            case .registered: .registered
            case .brokered: .parties
            }
        // A brokered record is not opened by its end.
        case .exhausted, .paused, .stale, .expired, .withdrawn, .closed:
            content.visibility == .brokered ? .parties : .cityReaders
        }
    }

    /// Whether `party` is the officer who acts for its organisation.
    private func isInCharge(_ party: Party) -> Bool {
        guard party.role == .areaOfficer, let recordedForArea else { return false }
        return party.areas.contains(recordedForArea)
    }

    /// How `party` stands to it, which decides what fields it shows.
    package func closeness(of party: Party) -> Closeness {
        if party.role == .cityAdmin { return .city }
        if party.isFrom(organization) || isInCharge(party) { return .own }
        return namedTo.contains { party.isFrom($0) } ? .party : .anyone
    }
}
