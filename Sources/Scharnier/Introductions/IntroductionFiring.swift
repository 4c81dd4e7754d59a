extension WriteTransaction {
    /// Fires an event of an introduction (domain.md §5.5).
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Introduction.Event, on id: Identifier<Introduction>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Introduction> {
        let old = try introduction(id, for: party)
        if let earlier = try earlierFiring(event, of: old, by: party) {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let actors = try actors(of: party, in: old)
        let step = try Introduction.machine.step(event, in: old.status, as: actors)
        // It pauses while either side is suspended (domain.md §5.2).
        for side in [party.organization, old.carrier, old.supplier].compactMap({ $0 }) {
            try requireStanding(of: try organization(side), for: event.rawValue, as: party)
        }
        var new = old
        new.status = step.to ?? old.status
        try apply(event, to: &new, facts: facts, actors: actors, as: party)
        try keep(&new, after: old, "introduction.\(event.rawValue)", by: party)
        let transition = try log(
            event.rawValue, of: .introduction, id, from: old.status.rawValue, to: new.status.rawValue,
            facts: facts,
            by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// Ends what is open on a need that its owner withdraws.
    func endIntroductions(of need: Need, as party: Party) throws {
        for introduction in try introductions(of: need.id) { try leave(introduction, as: party) }
    }

    /// Ends an introduction that has not come to a promise yet: also one whose talks have come to a mere draft, for
    /// what that took is free again, and the talks open.
    func leave(_ introduction: Introduction, as party: Party) throws {
        if introduction.status == .agreed { try discardDrafts(of: introduction) }
        guard let old = try self.introduction(introduction.id), old.isOpen else { return }
        try end(old, as: party)
    }

    /// Ends an open introduction because one of its sides left; what it reserved is free again.
    func end(_ old: Introduction, as party: Party) throws {
        var new = old
        try release(&new, as: .withdrawn)
        new.status = .withdrawn
        try discardDrafts(of: old)
        try keep(&new, after: old, "introduction.withdraw", by: party)
        _ = try log(
            "withdraw", of: .introduction, old.id, from: old.status.rawValue, to: new.status.rawValue,
            facts: .init(), by: .system)
    }

    private func actors(of party: Party, in introduction: Introduction) throws -> Set<Actor> {
        if party == .system { return [.system] }
        return introduction.actors(
            of: party, carrier: try organization(introduction.carrier),
            supplier: try organization(introduction.supplier))
    }

    /// Accepting twice from one side, or firing what this side fired last, is harmless.
    private func earlierFiring(_ event: Introduction.Event, of introduction: Introduction, by party: Party)
        throws -> Transition?
    {
        if event == .extendHold { return nil }
        let log = try transitions(of: .introduction, .init(introduction.id))
        guard event == .accept else {
            guard let last = log.last, last.event == event.rawValue, last.organization == party.organization
            else { return nil }
            return last.to == introduction.status.rawValue ? last : nil
        }
        let accepted =
            introduction.side(of: party) == .carrier
            ? introduction.carrierAcceptedAt : introduction.supplierAcceptedAt
        guard introduction.side(of: party) != nil, accepted != nil, introduction.isOpen else { return nil }
        return log.last { ["accept", "propose"].contains($0.event) && $0.organization == party.organization }
    }

    private func apply(
        _ event: Introduction.Event, to introduction: inout Introduction, facts: TransitionFacts,
        actors: Set<Actor>,
        as party: Party
    ) throws {
        switch event {
        case .accept: try accept(&introduction, actors: actors, as: party)
        case .decline:
            try facts.requireReason(among: Introduction.declineCodes)
            introduction.decline = .init(
                side: actors.contains(.carrier) ? .carrier : .supplier,
                reasonCode: facts.reasonCode ?? "no_reason_given",
                note: facts.note)
        case .fail:
            try facts.requireReason(among: Introduction.declineCodes)
            try release(&introduction, as: .cancelled)
            try discardDrafts(of: introduction)
        case .extendHold: try extend(&introduction)
        case .releaseHold: try release(&introduction, as: party == .system ? .expired : .withdrawn)
        case .agree: try agree(on: &introduction, as: party)
        case .lapse, .withdraw, .startTalks: break
        }
    }

    private func accept(_ introduction: inout Introduction, actors: Set<Actor>, as party: Party) throws {
        if actors.contains(.carrier) {
            introduction.carrierAcceptedAt = introduction.carrierAcceptedAt ?? now
        }
        if actors.contains(.supplier) {
            try requireNoneAccepted(beside: introduction)
            introduction.supplierAcceptedAt = introduction.supplierAcceptedAt ?? now
        }
        introduction.status = introduction.isConnected ? .connected : .acceptedByOne
        guard introduction.isConnected else { return }
        try placeHolds(&introduction, as: party)
        try discloseContacts(of: introduction, as: party)
    }

    /// What is reserved passes to the draft that both have made of it.
    private func agree(on introduction: inout Introduction, as party: Party) throws {
        let drafts = try commitments(of: introduction.id)
        guard let old = drafts.first(where: { $0.status == .drafted }) else {
            throw Refusal.guardFailed([.commitmentMissing])
        }
        var commitment = old
        try take(&commitment, from: &introduction, as: party)
        try keep(&commitment, after: old, "commitment.take", by: party)
    }

    private func extend(_ introduction: inout Introduction) throws {
        let running = introduction.holds.indices.filter { introduction.holds[$0].releasedAt == nil }
        guard !running.isEmpty,
            running.allSatisfy({ introduction.holds[$0].extensions < Introduction.mostExtensions })
        else {
            let text = Wording(
                "Eine Reservierung wird höchstens zweimal verlängert.", "A hold is extended at most twice.")
            throw Refusal.guardFailed([.init("hold_limit", text)])
        }
        let days = timers.hold.days(for: try need(introduction.need)?.content.horizon)
        for index in running {
            introduction.holds[index].extensions += 1
            introduction.holds[index].expiresAt = introduction.holds[index].expiresAt.adding(days: days)
        }
    }
}

extension FailedGuard {
    static let commitmentMissing = FailedGuard(
        "commitment_missing",
        Wording("Es gibt noch keinen Entwurf einer Vereinbarung.", "There is no drafted commitment yet."))
}
