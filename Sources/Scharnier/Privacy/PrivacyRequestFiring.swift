extension WriteTransaction {
    /// Passes on what a person asks for: for a contact of one's own, or in words.
    ///
    /// - Throws: ``Refusal``.
    package func openPrivacyRequest(
        _ kind: PrivacyRequest.Kind, about contact: Identifier<Contact>?, text: String?, as party: Party
    ) throws -> PrivacyRequest {
        let found = try contact.map { try self.contact($0) } ?? nil
        var violations = PrivacyRequest.violations(contact: contact, text: text)
        if contact != nil, try found.map({ try mayAct(for: $0.organization, as: party) }) != true {
            violations.append(.init("contact_id", .referenceNotFound, .noSuchReference))
        }
        guard violations.isEmpty else { throw Refusal.invalid(violations) }
        var request = PrivacyRequest(
            id: newID(), kind: kind, organization: found?.organization ?? party.organization ?? .nil,
            contact: contact, text: text, dueAt: LocalTime.endOfMonth(from: now), createdAt: now,
            updatedAt: now)
        try keep(&request, after: nil, "privacy_request.create", by: party)
        return request
    }

    /// Fires an event of a request; executing one does what was asked for (domain.md §12.3 to §12.5).
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: PrivacyRequest.Event, on id: Identifier<PrivacyRequest>, facts: TransitionFacts,
        as party: Party
    ) throws -> Fired<PrivacyRequest> {
        let old = try privacyRequest(id, for: party)
        if let earlier = try earlier(event.rawValue, of: .privacyRequest, id, by: party),
            earlier.to == old.status.rawValue
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let actors: Set<Actor> = party.role == .cityAdmin ? [.city] : []
        let step = try PrivacyRequest.machine.step(event, in: old.status, as: actors)
        try old.require(facts, for: event)
        var new = old
        new.status = step.to ?? old.status
        if event == .checkIdentity { new.identityCheck = facts.note }
        if event == .execute { new.result = facts.note }
        try keep(&new, after: old, "privacy_request.\(event.rawValue)", by: party)
        let transition = try log(
            event.rawValue, of: .privacyRequest, id, from: old.status.rawValue, to: new.status.rawValue,
            // What was written stands in the request, from which an erasure takes it.
            facts: TransitionFacts(reasonCode: facts.reasonCode), by: party)
        if event == .execute { try carryOut(new, as: party) }
        if event == .close, old.status == .executed { try conclude(new, as: party) }
        return Fired(transition: transition, item: try privacyRequest(id) ?? new, isRepeat: false)
    }

    private func carryOut(_ request: PrivacyRequest, as party: Party) throws {
        guard let contact = try request.contact.flatMap({ try contact($0) }) else { return }
        switch request.kind {
        case .access, .portability: break
        case .rectification:
            guard contact.updatedAt > request.createdAt else { throw Refusal.guardFailed([.notRectified]) }
            try tellRecipients(of: contact.id, .rectified)
        case .erasure: try note(try erase(contact, as: party), in: request.id)
        case .restriction: try restrict(contact, as: party)
        case .objection: try keepBack(contact, as: party)
        }
    }

    /// The erasure took what people had written of it; what was done is said without them.
    private func note(_ erasure: Erasure, in id: Identifier<PrivacyRequest>) throws {
        guard var request = try privacyRequest(id) else { return }
        request.result = erasure.summary
        try update(request)
    }

    /// A restriction lasts as long as its request (Article 18(3)).
    private func conclude(_ request: PrivacyRequest, as party: Party) throws {
        guard request.kind == .restriction, let id = request.contact, let old = try contact(id),
            old.restrictedAt != nil
        else { return }
        let others = try privacyRequests(about: id).filter { $0.kind == .restriction && $0.id != request.id }
        guard !others.contains(where: { $0.status == .executed }) else { return }
        var new = old
        new.restrictedAt = nil
        try keep(&new, after: old, "contact.release", by: party)
        try announceIntroductions(showing: id, as: party)
    }

    private func restrict(_ old: Contact, as party: Party) throws {
        guard old.isUsable else { return }
        try tellRecipients(of: old.id, .restricted)
        var new = old
        new.restrictedAt = now
        try keep(&new, after: old, "contact.restrict", by: party)
        try forgetKeptAnswers(about: .init(old.id))
        try announceIntroductions(showing: old.id, as: party)
    }

    /// After an objection it is passed on to nobody any more (Article 21).
    private func keepBack(_ old: Contact, as party: Party) throws {
        guard old.card.release != .none else { return }
        var new = old
        new.card.release = .none
        try keep(&new, after: old, "contact.update", by: party)
    }
}

extension PrivacyRequest {
    /// What a request has to say: whom it is about, or in words what.
    static func violations(contact: Identifier<Contact>?, text: String?) -> [Violation] {
        (contact == nil && text == nil ? [.missing("contact_id")] : [])
            + Violation.length(of: text, 1...2000, at: "text")
    }

    /// Refuses an event that lacks what it has to say.
    fileprivate func require(_ facts: TransitionFacts, for event: Event) throws {
        if event == .refuse { try facts.requireReason(among: Self.reasonCodes) }
        let found = Violation.length(of: facts.note, Transition.noteLength, at: "note")
        guard found.isEmpty else { throw Refusal.invalid(found) }
        let isMissing = event == .checkIdentity && facts.note == nil
        guard !isMissing else { throw Refusal.incomplete([.missing("note")]) }
        // Without a contact somebody did it by hand, and says what.
        guard event != .execute || contact != nil || facts.note != nil else {
            throw Refusal.incomplete([.missing("note")])
        }
    }
}

extension FailedGuard {
    fileprivate static let notRectified = FailedGuard(
        "not_rectified",
        Wording(
            "Der Kontakt wurde seit dem Eingang nicht geändert.",
            "The contact was not changed since the request came in."),
        fix: Wording("Erst den Kontakt berichtigen.", "Correct the contact first."))
}
