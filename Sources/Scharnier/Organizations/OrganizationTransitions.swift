extension Organization {
    /// The events of domain.md §5.2 that a caller can fire.
    package enum Event: String, CaseIterable, Sendable {
        case verify, reject, suspend, reinstate
    }

    /// The verification's state machine (domain.md §5.2); `lapse` is a consequence of an edit, not an event.
    package static let machine = StateMachine<VerificationStatus, Event>([
        Step([.unverified], .verify, to: .verified, by: [.officer, .city]),
        Step([.unverified], .reject, to: .rejected, by: [.officer, .city]),
        Step([.verified], .suspend, to: .suspended, by: [.officer, .city]),
        Step([.suspended, .rejected], .reinstate, to: .verified, by: [.city]),
    ])

    /// Why an organisation is rejected or suspended.
    package static let reasonCodes = [
        "not_verifiable", "duplicate", "commercial_purpose", "political_or_religious_purpose", "misuse",
        "other",
    ]

    /// In what relations `party` may fire events.
    ///
    /// Officers fire for the areas where it sits, works or is looked after.
    package func actors(of party: Party) -> Set<Actor> {
        switch party.role {
        case .cityAdmin: [.city]
        case .areaOfficer: isOverseen(by: party) ? [.officer] : []
        default: []
        }
    }

    /// What is missing for a verification by `method` (domain.md §5.2).
    ///
    /// Registered forms need a register or document; for informal groups it suffices that an officer knows
    /// them or a network vouches.
    func failedGuards(forVerificationBy method: VerificationMethod?) -> [FailedGuard] {
        let isProven = method == .register || method == .documentSeen
        let isInformal = profile.legalForm == .informal && method != nil
        if profile.legalForm != nil, isProven || isInformal { return [] }
        let text = Wording("Rechtsform oder Nachweis fehlt.", "Legal form or evidence is missing.")
        let fix = Wording(
            "Rechtsform eintragen; bei eingetragenen Formen Register oder Dokument als Methode angeben.",
            "State the legal form; for registered forms give register or document as method.")
        return [FailedGuard("evidence_missing", text, fix: fix)]
    }
}

extension WriteTransaction {
    /// Fires an event of an organisation's verification.
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Organization.Event, on id: Identifier<Organization>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Organization> {
        let old = try organization(id, for: party)
        let state = old.verification.status
        if let earlier = try earlier(event.rawValue, of: .organization, id, by: party),
            earlier.to == state.rawValue
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let step = try Organization.machine.step(event, in: state, as: old.actors(of: party))
        var new = old
        new.verification = try old.verified(event, to: step.to ?? state, facts: facts, at: now)
        new.verification.by = party.organization
        new.verification.note = facts.note
        try keep(&new, after: old, "organization.\(event.rawValue)", by: party)
        let transition = try log(
            event.rawValue, of: .organization, id, from: state.rawValue, to: new.verification.status.rawValue,
            facts: facts, by: party)
        if new.verification.status == .verified { try activateOffers(of: id) }
        return Fired(transition: transition, item: new, isRepeat: false)
    }

}

extension Organization {
    /// The verification after `event`.
    fileprivate func verified(
        _ event: Event, to status: VerificationStatus, facts: TransitionFacts, at now: Instant
    ) throws(Refusal) -> Verification {
        guard event == .verify else {
            if event != .reinstate { try facts.requireReason(among: Self.reasonCodes) }
            return Verification(status: status, method: verification.method, at: now)
        }
        let method = facts.method.flatMap(VerificationMethod.init(rawValue:))
        if facts.method != nil, method == nil {
            let allowed = VerificationMethod.allCases.map(\.rawValue)
            let text = Wording("Diese Methode gibt es nicht.", "There is no such method.")
            throw .invalid([.init("method", .notInEnum, text, allowed: allowed)])
        }
        let failed = failedGuards(forVerificationBy: method)
        guard failed.isEmpty else { throw .guardFailed(failed) }
        return Verification(status: status, method: method, at: now)
    }
}
