/// Looks up contacts and to whom they were disclosed.
package protocol ContactReading {
    /// The contact with this identifier.
    func contact(_ id: Identifier<Contact>) throws -> Contact?

    /// The contacts of one organisation, oldest first.
    func contacts(of organization: Identifier<Organization>) throws -> [Contact]

    /// The contacts of others that were disclosed to an organisation, oldest first.
    func contacts(disclosedTo organization: Identifier<Organization>) throws -> [Contact]

    /// Disclosures of an organisation's contacts, or of all; oldest first.
    func disclosures(ofContactsOf organization: Identifier<Organization>?) throws -> [Disclosure]

    /// The disclosures of one contact, oldest first.
    func disclosures(of contact: Identifier<Contact>) throws -> [Disclosure]

    /// The disclosure with this identifier.
    func disclosure(_ id: Identifier<Disclosure>) throws -> Disclosure?

    /// Disclosures to an organisation, or to all, whose recipient has not yet acted on what it was told since.
    func disclosuresNoticed(by organization: Identifier<Organization>?) throws -> [Disclosure]

    /// The organisations to which a contact was disclosed.
    func recipients(of contact: Identifier<Contact>) throws -> Set<Identifier<Organization>>

    /// The disclosures that an introduction caused.
    func disclosures(in introduction: Identifier<Introduction>) throws -> [Disclosure]
}

/// Keeps contacts and disclosures.
package protocol ContactRepository: ContactReading {
    /// Adds a contact.
    func insert(_ contact: Contact) throws

    /// Replaces what is kept about a contact.
    func update(_ contact: Contact) throws

    /// Forgets a contact that was never disclosed.
    func delete(_ contact: Contact) throws

    /// Logs a disclosure.
    func insert(_ disclosure: Disclosure) throws

    /// Replaces what a recipient is told of a contact since.
    func update(_ disclosure: Disclosure) throws
}

extension ContactReading {
    /// Who may see a contact: its organisation and those to whom it was disclosed.
    func audience(of contact: Contact) throws -> Audience {
        // What may only be stored is nobody's but of whoever stores it.
        guard contact.restrictedAt == nil else {
            return Audience(.parties, organizations: [contact.organization])
        }
        let openness: Audience.Openness = contact.card.release == .publicFunction ? .registered : .parties
        return Audience(
            openness, organizations: [contact.organization] + Array(try recipients(of: contact.id)))
    }
}

extension ReadTransaction {
    /// The contact, if `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound``.
    package func contact(_ id: Identifier<Contact>, for party: Party) throws -> Contact {
        guard let contact = try contact(id) else { throw Refusal.notFound }
        let mayAct = try mayAct(for: contact.organization, as: party)
        guard try mayAct || audience(of: contact).includes(party) else { throw Refusal.notFound }
        return contact
    }

    /// The contact, if `party` may change it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func contactToRevise(_ id: Identifier<Contact>, as party: Party) throws -> Contact {
        let contact = try contact(id, for: party)
        guard try mayAct(for: contact.organization, as: party) else { throw Refusal.roleForbidden }
        return contact
    }

    /// All contacts that an organisation may look up: its own, and those of others that were disclosed to it.
    package func contacts(knownTo organization: Identifier<Organization>) throws -> [Contact] {
        try contacts(of: organization)
            + contacts(disclosedTo: organization).filter { $0.restrictedAt == nil }
    }

    /// Whether `party` acts for an organisation: itself, its steward, or the city.
    func mayAct(for id: Identifier<Organization>, as party: Party) throws -> Bool {
        if party.role == .cityAdmin || party.isFrom(id) { return true }
        return try organization(id)?.isInCharge(party) ?? false
    }

    /// What is wrong with naming a contact in a record of an organisation: it is another's, or may not be used.
    func violations(
        ofNaming id: Identifier<Contact>?, of organization: Identifier<Organization>
    ) throws -> [Violation] {
        guard let id else { return [] }
        guard let contact = try contact(id), contact.organization == organization else {
            return [.init("contact_id", .referenceNotFound, .noSuchReference)]
        }
        return contact.isUsable ? [] : [.init("contact_id", .referenceNotFound, .unusableContact)]
    }

    /// The contact that an organisation uses for introductions: the first with that purpose that may be released.
    ///
    /// Contacts kept for another purpose are passed on to nobody.
    func introductionContact(of organization: Identifier<Organization>) throws -> Contact? {
        let contacts = try contacts(of: organization).filter(\.mayBePassedOn)
        return contacts.first { $0.card.purpose == .introduction }
    }
}

extension WriteTransaction {
    /// Adds a contact to an organisation.
    package func createContact(
        _ card: Contact.Card, of organization: Identifier<Organization>, as party: Party
    ) throws -> Contact {
        guard let found = try self.organization(organization), found.audience.includes(party) else {
            throw Refusal.invalid([.init("organization_id", .referenceNotFound, .noSuchReference)])
        }
        guard try mayAct(for: organization, as: party) else { throw Refusal.roleForbidden }
        try check(card)
        var contact = Contact(
            id: newID(), organization: organization, card: card, createdAt: now, updatedAt: now)
        try keep(&contact, after: nil, "contact.create", by: party)
        return contact
    }

    /// Replaces what a contact says.
    package func revise(_ id: Identifier<Contact>, to card: Contact.Card, as party: Party) throws -> Contact {
        let old = try contactToRevise(id, as: party)
        guard old.card != card else { return old }
        try old.requireUsable()
        try check(card)
        var new = old
        new.card = card
        try keep(&new, after: old, "contact.update", by: party)
        try announceIntroductions(showing: old.id, as: party)
        return new
    }

    /// Forgets a contact; one that was disclosed stays, because the log must name it.
    package func deleteContact(_ id: Identifier<Contact>, as party: Party) throws {
        let contact = try contactToRevise(id, as: party)
        if contact.restrictedAt != nil { try contact.requireUsable() }
        guard try recipients(of: id).isEmpty else { throw Refusal.inUse }
        _ = try announce(
            .contact, .init(id), before: audience(of: contact), after: .none, isDeletion: true,
            by: party.organization)
        try delete(contact)
        try forgetKeptAnswers(about: .init(id))
        try audit("contact.delete", .init("contact", id), fields: [], as: party)
    }

    private func check(_ card: Contact.Card) throws(Refusal) {
        let found = card.violations()
        guard found.isEmpty else { throw .invalid(found) }
    }

    /// Announces, stores and notes a new or changed contact.
    func keep(_ contact: inout Contact, after old: Contact?, _ action: String, by party: Party) throws {
        let before = try old.map { try audience(of: $0) } ?? .none
        contact.version = try announce(
            .contact, .init(contact.id), before: before, after: audience(of: contact), isDeletion: false,
            by: party.organization)
        contact.updatedAt = now
        try old == nil ? insert(contact) : update(contact)
        try audit(action, .init("contact", contact.id), fields: [], as: party)
    }
}
