extension Need {
    /// Whether it is open for offers.
    package var isLive: Bool { status == .published || status == .partiallyMet }

    /// Who may know of it: rule V of domain.md §3.2.
    package var audience: Audience {
        // Those introduced to it do not follow it back into its drafts.
        let isDraft = [.draft, .submitted, .returned, .rejected].contains(status)
        let parties = [carrier, content.host] + (isDraft ? [] : introduced.map(Optional.some))
        let areas = content.beneficiaryAreas + [recordedForArea].compactMap { $0 }
        return Audience(openness, organizations: parties, areas: areas)
    }

    private var openness: Audience.Openness {
        switch status {
        case .draft, .submitted, .returned, .rejected: .parties
        case .published, .partiallyMet:
            switch content.visibility {
            case .public: .everyone
            case .registered: .registered
            case .brokered: .parties
            }
        // A brokered record is not opened by its end.
        case .met, .paused, .stale, .expired, .closed:
            content.visibility == .brokered ? .parties : .cityReaders
        }
    }

    /// How `party` stands to it, which decides what fields it shows.
    package func closeness(of party: Party) -> Closeness {
        if party.role == .cityAdmin { return .city }
        if party.isFrom(carrier) || isSteward(party) { return .own }
        if isInCharge(party) || party.isFrom(content.host) { return .party }
        return introduced.contains { party.isFrom($0) } ? .party : .anyone
    }

    /// Whether `party` is the officer who acts for its carrier.
    private func isSteward(_ party: Party) -> Bool {
        guard party.role == .areaOfficer, let recordedForArea else { return false }
        return party.areas.contains(recordedForArea)
    }

    /// Whether `party` is an officer of one of its areas.
    package func isInCharge(_ party: Party) -> Bool {
        party.role == .areaOfficer
            && !party.areas.isDisjoint(with: content.beneficiaryAreas + [recordedForArea].compactMap { $0 })
    }

    /// Recomputes the state from what is promised (domain.md §5.3, `cover`).
    package mutating func cover() {
        guard [.published, .partiallyMet, .met].contains(status) else { return }
        let lines = items.filter { !$0.isWithdrawn }
        if lines.allSatisfy({ $0.committed >= $0.content.quantity }) {
            status = .met
        } else {
            status = lines.contains { $0.committed > 0 } ? .partiallyMet : .published
        }
    }

    /// How much of all lines is promised, in basis points: the mean of the lines, rounded down.
    package var committedBasisPoints: Int64 { share { $0.committed } }

    /// How much of all lines is delivered and acknowledged, in basis points.
    package var fulfilledBasisPoints: Int64 { share { $0.fulfilled } }

    private func share(_ part: (borrowing NeedItem) -> Int64) -> Int64 {
        var (sum, lines): (Int64, Int64) = (0, 0)
        for index in items.indices where !items[index].isWithdrawn {
            // Quantities reach 10^12 and the factor is 10^4: no overflow.
            sum += min(10_000, part(items[index]) * 10_000 / max(1, items[index].content.quantity))
            lines += 1
        }
        return lines == 0 ? 0 : sum / lines
    }
}
