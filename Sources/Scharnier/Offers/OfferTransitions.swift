extension Offer {
    /// The events of domain.md §5.4 that can be fired; `reserve` follows from holds and commitments.
    package enum Event: String, CaseIterable, Sendable {
        case submit, activate, pause, resume, confirm, expire, withdraw, close
        case goStale = "go_stale"
    }

    package static let machine = StateMachine<Status, Event>([
        Step([.draft], .submit, to: .submitted, by: [.owner]),
        Step([.submitted], .activate, to: .active, by: [.system]),
        Step([.active, .partlyReserved], .pause, to: .paused, by: [.owner, .city]),
        Step([.paused], .resume, to: .active, by: [.owner]),
        Step([.active, .partlyReserved], .goStale, to: .stale, by: [.system]),
        Step([.stale], .confirm, to: .active, by: [.owner]),
        Step([.active, .partlyReserved, .exhausted, .paused, .stale], .expire, to: .expired, by: [.system]),
        Step(
            [.active, .paused, .stale, .exhausted, .partlyReserved], .withdraw, to: .withdrawn, by: [.owner]),
        Step([.active, .exhausted, .partlyReserved, .expired], .close, to: .closed, by: [.owner, .city]),
    ])

    package static let pauseCodes = ["no_capacity", "under_review", "seasonal", "other"]
    package static let closeCodes = ["no_longer_offered", "misuse", "duplicate", "other"]

    /// The reasons that any event of an offer can have.
    package static var reasonCodes: [String] { Array(Set(pauseCodes + closeCodes)).sorted() }

    /// In what relations `party` may fire events; an officer acts as owner for stewarded organisations.
    package func actors(of party: Party, supplier: Organization?) -> Set<Actor> {
        var actors: Set<Actor> = []
        if party.role == .cityAdmin { actors.insert(.city) }
        if party.isFrom(organization) || supplier?.isInCharge(party) == true { actors.insert(.owner) }
        return actors
    }

    /// Confirmed at `now`, doubtful after the time the city allows.
    mutating func confirm(at now: Instant, by timers: TimerRules) {
        freshness = .init(confirmedAt: now, staleAt: now.adding(days: timers.offerStaleDays))
    }
}
