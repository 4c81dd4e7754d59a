extension Need {
    /// The events of domain.md §5.3 that can be fired.
    package enum Event: String, CaseIterable, Sendable {
        case submit, publish, `return`, reject, withdraw, pause, resume, close, confirm, expire, reopen,
            approve
        case goStale = "go_stale"
    }

    /// The state machine; `cover`, `revise` and `redact` are consequences of other writes.
    package static let machine = StateMachine<Status, Event>([
        Step([.draft, .returned], .submit, to: .submitted, by: [.owner, .officer]),
        Step([.submitted], .publish, to: .published, by: [.officer, .city]),
        Step([.submitted, .published, .partiallyMet], .return, to: .returned, by: [.officer, .city]),
        Step([.submitted], .reject, to: .rejected, by: [.officer, .city]),
        Step([.submitted, .published, .partiallyMet, .paused, .stale], .withdraw, to: .closed, by: [.owner]),
        Step([.published, .partiallyMet], .pause, to: .paused, by: [.owner, .officer, .city]),
        Step([.paused], .resume, to: nil, by: [.owner, .officer]),
        Step([.met, .partiallyMet, .published], .close, to: .closed, by: [.owner, .officer, .city]),
        Step([.published, .partiallyMet], .goStale, to: .stale, by: [.system]),
        Step([.stale], .confirm, to: nil, by: [.owner, .officer]),
        Step([.published, .partiallyMet, .paused, .stale], .expire, to: .expired, by: [.system]),
        Step([.expired], .reopen, to: .submitted, by: [.owner, .officer]),
        Step([.published, .partiallyMet], .approve, to: nil, by: [.officer, .city]),
    ])

    package static let rejectCodes = [
        "out_of_scope", "not_verifiable", "duplicate", "commercial_purpose", "political_or_religious_purpose",
        "personal_data_in_text", "incomplete",
    ]
    package static let returnCodes = [
        "incomplete", "unclear_text", "personal_data_in_text", "funding_check_required", "wrong_area",
    ]
    package static let failureCodes = [
        "no_offer", "offer_unfit", "funding_refused", "carrier_capacity", "other",
    ]
    package static let pauseCodes = ["carrier_capacity", "waiting_for_funding", "under_review", "other"]

    /// The reasons that any event of a need can have.
    package static var reasonCodes: [String] {
        Array(Set(rejectCodes + returnCodes + failureCodes + pauseCodes)).sorted()
    }

    /// In what relations `party` may fire events; an officer acts as owner for stewarded organisations.
    package func actors(of party: Party, carrier: Organization?) -> Set<Actor> {
        var actors: Set<Actor> = []
        if party.role == .cityAdmin { actors.insert(.city) }
        if party.isFrom(self.carrier) || carrier?.isInCharge(party) == true { actors.insert(.owner) }
        if isInCharge(party) { actors.insert(.officer) }
        return actors
    }

    /// Confirmed at `now`, doubtful after the time its horizon allows.
    mutating func confirm(at now: Instant, by timers: TimerRules) {
        freshness = Freshness(
            confirmedAt: now, staleAt: now.adding(days: timers.needStaleDays(content.horizon)))
    }
}
