// Who may redact which record, and what happens then (domain.md §5.3 `redact`, R-37).

extension ReadTransaction {
    /// The need, if `party` may take personal data out of it: the city, or an officer in charge.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func needToRedact(_ id: Identifier<Need>, as party: Party) throws -> Need {
        let need = try need(id, for: party)
        let isInCharge = try need.isInCharge(party) || organization(need.carrier)?.isInCharge(party) == true
        guard party.role == .cityAdmin || isInCharge else { throw Refusal.roleForbidden }
        return need
    }

    /// The offer, if `party` may take personal data out of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func offerToRedact(_ id: Identifier<Offer>, as party: Party) throws -> Offer {
        let offer = try offer(id, for: party)
        let isInCharge = try organization(offer.organization)?.isInCharge(party) == true
        guard party.role == .cityAdmin || isInCharge else { throw Refusal.roleForbidden }
        return offer
    }
}

extension WriteTransaction {
    /// Takes personal data out of the texts of a need.
    ///
    /// The feed tells everyone who may have a copy to erase it; answers that are kept for repeats are forgotten; the
    /// audit log names the members, never what they held.
    /// - Throws: ``Refusal``: not found, role, a member that is no free text, or a text that breaks a rule.
    package func redact(
        _ id: Identifier<Need>, _ redactions: [Redaction], because reason: Redaction.Reason, as party: Party
    ) throws -> Fired<Need> {
        let old = try needToRedact(id, as: party)
        var new = old
        let notes = try replaceTexts(
            redactions, of: .need, id, { new.replaceText($0) }, rules: { new.textViolations })
        if new == old, notes.isEmpty, let earlier = try earlierRedaction(of: .need, id, by: party) {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        if new != old { new.revision += 1 }
        new.version = try announce(
            .need, .init(id), before: old.audience, after: new.audience, isDeletion: false,
            by: party.organization)
        new.updatedAt = now
        try update(new)
        try audit("need.redact", .init("need", id), fields: redactions.members, as: party)
        try forgetNotes(notes + copies(of: old.closing?.note, new.closing?.note, in: .need, id))
        try forgetCopies(of: id, at: new.version)
        try noteRedaction(of: redactions.map(\.path), in: .need, .init(id), at: new.version)
        let transition = try log(
            Self.redact, of: .need, id, from: old.status.rawValue, to: old.status.rawValue,
            facts: .init(reasonCode: reason.rawValue), by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// Takes personal data out of the texts of an offer.
    ///
    /// - Throws: as for a need.
    package func redact(
        _ id: Identifier<Offer>, _ redactions: [Redaction], because reason: Redaction.Reason, as party: Party
    ) throws -> Fired<Offer> {
        let old = try offerToRedact(id, as: party)
        var new = old
        let notes = try replaceTexts(
            redactions, of: .offer, id, { new.replaceText($0) }, rules: { new.textViolations })
        if new == old, notes.isEmpty, let earlier = try earlierRedaction(of: .offer, id, by: party) {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        if new != old { new.revision += 1 }
        new.version = try announce(
            .offer, .init(id), before: old.audience, after: new.audience, isDeletion: false,
            by: party.organization)
        new.updatedAt = now
        try update(new)
        try audit("offer.redact", .init("offer", id), fields: redactions.members, as: party)
        try forgetNotes(notes)
        try forgetCopies(of: id, at: new.version)
        try noteRedaction(of: redactions.map(\.path), in: .offer, .init(id), at: new.version)
        let transition = try log(
            Self.redact, of: .offer, id, from: old.status.rawValue, to: old.status.rawValue,
            facts: .init(reasonCode: reason.rawValue), by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    private static var redact: String { "redact" }

    /// Replaces texts of a record by `replace`, and tells all that is wrong with that at once.
    ///
    /// - Returns: the remarks of the log that are to be replaced, and differ from what stands there.
    private func replaceTexts<Entity>(
        _ redactions: [Redaction], of subject: Subject, _ id: Identifier<Entity>,
        _ replace: (Redaction) -> Bool, rules: () -> [Violation]
    ) throws -> [NoteChange] {
        var found = redactions.violations()
        var notes: [NoteChange] = []
        let log = try transitions(of: subject, .init(id))
        for (index, redaction) in redactions.enumerated() {
            if let note = log.first(where: { $0.id == redaction.note && $0.note != nil }) {
                if note.note != redaction.text { notes.append((note.id, redaction.text)) }
            } else if !replace(redaction) {
                found.append(.init("changes/\(index)/pointer", .referenceNotFound, .noFreeText))
            }
        }
        found += redactions.told(rules())
        guard found.isEmpty else { throw Refusal.invalid(found) }
        return notes
    }

    /// A redaction that was the last thing that happened to the record, and by this very organisation.
    private func earlierRedaction<Entity>(
        of subject: Subject, _ id: Identifier<Entity>, by party: Party
    ) throws -> Transition? {
        try earlier(Self.redact, of: subject, id, by: party)
    }

    /// The remarks of the log that say what the record itself said until now.
    private func copies<Entity>(
        of old: String?, _ new: String?, in subject: Subject, _ id: Identifier<Entity>
    ) throws -> [NoteChange] {
        guard let old, old != new else { return [] }
        return try transitions(of: subject, .init(id)).filter { $0.note == old }.map { ($0.id, new) }
    }

    private func forgetNotes(_ notes: [NoteChange]) throws {
        for (id, text) in notes { try replaceNote(of: id, by: text) }
    }
}

extension WriteTransaction {
    /// Empties texts of a need that a restored backup brought back: what replaced them is not in it.
    package func redactAgain(_ id: Identifier<Need>, _ paths: [String], as party: Party) throws {
        guard let old = try need(id) else { return }
        var new = old
        for path in paths where Redaction(path: path, text: nil).note == nil {
            _ = new.replaceText(Redaction(emptying: path))
        }
        try forgetNotes(of: .need, id, at: paths)
        try forgetNotes(copies(of: old.closing?.note, new.closing?.note, in: .need, id))
        new.revision += 1
        try keep(&new, after: old, "need.redact", by: party)
        try forgetCopies(of: id, at: new.version)
    }

    /// Empties texts of an offer that a restored backup brought back.
    package func redactAgain(_ id: Identifier<Offer>, _ paths: [String], as party: Party) throws {
        guard let old = try offer(id) else { return }
        var new = old
        for path in paths where Redaction(path: path, text: nil).note == nil {
            _ = new.replaceText(Redaction(emptying: path))
        }
        try forgetNotes(of: .offer, id, at: paths)
        new.revision += 1
        try keep(&new, after: old, "offer.redact", by: party)
        try forgetCopies(of: id, at: new.version)
    }

    private func forgetNotes<Entity>(of subject: Subject, _ id: Identifier<Entity>, at paths: [String]) throws
    {
        let named = Set(paths.compactMap { Redaction(path: $0, text: nil).note })
        let notes = try transitions(of: subject, .init(id)).filter { named.contains($0.id) }
        try forgetNotes(notes.map { ($0.id, nil) })
    }
}

/// A remark in a log, and what stands there from now on.
private typealias NoteChange = (id: Identifier<Transition>, text: String?)

extension [Redaction] {
    fileprivate var members: [String] { Set(map(\.member)).sorted() }
}

extension Wording {
    fileprivate static let noFreeText = Wording(
        "Hier steht kein freier Text, der ersetzt werden kann.",
        "There is no free text here that can be replaced.")
}
