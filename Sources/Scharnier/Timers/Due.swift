/// What the clock does to a record next, and when (domain.md §5.1).
package struct Due<Effect: Equatable & Sendable>: Equatable, Sendable {
    package let effect: Effect
    package let at: Instant

    /// The first of several; of those at one moment the one named first.
    static func first(_ candidates: Self?...) -> Self? {
        candidates.compactMap { $0 }.min { $0.at < $1.at }
    }

    /// `effect` at a moment, if there is one.
    package init?(_ effect: Effect, _ at: Instant?) {
        guard let at else { return nil }
        self.effect = effect
        self.at = at
    }
}

/// What the clock does to needs, offers and introductions.
package enum TimerEffect: String, CaseIterable, Sendable {
    /// Nobody confirmed it for too long: the public and portals no longer see it.
    case goStale = "go_stale"
    /// Its last day is over.
    case expire
    /// A need that lasts is looked at again on the day it names.
    case reviewDue = "review_due"
    /// The capacity of an offer begins anew with its period.
    case reserve
    /// Nobody answered a proposal.
    case lapse
    /// A reservation ends, and frees its quantity.
    case releaseHold = "release_hold"
    /// The first day of what was promised has come.
    case start
    /// Both sides have said what came of a commitment, or have had time enough to.
    case close
    /// A plan that nobody makes any more, because the program was stopped.
    case giveUp = "give_up"
}

extension Need {
    /// What the clock does to it next; `nil` while it waits for people only.
    package var due: Due<TimerEffect>? {
        switch status {
        case .published, .partiallyMet:
            Due.first(Due(.expire, endsAt), Due(.goStale, freshness?.staleAt), Due(.reviewDue, reviewsAt))
        case .paused, .stale: Due(.expire, endsAt)
        case .draft, .submitted, .returned, .rejected, .met, .expired, .closed: nil
        }
    }

    /// The beginning of the day after its last.
    private var endsAt: Instant? { content.lastDay.map { LocalTime.start(of: $0.adding(1)) } }

    /// When a need that lasts must be looked at again: a check on that day or later counts for it.
    private var reviewsAt: Instant? {
        guard content.horizon == .permanent, !needsReview, let day = content.reviewOn else { return nil }
        let begin = LocalTime.start(of: day)
        return verification.map { $0.at >= begin } ?? false ? nil : begin
    }
}

extension Offer {
    /// What the clock does to it next; `nil` while it waits for people only.
    package var due: Due<TimerEffect>? {
        switch status {
        case .active, .partlyReserved:
            Due.first(Due(.expire, endsAt), Due(.reserve, renewsAt), Due(.goStale, freshness?.staleAt))
        case .exhausted, .paused, .stale: Due.first(Due(.expire, endsAt), Due(.reserve, renewsAt))
        case .draft, .submitted, .expired, .withdrawn, .closed: nil
        }
    }

    /// The end of its window, which the window does not contain.
    private var endsAt: Instant? { content.available.to.map { LocalTime.start(of: $0) } }

    /// When what is used now no longer counts.
    private var renewsAt: Instant? {
        guard let start = usage.periodStart, usage.held + usage.committed > 0 else { return nil }
        return nextPeriod(after: start).map { LocalTime.start(of: $0) }
    }
}

extension Introduction {
    /// What the clock does to it next; `nil` while it waits for people only.
    package var due: Due<TimerEffect>? {
        switch status {
        case .proposed, .acceptedByOne: Due(.lapse, answerDueAt)
        case .connected, .inTalks:
            Due(.releaseHold, holds.filter { $0.releasedAt == nil }.map(\.expiresAt).min())
        case .agreed, .declined, .lapsed, .withdrawn, .failed: nil
        }
    }
}
