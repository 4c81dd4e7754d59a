extension WriteTransaction {
    /// Reserves each line on the need and on the offer.
    ///
    /// - Throws: ``Refusal/guardFailed(_:)`` `capacity_exhausted` if either has not enough left.
    func placeHolds(_ introduction: inout Introduction, as party: Party) throws {
        guard let oldNeed = try self.need(introduction.need) else { throw Refusal.notFound }
        var need = oldNeed
        let oldOffer = try introduction.offer.flatMap { try self.offer($0) }
        var offer = oldOffer
        try requireLive(introduction, need, offer)
        let expiresAt = now.adding(days: timers.hold.days(for: need.content.horizon))
        for line in introduction.lines {
            let found = need.items.firstIndex { $0.id == line.item }
            guard let index = found, need.items[index].open >= line.quantity else {
                let left = found.map { need.items[$0].open } ?? 0
                throw Refusal.guardFailed([.capacityExhausted(left: left)])
            }
            let given = offer?.given(for: line.quantity, of: need.items[index]) ?? line.quantity
            guard offer?.hold(given, on: today) ?? true else {
                throw Refusal.guardFailed([.capacityExhausted(left: offer?.available(on: today) ?? 0)])
            }
            need.items[index].held += line.quantity
            introduction.holds.append(
                .init(item: line.item, quantity: line.quantity, placedAt: now, expiresAt: expiresAt))
        }
        need.introduced.insert(introduction.supplier)
        offer?.introduced.insert(introduction.carrier)
        offer?.namedTo.insert(introduction.carrier)
        try keep(&need, after: oldNeed, "need.hold", by: party)
        if var offer { try keep(&offer, after: oldOffer, "offer.hold", by: party) }
    }

    /// Frees what the introduction holds, once.
    func release(_ introduction: inout Introduction, as reason: Introduction.Hold.Release) throws {
        guard introduction.holds.contains(where: { $0.releasedAt == nil }) else { return }
        let oldNeed = try self.need(introduction.need)
        var need = oldNeed
        let oldOffer = try introduction.offer.flatMap { try self.offer($0) }
        var offer = oldOffer
        for index in introduction.holds.indices where introduction.holds[index].releasedAt == nil {
            let hold = introduction.holds[index]
            introduction.holds[index].releasedAt = now
            introduction.holds[index].release = reason
            let item = need?.items.first { $0.id == hold.item }
            need?.unhold(hold)
            let given = item.flatMap { offer?.given(for: hold.quantity, of: $0) } ?? hold.quantity
            offer?.release(given, placedOn: LocalTime.day(at: hold.placedAt), on: today)
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
        if let id, let contact = try contact(id), contact.mayBePassedOn { return contact }
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

extension WriteTransaction {
    /// Refuses to connect what ended since the proposal: need, offer or one of the organisations.
    private func requireLive(_ introduction: Introduction, _ need: Need, _ offer: Offer?) throws {
        guard need.isLive else { throw Refusal.guardFailed([.needNotLive]) }
        // An exhausted offer fails for want of quantity, which says more.
        guard offer.map({ $0.isLive || $0.status == .exhausted }) ?? true else {
            throw Refusal.guardFailed([.offerNotLive])
        }
        for id in [introduction.carrier, introduction.supplier] {
            guard try organization(id)?.verification.status == .verified else {
                throw Refusal.guardFailed([.sideNotVerified])
            }
        }
    }
}

extension Offer {
    /// How much of the offer a quantity of `item` takes: days and hours are converted, rounded up (domain.md §7.2).
    func given(for quantity: Int64, of item: NeedItem) -> Int64 {
        let measure = Measure(
            asked: (item.content.kind, item.content.unit), given: (content.kind, content.unit))
        return measure?.given(for: quantity) ?? quantity
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
    static let needNotLive = FailedGuard.blocked(
        by: "need_not_live", Wording("Der Bedarf ist nicht mehr offen.", "The need is no longer open."))
    static let offerNotLive = FailedGuard.blocked(
        by: "offer_not_live", Wording("Das Angebot läuft nicht mehr.", "The offer is no longer live."))
    static let sideNotVerified = FailedGuard.blocked(
        by: "organization_suspended",
        Wording("Eine Seite ist nicht geprüft oder gesperrt.", "One side is not verified, or suspended."))
    /// Not so much, but `left` can still be had: of the need's line, or of the offer.
    static func capacityExhausted(left: Int64) -> FailedGuard {
        FailedGuard(
            "capacity_exhausted",
            Wording(
                "So viel ist nicht mehr verfügbar: noch \(left).",
                "That much is no longer available: \(left) left."),
            fix: left > 0 ? Wording("Eine kleinere Menge wählen.", "Choose a smaller quantity.") : nil,
            available: left)
    }
}
