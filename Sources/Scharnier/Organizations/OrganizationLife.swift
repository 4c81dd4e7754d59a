// Whether an organisation still exists: the second state machine of domain.md §5.2.

extension Organization {
    /// What can happen to an organisation as such; a merge is made elsewhere.
    package enum LifeEvent: String, CaseIterable, Sendable {
        case close, reopen
    }

    package static let lifeMachine = StateMachine<Status, LifeEvent>([
        Step([.active], .close, to: .closed, by: [.owner, .city]),
        Step([.closed], .reopen, to: .active, by: [.city]),
    ])

    /// In what relations `party` may close or reopen it; an officer acts for stewarded ones.
    package func lifeActors(of party: Party) -> Set<Actor> {
        if party.role == .cityAdmin { return [.city] }
        return party.isFrom(id) || isInCharge(party) ? [.owner] : []
    }
}

extension WriteTransaction {
    /// Closes or reopens an organisation; what it asks for and offers ends with it, and does not come back.
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Organization.LifeEvent, on id: Identifier<Organization>, facts: TransitionFacts,
        as party: Party
    ) throws -> Fired<Organization> {
        let old = try organizationToRevise(id, as: party)
        if let earlier = try earlier(event.rawValue, of: .organization, id, by: party),
            earlier.to == old.status.rawValue
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let step = try Organization.lifeMachine.step(event, in: old.status, as: old.lifeActors(of: party))
        var new = old
        new.status = step.to ?? old.status
        if event == .close {
            try requireNothingPromised(by: id)
            try endEverything(of: id, as: party)
        }
        try keep(&new, after: old, "organization.\(event.rawValue)", by: party)
        let transition = try log(
            event.rawValue, of: .organization, id, from: old.status.rawValue, to: new.status.rawValue,
            facts: facts, by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// Whoever has promised something keeps it, or cancels it, first (domain.md §5.2).
    private func requireNothingPromised(by id: Identifier<Organization>) throws {
        guard try openCommitments(of: id).contains(where: \.isBinding) else { return }
        let text = Wording("Es gibt noch offene Vereinbarungen.", "There are open commitments.")
        let fix = Wording("Diese zuerst erfüllen oder absagen.", "Keep or cancel these first.")
        throw Refusal.guardFailed([.init("open_commitments", text, fix: fix)])
    }

    /// Ends introductions first: they give back what they reserved of the needs and offers.
    private func endEverything(of id: Identifier<Organization>, as party: Party) throws {
        let open = try introductions(openOrDeclinedSince: now).filter(\.isOpen)
        for introduction in open where introduction.carrier == id || introduction.supplier == id {
            try leave(introduction, as: party)
        }
        for draft in try openCommitments(of: id) {
            try introduction(draft.introduction).map { try leave($0, as: party) }
        }
        for need in try needs(of: id) where need.isEndable { try end(need, as: party) }
        for offer in try offers(of: id) where offer.isEndable { try end(offer, as: party) }
        try endProgrammes(of: id, as: party)
    }

    /// All needs of a carrier; the product itself gets every one whole.
    private func needs(of id: Identifier<Organization>) throws -> [Need] {
        var query = NeedQuery(party: .system)
        query.carriers = [id]
        query.limit = PageSize.largest
        var found: [Need] = []
        repeat {
            let page = try needs(query)
            found += page.items.compactMap { if case .whole(let need) = $0 { need } else { nil } }
            query.after = page.next
        } while query.after != nil
        return found
    }

    private func end(_ old: Need, as party: Party) throws {
        var new = old
        new.status = .closed
        new.closing = .init(outcome: .withdrawn)
        try keep(&new, after: old, "need.withdraw", by: party)
        _ = try log(
            "withdraw", of: .need, old.id, from: old.status.rawValue, to: new.status.rawValue, facts: .init(),
            by: .system)
    }

    private func end(_ old: Offer, as party: Party) throws {
        var new = old
        new.status = .closed
        try keep(&new, after: old, "offer.close", by: party)
        _ = try log(
            "close", of: .offer, old.id, from: old.status.rawValue, to: new.status.rawValue, facts: .init(),
            by: .system)
    }
}

extension Need {
    /// Whether it ends when its carrier does: whatever waits for somebody; drafts and what is over stay.
    fileprivate var isEndable: Bool {
        switch status {
        case .submitted, .returned, .published, .partiallyMet, .paused, .stale: true
        case .draft, .rejected, .met, .expired, .closed: false
        }
    }
}

extension Offer {
    /// Whether it ends when its giver does: whatever can be taken up, or could again.
    fileprivate var isEndable: Bool {
        switch status {
        case .submitted, .active, .partlyReserved, .exhausted, .paused, .stale: true
        case .draft, .expired, .withdrawn, .closed: false
        }
    }
}
