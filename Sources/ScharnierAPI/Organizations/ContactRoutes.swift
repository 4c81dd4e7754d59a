import HTTPWire
import JSON
import Scharnier

/// `/v1/contacts`, `/v1/disclosures`: whom to call, and who was told.
enum ContactRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/contacts", .readContacts, item: .contact, .read(list)),
        Route(.post, "/v1/contacts", .writeContacts, .write(create)),
        Route(.get, "/v1/contacts/{id}", .readContacts, item: .contact, .read(show)),
        Route(.patch, "/v1/contacts/{id}", .writeContacts, .write(update)),
        Route(.delete, "/v1/contacts/{id}", .writeContacts, isReleasing: true, .write(delete)),
        Route(.get, "/v1/disclosures", .readDisclosures, parameters: ["contact_id"], .read(listDisclosures)),
    ]

    /// One's own contacts and those disclosed by others; a short list, in one page.
    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let organization = call.party.organization ?? .nil
        let contacts = try tx.contacts(knownTo: organization)
        return call.list(all: contacts.map { ContactBody(contact: $0) })
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        call.show(try tx.contact(try call.identifier(), for: call.party))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: ContactDraft.readOnly)
        let draft = ContactDraft(&form)
        try form.refuse(adding: draft.card.violations())
        let owner = draft.organization ?? call.party.organization ?? .nil
        let contact = try tx.createContact(draft.card, of: owner, as: call.party)
        return .created(ContactBody(contact: contact), at: "/v1/contacts/\(contact.id)", tag: contact.tag)
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.contactToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(old.version)
        let merged = try ContactBody(contact: old).draft(without: ContactDraft.readOnly).merged(with: patch)
        var form = try Form(merged, readOnly: ContactDraft.readOnly)
        let draft = ContactDraft(&form)
        if draft.organization != old.organization { form.note("organization_id", .immutable, .stays) }
        try form.refuse(adding: draft.card.violations())
        return call.show(try tx.revise(old.id, to: draft.card, as: call.party))
    }

    private static func delete(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let contact = try tx.contactToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(contact.version)
        try tx.deleteContact(contact.id, as: call.party)
        return .noContent
    }

    private static func listDisclosures(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let all = call.party.role == .cityAdmin
        let disclosures = try tx.disclosures(ofContactsOf: all ? nil : call.party.organization ?? .nil)
        let contacts: [Identifier<Contact>] = try call.query.identifiers("contact_id")
        let bodies = disclosures.filter { contacts.isEmpty || contacts.contains($0.contact) }
            .map { DisclosureBody(disclosure: $0) }
        return call.list(all: bodies)
    }
}

extension Contact {
    /// All who see a contact see all of it.
    fileprivate var tag: EntityTag { .item(version: version, closeness: .own) }
}

extension Call {
    fileprivate func show(_ contact: Contact) -> Answer {
        .ok(ContactBody(contact: contact), tag: .item(version: contact.version, closeness: .own))
    }
}
