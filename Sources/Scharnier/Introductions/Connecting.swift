extension WriteTransaction {
    /// Reserves each line on the need and on the offer.
    ///
    /// - Throws: ``Refusal/guardFailed(_:)`` `capacity_exhausted` if either has not enough left.
    func placeHolds(_ introduction: inout Introduction, as party: Party) throws {
        guard let oldNeed = try self.need(introduction.need) else { throw Refusal.notFound }
        var need = oldNeed
        let oldOffer = try introduction.offer.flatMap { try self.offer($0) }
        var offer = oldOffer
        let expiresAt = now.adding(days: Introduction.holdDays(need.content.horizon))
        for line in introduction.lines {
            guard let index = need.items.firstIndex(where: { $0.id == line.item }),
                need.items[index].open >= line.quantity,
                offer?.hold(line.quantity, on: today) ?? true
            else { throw Refusal.guardFailed([.capacityExhausted]) }
            need.items[index].held += line.quantity
            introduction.holds.append(
                .init(item: line.item, quantity: line.quantity, placedAt: now, expiresAt: expiresAt))
        }
        try keep(&need, after: oldNeed, "need.hold", by: party)
        if var offer { try keep(&offer, after: oldOffer, "offer.hold", by: party) }
    }

    /// Frees what the introduction holds, once.
    func release(_ introduction: inout Introduction) throws {
        guard introduction.holds.contains(where: { $0.releasedAt == nil }) else { return }
        let oldNeed = try self.need(introduction.need)
        var need = oldNeed
        let oldOffer = try introduction.offer.flatMap { try self.offer($0) }
        var offer = oldOffer
        for index in introduction.holds.indices where introduction.holds[index].releasedAt == nil {
            let hold = introduction.holds[index]
            introduction.holds[index].releasedAt = now
            need?.unhold(hold)
            offer?.release(hold.quantity, placedOn: LocalTime.day(at: hold.placedAt), on: today)
        }
        if var need { try keep(&need, after: oldNeed, "need.release", by: .system) }
        if var offer { try keep(&offer, after: oldOffer, "offer.release", by: .system) }
    }

    /// Shows each side the other's contact, and logs it.
    func discloseContacts(of introduction: Introduction, as party: Party) throws {
        let need = try self.need(introduction.need)
        let offer = try introduction.offer.flatMap { try self.offer($0) }
        try disclose(
            try contact(named: need?.content.contact, of: introduction.carrier), to: introduction.supplier,
            introduction, party)
        try disclose(
            try contact(named: offer?.content.contact, of: introduction.supplier), to: introduction.carrier,
            introduction, party)
    }

    private func contact(named id: Identifier<Contact>?, of organization: Identifier<Organization>) throws
        -> Contact?
    {
        if let id, let contact = try contact(id), contact.card.release != .none { return contact }
        return try introductionContact(of: organization)
    }

    private func disclose(
        _ contact: Contact?, to recipient: Identifier<Organization>, _ introduction: Introduction,
        _ party: Party
    ) throws {
        guard var contact else { return }
        let before = try audience(of: contact)
        try insert(
            Disclosure(
                id: newID(), contact: contact.id, organization: contact.organization,
                toOrganization: recipient,
                introduction: introduction.id, fields: contact.card.disclosedFields,
                infoTextVersion: contact.card.infoTextVersion, at: now))
        contact.version = try announce(
            .contact, .init(contact.id), before: before, after: audience(of: contact), isDeletion: false,
            by: party.organization)
        try update(contact)
        try audit(
            "contact.disclose", .init("contact", contact.id), fields: contact.card.disclosedFields, as: party)
    }
}

extension Need {
    /// Frees one reservation.
    fileprivate mutating func unhold(_ hold: Introduction.Hold) {
        guard let index = items.firstIndex(where: { $0.id == hold.item }) else { return }
        items[index].held = max(0, items[index].held - hold.quantity)
    }
}

extension FailedGuard {
    static let capacityExhausted = FailedGuard(
        "capacity_exhausted",
        Wording("So viel ist nicht mehr verfügbar.", "That much is no longer available."),
        fix: Wording("Eine kleinere Menge vorschlagen.", "Propose a smaller quantity."))
}
