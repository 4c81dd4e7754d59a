package import JSON
package import Scharnier

/// A contact on the wire; whoever may see it sees it whole.
struct ContactBody: JSONWritable {
    let contact: Contact

    func write(to writer: inout JSONWriter) {
        let card = contact.card
        writer.object { writer in
            writer.common(contact.id, contact.version, contact.createdAt, contact.updatedAt)
            writer.member("organization_id", contact.organization)
            writer.member("display_name", card.displayName)
            writer.member("is_function_address", card.isFunctionAddress)
            writer.member("function", card.function)
            writer.member("email", card.email)
            writer.member("phone", card.phone)
            writer.member("languages", card.languages)
            writer.member("purpose", word: card.purpose)
            writer.member("lawful_basis", word: card.lawfulBasis)
            writer.member("info_text_version", card.infoTextVersion)
            writer.member("release", word: card.release)
            writer.member("retain_until_on", card.retainUntilOn)
            writer.member("restricted_at", contact.restrictedAt)
            writer.member("erased_at", contact.erasedAt)
        }
    }
}

/// What a caller sends to create or change a contact.
package struct ContactDraft: Sendable {
    package var organization: Identifier<Organization>?
    package var card: Contact.Card

    /// Members that the server sets.
    static let readOnly: Set<String> = [
        "id", "version", "created_at", "updated_at", "restricted_at", "erased_at",
    ]

    /// Reads a whole document, as a file holds it.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` with everything that is wrong with its form.
    package init(_ json: JSONValue) throws {
        var form = try Form(json)
        self.init(&form)
        try form.refuse()
    }

    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form) {
        for name in ["display_name", "purpose", "lawful_basis", "info_text_version"] { form.require(name) }
        organization = form.identifier("organization_id")
        card = Contact.Card(
            displayName: form.line("display_name", isNullable: false) ?? "",
            purpose: form.choice("purpose", .introduction),
            lawfulBasis: form.choice("lawful_basis", .consent),
            infoTextVersion: form.line("info_text_version", isNullable: false) ?? "")
        card.isFunctionAddress = form.boolean("is_function_address", false)
        card.function = form.line("function")
        card.email = form.line("email")
        card.phone = form.line("phone")
        card.languages = form.codes("languages")
        card.release = form.choice("release", .introduced)
        card.retainUntilOn = form.day("retain_until_on")
    }
}

/// A disclosure on the wire.
struct DisclosureBody: JSONWritable {
    let disclosure: Disclosure

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", disclosure.id)
            writer.member("contact_id", disclosure.contact)
            writer.member("organization_id", disclosure.organization)
            writer.member("to_organization_id", disclosure.toOrganization)
            writer.member("introduction_id", disclosure.introduction)
            writer.member("fields", disclosure.fields)
            writer.member("info_text_version", disclosure.infoTextVersion)
            writer.member("at", disclosure.at)
            guard let notice = disclosure.notice else { return writer.member("notice", nil as String?) }
            writer.memberObject("notice") { writer in
                writer.member("kind", word: notice.kind)
                writer.member("at", notice.at)
                writer.member("acknowledged_at", notice.acknowledgedAt)
            }
        }
    }
}
