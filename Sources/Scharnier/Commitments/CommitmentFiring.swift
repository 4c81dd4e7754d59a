extension WriteTransaction {
    /// Fires an event of a commitment (domain.md §5.6), but for those that facts of their own make.
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Commitment.Event, on id: Identifier<Commitment>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Commitment> {
        let old = try commitment(id, for: party)
        if let earlier = try earlierFiring(event, of: old, facts, by: party) {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let step = try Commitment.machine.step(
            event, in: old.status, as: try actors(of: party, in: old))
        try requireStanding(event, of: old, as: party)
        var new = old
        new.status = step.to ?? old.status
        try apply(event, to: &new, facts: facts, as: party)
        return try finish(event, new, after: old, facts: facts, as: party)
    }

    /// Decides a dispute: what was delivered stands as it is, the rest is still due, or it ends.
    ///
    /// - Throws: ``Refusal``; a note is part of the decision.
    package func resolve(
        _ id: Identifier<Commitment>, to status: Commitment.Status, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Commitment> {
        let old = try commitmentToMove(id, as: party)
        if let earlier = try earlier("resolve", of: .commitment, id, by: party),
            earlier.to == old.status.rawValue, old.status == status
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        _ = try Commitment.machine.step(.resolve, in: old.status, as: try actors(of: party, in: old))
        var new = old
        new.status = status
        try new.settle(at: now, by: timers, horizon: try need(old.need)?.content.horizon)
        return try finish(.resolve, new, after: old, facts: facts, as: party)
    }

    /// Nothing is to be signed any more once an introduction has come to nothing.
    func discardDrafts(of introduction: Introduction) throws {
        for old in try commitments(of: introduction.id) where old.status == .drafted {
            var new = old
            new.status = .discarded
            _ = try finish(.discard, new, after: old, facts: .init(), as: .system)
        }
    }

    /// Keeps and logs a change of state, and lets need, offer and introduction follow it.
    func finish(
        _ event: Commitment.Event, _ changed: Commitment, after old: Commitment, facts: TransitionFacts,
        as party: Party
    ) throws -> Fired<Commitment> {
        var new = changed
        try count(new, after: old, as: party)
        try keep(&new, after: old, "commitment.\(event.rawValue)", by: party)
        let transition = try log(
            event.rawValue, of: .commitment, old.id, from: old.status.rawValue, to: new.status.rawValue,
            facts: facts, by: party)
        if new.isGivenUp, !old.isGivenUp { try reopenTalks(after: new) }
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// Firing what this side fired last is harmless; a further partial delivery is one of its own.
    private func earlierFiring(
        _ event: Commitment.Event, of commitment: Commitment, _ facts: TransitionFacts, by party: Party
    ) throws -> Transition? {
        if event == .deliver, commitment.status != .delivered || facts.portions != nil { return nil }
        let earlier = try earlier(event.rawValue, of: .commitment, commitment.id, by: party)
        return earlier?.to == commitment.status.rawValue ? earlier : nil
    }

    /// While a side is suspended or closed nothing goes on but what ends it.
    private func requireStanding(_ event: Commitment.Event, of commitment: Commitment, as party: Party)
        throws
    {
        for side in [party.organization, commitment.carrier, commitment.supplier].compactMap({ $0 }) {
            try requireStanding(of: try organization(side), for: event.rawValue, as: party)
        }
    }

    private func apply(
        _ event: Commitment.Event, to commitment: inout Commitment, facts: TransitionFacts, as party: Party
    ) throws {
        let horizon = try need(commitment.need)?.content.horizon
        switch event {
        case .deliver:
            try commitment.deliver(facts, at: now)
            commitment.wait(at: now, by: timers, horizon: horizon)
        case .acknowledge:
            try commitment.acknowledge(facts, at: now)
            commitment.wait(at: now, by: timers, horizon: horizon)
        case .cancel:
            try facts.requireReason(among: Commitment.cancelCodes)
            commitment.waitsUntil = nil
        case .dispute:
            try facts.requireReason(among: Commitment.disputeCodes)
            commitment.waitsUntil = nil
        case .discard, .close: commitment.waitsUntil = nil
        case .start: break
        case .sign, .resolve, .evaluate: throw Refusal.notFound
        }
    }

    /// An introduction whose commitment came to nothing goes on where it was (domain.md §5.5, `reopen`).
    private func reopenTalks(after commitment: Commitment) throws {
        guard commitment.lines.allSatisfy({ $0.delivered == 0 }),
            let old = try introduction(commitment.introduction), old.status == .agreed
        else { return }
        var new = old
        new.status = .inTalks
        try keep(&new, after: old, "introduction.reopen", by: .system)
        _ = try log(
            "reopen", of: .introduction, old.id, from: old.status.rawValue, to: new.status.rawValue,
            facts: .init(), by: .system)
    }
}
