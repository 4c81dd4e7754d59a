extension WriteTransaction {
    /// Fires an event of an offer (domain.md §5.4).
    ///
    /// A submitted offer of a verified organisation becomes active in the same step, by the product itself.
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Offer.Event, on id: Identifier<Offer>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Offer> {
        let old = try offer(id, for: party)
        if let earlier = try earlierFiring(event, of: old, by: party) {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let supplier = try organization(old.organization)
        let actors = party == .system ? [.system] : old.actors(of: party, supplier: supplier)
        let step = try Offer.machine.step(event, in: old.status, as: actors)
        try requireStanding(of: supplier, for: event.rawValue, as: party)
        var new = old
        try apply(event, to: &new, facts: facts, as: party)
        new.status = step.to ?? new.status
        new.reserve(on: today)
        let transition = try log(
            event.rawValue, of: .offer, id, from: old.status.rawValue, to: new.status.rawValue, facts: facts,
            by: party)
        if event == .submit, supplier?.verification.status == .verified { try activate(&new) }
        try keep(&new, after: old, "offer.\(event.rawValue)", by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// Activates what an organisation submitted before it was verified.
    package func activateOffers(of organization: Identifier<Organization>) throws {
        for old in try submittedOffers(of: organization) {
            var new = old
            try activate(&new)
            try keep(&new, after: old, "offer.activate", by: .system)
        }
    }

    private func activate(_ offer: inout Offer) throws {
        _ = try log(
            "activate", of: .offer, offer.id, from: "submitted", to: "active", facts: .init(), by: .system)
        offer.status = .active
        offer.activatedAt = offer.activatedAt ?? now
        offer.confirm(at: now, by: timers)
    }

    private func earlierFiring(_ event: Offer.Event, of offer: Offer, by party: Party) throws -> Transition? {
        if event == .submit, offer.status != .draft {
            let log = try transitions(of: .offer, .init(offer.id))
            return log.last {
                $0.event == "submit" && $0.organization == party.organization && offer.isSubmitted
            }
        }
        let earlier = try earlier(event.rawValue, of: .offer, offer.id, by: party)
        return earlier?.to == offer.status.rawValue ? earlier : nil
    }

    private func apply(_ event: Offer.Event, to offer: inout Offer, facts: TransitionFacts, as party: Party)
        throws
    {
        switch event {
        case .submit: try requireComplete(offer, facts)
        case .pause: try facts.requireReason(among: Offer.pauseCodes)
        case .close where party.role == .cityAdmin: try facts.requireReason(among: Offer.closeCodes)
        case .resume, .confirm: try requireWindow(&offer)
        case .withdraw: try requireNoOpenTalks(offer)
        case .activate: offer.confirm(at: now, by: timers)
        case .close, .expire, .goStale: break
        }
    }

    private func requireComplete(_ offer: Offer, _ facts: TransitionFacts) throws(Refusal) {
        let missing = offer.content.missing()
        guard missing.isEmpty else { throw .incomplete(missing) }
        let suspected = offer.lint().failedGuards(isAcknowledged: facts.acknowledgesLint)
        guard suspected.isEmpty else { throw .guardFailed(suspected) }
    }

    private func requireWindow(_ offer: inout Offer) throws(Refusal) {
        guard offer.content.available.to.map({ $0 > today }) ?? true else {
            let text = Wording("Das Zeitfenster des Angebots ist vorbei.", "The offer's window is over.")
            throw .guardFailed([
                .init("window_over", text, fix: Wording("Das Zeitfenster verlängern.", "Extend the window."))
            ])
        }
        offer.confirm(at: now, by: timers)
    }

    private func requireNoOpenTalks(_ offer: Offer) throws {
        let open = try introductions(of: offer.id).filter { [.connected, .inTalks].contains($0.status) }
        guard open.isEmpty else {
            let text = Wording("Es laufen noch Gespräche.", "Talks are still going on.")
            let fix = Wording("Diese Vermittlungen zuerst beenden.", "End these introductions first.")
            throw Refusal.guardFailed([.init("open_introductions", text, fix: fix)])
        }
    }
}

extension Offer {
    /// Past its draft and not ended: a repeated `submit` finds it done.
    fileprivate var isSubmitted: Bool { status == .submitted || isLive }
}
