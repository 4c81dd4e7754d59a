extension WriteTransaction {
    /// Fires an event of a need (domain.md §5.3).
    ///
    /// - Throws: ``Refusal``: not found, role, state, guards, missing facts.
    package func fire(
        _ event: Need.Event, on id: Identifier<Need>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Need> {
        let old = try need(id, for: party)
        if let earlier = try earlier(event.rawValue, of: .need, id, by: party),
            earlier.to == old.status.rawValue, event != .approve || !old.needsReview
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let carrier = try organization(old.carrier)
        let actors = party == .system ? [.system] : old.actors(of: party, carrier: carrier)
        let step = try Need.machine.step(event, in: old.status, as: actors)
        try requireStanding(of: carrier, for: event.rawValue, as: party)
        var new = old
        try apply(event, to: &new, carrier: carrier, facts: facts, as: party)
        new.status = step.to ?? new.status
        if step.to == nil { new.reopen() }
        try keep(&new, after: old, "need.\(event.rawValue)", by: party)
        let transition = try log(
            event.rawValue, of: .need, id, from: old.status.rawValue, to: new.status.rawValue, facts: facts,
            by: party)
        if event == .publish { new = try covered(new, as: party) }
        if event == .withdraw {
            try endIntroductions(of: new, as: party)
            new = try need(id) ?? new
        }
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    private func apply(
        _ event: Need.Event, to need: inout Need, carrier: Organization?, facts: TransitionFacts,
        as party: Party
    ) throws {
        switch event {
        case .submit: try requireComplete(need, facts)
        case .publish: try publish(&need, carrier: carrier, as: party)
        case .return: try returnForChange(&need, facts)
        case .reject: try facts.requireReason(among: Need.rejectCodes)
        case .pause: try facts.requireReason(among: Need.pauseCodes)
        case .close: try close(&need, facts)
        case .withdraw:
            need.closing = .init(outcome: .withdrawn, reasonCode: facts.reasonCode, note: facts.note)
        case .confirm: need.confirm(at: now, by: timers)
        case .resume:
            try requireDayNotPassed(need)
            // Who takes it up again says that it holds; a pause does not make it doubtful.
            need.confirm(at: now, by: timers)
        case .reopen: try renew(&need, facts)
        case .approve: try approve(&need, as: party)
        case .goStale, .expire: break
        }
    }

    private func requireComplete(_ need: Need, _ facts: TransitionFacts) throws(Refusal) {
        let missing = need.content.missing(items: need.items)
        guard missing.isEmpty else { throw .incomplete(missing) }
        let suspected = need.lint().failedGuards(isAcknowledged: facts.acknowledgesLint)
        guard suspected.isEmpty else { throw .guardFailed(suspected) }
    }

    private func publish(_ need: inout Need, carrier: Organization?, as party: Party) throws {
        let host = try need.content.host.flatMap { try organization($0) }
        let areas = try need.content.beneficiaryAreas.compactMap { try area($0) }
        let failed = need.failedGuards(
            forPublicationBy: party, carrier: carrier, host: host, areas: areas, on: today)
        guard failed.isEmpty else { throw Refusal.guardFailed(failed) }
        need.verification = .init(role: party.role, at: now, revision: need.revision)
        need.publishedAt = need.publishedAt ?? now
        need.confirm(at: now, by: timers)
    }

    private func returnForChange(_ need: inout Need, _ facts: TransitionFacts) throws(Refusal) {
        try facts.requireReason(among: Need.returnCodes)
        if need.isLive, !need.needsReview {
            throw .stateConflict(
                state: need.status.rawValue,
                allowed: Need.machine.allowed(in: need.status, as: [.city]).map(\.rawValue))
        }
        need.needsReview = false
    }

    private func approve(_ need: inout Need, as party: Party) throws(Refusal) {
        guard need.needsReview else {
            throw .stateConflict(
                state: need.status.rawValue,
                allowed: Need.machine.allowed(in: need.status, as: [.city]).map(\.rawValue))
        }
        guard !party.isFrom(need.carrier) else { throw .guardFailed([.conflictOfInterest]) }
        need.needsReview = false
        need.verification = .init(role: party.role, at: now, revision: need.revision)
    }

    private func close(_ need: inout Need, _ facts: TransitionFacts) throws(Refusal) {
        let outcomes: [Need.Outcome] = [.fulfilled, .partly, .failed, .irrelevant]
        guard let outcome = facts.outcome.flatMap(Need.Outcome.init(rawValue:)), outcomes.contains(outcome)
        else {
            let text = Wording("Wie ging es aus?", "How did it end?")
            throw .invalid([
                .init(
                    "outcome", facts.outcome == nil ? .required : .notInEnum, text,
                    allowed: outcomes.map(\.rawValue))
            ])
        }
        if outcome == .failed { try facts.requireReason(among: Need.failureCodes) }
        let failed = need.failedGuards(forClosingAs: outcome)
        guard failed.isEmpty else { throw .guardFailed(failed) }
        need.closing = .init(outcome: outcome, reasonCode: facts.reasonCode, note: facts.note)
    }

    private func requireDayNotPassed(_ need: Need) throws(Refusal) {
        guard need.content.lastDay.map({ $0 >= today }) ?? true else { throw .guardFailed([.neededByPassed]) }
    }

    private func renew(_ need: inout Need, _ facts: TransitionFacts) throws(Refusal) {
        if let day = facts.neededByOn { need.content.neededByOn = day }
        guard need.content.datesAreInRange(on: today) else { throw .guardFailed([.horizonDates]) }
    }
}

extension Need {
    /// Live again: the state that follows from what is promised.
    fileprivate mutating func reopen() {
        status = .published
        cover()
    }
}
