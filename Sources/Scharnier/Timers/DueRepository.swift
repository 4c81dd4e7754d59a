/// A record whose moment has come.
package struct DueRecord: Equatable, Sendable {
    package let subject: Subject
    package let id: Identifier<Change>
    package let at: Instant

    /// A record, and the moment that was noted for it.
    package init(_ subject: Subject, _ id: Identifier<Change>, at: Instant) {
        self.subject = subject
        self.id = id
        self.at = at
    }
}

/// Finds what the clock has to do with.
package protocol DueReading {
    /// At most `limit` records whose moment is not after `moment`, those that wait longest first.
    func due(at moment: Instant, limit: Int) throws -> [DueRecord]

    /// The next moment of any record.
    func nextDue() throws -> Instant?
}

/// Keeps the moments of records; each write of a record notes its own anew.
package protocol DueRepository: DueReading {
    /// Notes another moment for a record, and changes nothing else about it.
    func note(_ record: DueRecord, dueAt moment: Instant?) throws
}

/// What a turn of the timers came to.
package struct TimerTurn: Equatable, Sendable {
    /// What happened, in order.
    package var effects: [TimerEffect] = []

    /// When something is due next.
    package var next: Instant?

    /// A turn in which nothing happened yet.
    package init() {}
}

extension WriteTransaction {
    /// Does what is due now to at most `limit` records.
    ///
    /// Exactly once: what an effect leaves behind is due later or never, and both are kept together.
    package func fireDue(atMost limit: Int) throws -> TimerTurn {
        var turn = TimerTurn()
        for record in try due(at: now, limit: limit) {
            if let effect = try fire(record) { turn.effects.append(effect) }
        }
        turn.next = try nextDue()
        return turn
    }

    /// Does to a record what is due now; if nothing is, its right moment is noted.
    ///
    /// - Returns: what happened.
    package func fire(_ record: DueRecord) throws -> TimerEffect? {
        let due: Due<TimerEffect>? =
            switch record.subject {
            case .need: try need(.init(record.id))?.due
            case .offer: try offer(.init(record.id))?.due
            case .introduction: try introduction(.init(record.id))?.due
            case .commitment: try commitment(.init(record.id))?.due
            case .organization, .contact, .membership, .area, .taxonomyTerm, .areaAssignment, .responsibility,
                .programme, .idea, .privacyRequest:
                nil
            case .allocationPlan: try allocationRecord(.init(record.id))?.due
            }
        guard let due, due.at <= now else {
            try note(record, dueAt: due?.at)
            return nil
        }
        try fire(due.effect, on: record)
        return due.effect
    }

    private func fire(_ effect: TimerEffect, on record: DueRecord) throws {
        switch record.subject {
        case .need: try fire(effect, onNeed: .init(record.id))
        case .offer: try fire(effect, onOffer: .init(record.id))
        case .introduction:
            let event: Introduction.Event = effect == .lapse ? .lapse : .releaseHold
            _ = try fire(event, on: .init(record.id), facts: .init(), as: .system)
        case .commitment:
            let event: Commitment.Event = effect == .start ? .start : .close
            _ = try fire(event, on: .init(record.id), facts: .init(), as: .system)
        case .organization, .contact, .membership, .area, .taxonomyTerm, .areaAssignment, .responsibility,
            .programme, .idea, .privacyRequest:
            break
        case .allocationPlan: try failPlan(.init(record.id), .interrupted)
        }
    }

    private func fire(_ effect: TimerEffect, onNeed id: Identifier<Need>) throws {
        guard effect == .reviewDue else {
            let event: Need.Event = effect == .expire ? .expire : .goStale
            _ = try fire(event, on: id, facts: .init(), as: .system)
            return
        }
        try askForReview(id)
    }

    private func fire(_ effect: TimerEffect, onOffer id: Identifier<Offer>) throws {
        guard effect == .reserve else {
            let event: Offer.Event = effect == .expire ? .expire : .goStale
            _ = try fire(event, on: id, facts: .init(), as: .system)
            return
        }
        try renewCapacity(id)
    }

    /// An officer or the city looks again at a need that lasts, as after a change of its content.
    private func askForReview(_ id: Identifier<Need>) throws {
        let old = try need(id, for: .system)
        var new = old
        new.needsReview = true
        try keep(&new, after: old, "need.review_due", by: .system)
        try logTimer(.reviewDue, of: .need, id, from: old.status.rawValue, to: new.status.rawValue)
    }

    /// What was used in a period that is over no longer counts.
    private func renewCapacity(_ id: Identifier<Offer>) throws {
        let old = try offer(id, for: .system)
        var new = old
        new.usage = old.usage(on: today)
        new.reserve(on: today)
        try keep(&new, after: old, "offer.reserve", by: .system)
        try logTimer(.reserve, of: .offer, id, from: old.status.rawValue, to: new.status.rawValue)
    }

    private func logTimer<Entity>(
        _ effect: TimerEffect, of subject: Subject, _ id: Identifier<Entity>, from: String, to: String
    ) throws {
        _ = try log(effect.rawValue, of: subject, id, from: from, to: to, facts: .init(), by: .system)
    }
}
