// Nothing is left of a person, and all that counts people or matters stays as it was (domain.md §12.4).

/// What an erasure took out.
package struct Erasure: Equatable, Sendable {
    /// Introductions whose texts were emptied, with the remarks in their logs.
    package var introductions = 0

    /// Recipients of the contact, who are told to erase their copies.
    package var recipients = 0

    /// An erasure that found nothing.
    package init() {}

    /// What was taken out, in words that name nobody.
    var summary: String {
        "Kontakt anonymisiert; Vermittlungen ohne Texte: \(introductions); benachrichtigte Empfänger: \(recipients)"
    }
}

extension WriteTransaction {
    /// Makes a contact nobody's: its name and channels, what was written in its introductions, kept answers.
    ///
    /// The row itself stays, so that logs and figures that count it are as before. The feed has every reader erase its
    /// copy; recipients are asked to say that they did.
    /// - Returns: what was taken out; nothing the second time.
    @discardableResult
    package func erase(_ old: Contact, as party: Party) throws -> Erasure {
        var erasure = Erasure()
        guard old.erasedAt == nil else { return erasure }
        // Before the contact, so that whoever could see it, restricted or not, is told.
        erasure.recipients = try tellRecipients(of: old.id, .erased)
        var new = old
        new.card = old.card.anonymous
        new.erasedAt = now
        new.restrictedAt = nil
        try keep(&new, after: old, "contact.erase", by: party)
        try forgetCopies(of: old.id, at: new.version)
        for introduction in try introductions(naming: old.id) {
            try eraseTexts(of: introduction, because: "introduction.redact", as: party)
            for commitment in try commitments(of: introduction.id) {
                try eraseNotes(of: commitment, as: party)
            }
            erasure.introductions += 1
        }
        try forgetTexts(ofRequestsAbout: old.id, as: party)
        return erasure
    }

    /// Takes everything out of an introduction that somebody wrote; who, what and when stays.
    func eraseTexts(of old: Introduction, because action: String, as party: Party) throws {
        let notes = try transitions(of: .introduction, .init(old.id)).filter { $0.note != nil }
        for note in notes { try replaceNote(of: note.id, by: nil) }
        var new = old
        new.removeTexts()
        // It shows contacts as well: it has another look also where there was no text.
        new.version = try announce(
            .introduction, .init(old.id), before: old.audience, after: new.audience, isDeletion: false,
            by: party.organization)
        try update(new)
        try audit(action, .init("introduction", old.id), fields: ["decline", "message"], as: party)
        try forgetCopies(of: old.id, at: new.version)
    }

    /// Takes out of a commitment what was remarked while it was kept; what was signed is a record that the law wants
    /// kept (GDPR Article 17(3)(b)).
    private func eraseNotes(of old: Commitment, as party: Party) throws {
        let notes = try transitions(of: .commitment, .init(old.id)).filter { $0.note != nil }
        for note in notes { try replaceNote(of: note.id, by: nil) }
        var new = old
        new.removeNotes()
        if new != old || !notes.isEmpty {
            try keep(&new, after: old, "commitment.redact", by: party)
            try noteErasure(at: new.version)
        }
        try forgetKeptAnswers(about: .init(old.id))
    }

    /// Tells the feed of the introductions that show a contact: they look different now, and so have another tag.
    func announceIntroductions(showing contact: Identifier<Contact>, as party: Party) throws {
        for old in try introductions(naming: contact) {
            var new = old
            try keep(&new, after: old, "introduction.refresh", by: party)
            try forgetKeptAnswers(about: .init(old.id))
        }
    }

    /// Has everyone forget how the record was: readers of the feed, and who repeats a request.
    func forgetCopies<Entity>(of id: Identifier<Entity>, at position: Int64) throws {
        try noteErasure(at: position)
        try forgetKeptAnswers(about: .init(id))
    }

    /// Tells those to whom a contact was disclosed what became of it (GDPR Article 19).
    ///
    /// - Returns: how many organisations that are.
    @discardableResult
    func tellRecipients(of contact: Identifier<Contact>, _ kind: Disclosure.Notice.Kind) throws -> Int {
        let disclosures = try disclosures(of: contact)
        for var disclosure in disclosures {
            disclosure.notice = Disclosure.Notice(kind, at: now)
            try update(disclosure)
        }
        return Set(disclosures.map(\.toOrganization)).count
    }

    /// What people wrote when they asked for something: it names them.
    private func forgetTexts(ofRequestsAbout contact: Identifier<Contact>, as party: Party) throws {
        for old in try privacyRequests(about: contact) {
            var new = old
            new.removeTexts()
            let notes = try transitions(of: .privacyRequest, .init(old.id)).filter { $0.note != nil }
            for note in notes { try replaceNote(of: note.id, by: nil) }
            guard new != old || !notes.isEmpty else { continue }
            try keep(&new, after: old, "privacy_request.redact", by: party)
            try forgetCopies(of: old.id, at: new.version)
        }
    }
}

extension Commitment {
    /// Empties what the sides remarked.
    fileprivate mutating func removeNotes() {
        deliveries = deliveries.map { .init(item: $0.item, quantity: $0.quantity, note: nil, at: $0.at) }
        acknowledgement = acknowledgement.map { .init(at: $0.at, note: nil) }
        for index in outcomes.indices { outcomes[index].whatChanged = nil }
    }
}

extension Introduction {
    /// Empties what somebody wrote.
    fileprivate mutating func removeTexts() {
        message = nil
        overrideReason = nil
        decline = decline.map { Decline(side: $0.side, reasonCode: $0.reasonCode, note: nil) }
    }
}
