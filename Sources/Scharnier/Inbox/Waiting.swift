// What each record waits for, and for whom: domain.md §5 as far as somebody has to act.

/// A step that a record waits for.
struct Waiting: Equatable {
    let kind: InboxTask.Kind

    /// Who can do it; one of them is enough.
    let actors: Set<Actor>
}

extension Need {
    /// What it waits for at `now`.
    func waiting(at now: Instant, by timers: TimerRules) -> [Waiting] {
        switch status {
        case .submitted: [Waiting(kind: .verifyNeed, actors: [.officer, .city])]
        case .returned: [Waiting(kind: .reviseNeed, actors: [.owner])]
        case .stale: [Waiting(kind: .confirmNeed, actors: [.owner])]
        case .published, .partiallyMet:
            (needsReview ? [Waiting(kind: .reviewNeed, actors: [.officer, .city])] : [])
                + (isDoubtful(at: now, by: timers) ? [Waiting(kind: .confirmNeed, actors: [.owner])] : [])
        case .draft, .rejected, .met, .paused, .expired, .closed: []
        }
    }

    /// Whether its owner is asked to confirm it before it rests.
    private func isDoubtful(at now: Instant, by timers: TimerRules) -> Bool {
        let days = timers.staleNotice.days(for: content.horizon)
        return freshness.map { $0.staleAt.adding(days: -days) <= now } ?? false
    }

    /// When a step is due that began to wait at `since`.
    func due(_ kind: InboxTask.Kind, since: Instant, by timers: TimerRules) -> Instant? {
        switch kind {
        case .verifyNeed, .reviewNeed: since.adding(workingDays: timers.verifyWorkingDays)
        case .confirmNeed: freshness?.staleAt
        default: nil
        }
    }
}

extension Offer {
    /// Whether it waits at `now` for its owner to confirm it.
    func isWaiting(at now: Instant, by timers: TimerRules) -> Bool {
        switch status {
        case .stale: true
        case .active, .partlyReserved:
            freshness.map { $0.staleAt.adding(days: -timers.staleNotice.days) <= now } ?? false
        case .draft, .submitted, .exhausted, .paused, .expired, .withdrawn, .closed: false
        }
    }
}

extension Introduction {
    /// What it waits for.
    var waiting: Waiting? {
        switch status {
        case .proposed, .acceptedByOne:
            waitingOn.map {
                Waiting(kind: .answerIntroduction, actors: [$0 == .carrier ? .carrier : .supplier])
            }
        case .connected, .inTalks:
            Waiting(kind: .continueIntroduction, actors: [.carrier, .supplier, .broker])
        case .agreed, .declined, .lapsed, .withdrawn, .failed: nil
        }
    }

    /// When that is due: the answer, or the end of the first reservation.
    var waitsUntil: Instant? {
        status == .proposed || status == .acceptedByOne
            ? answerDueAt : holds.filter { $0.releasedAt == nil }.map(\.expiresAt).min()
    }
}

extension Organization {
    /// How long before its end a tax status is asked for anew, in days (F-10).
    static let taxNoticeDays = 60

    /// What it waits for at `now`.
    func waiting(on today: Day) -> [Waiting] {
        guard status == .active else { return [] }
        var waiting: [Waiting] = []
        if verification.status == .unverified {
            waiting.append(Waiting(kind: .verifyOrganization, actors: [.officer, .city]))
        }
        if let tax = profile.taxStatus, tax.basis != .none, tax.confirmation == nil {
            waiting.append(Waiting(kind: .confirmTaxStatus, actors: [.officer, .city]))
        }
        if let end = profile.taxStatus?.receiptsUntil, end.adding(-Self.taxNoticeDays) <= today {
            waiting.append(Waiting(kind: .renewTaxStatus, actors: [.owner]))
        }
        return waiting
    }
}
