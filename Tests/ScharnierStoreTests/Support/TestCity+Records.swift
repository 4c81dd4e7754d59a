import Scharnier
import ScharnierStore

extension TestCity {
    /// A contact of an organisation.
    func contact(of organization: Organization) throws -> Contact {
        let id = organization.id
        return try store.write { tx in
            var card = Contact.Card(
                displayName: "Kontakt", purpose: .introduction, lawfulBasis: .publicTask, infoTextVersion: "1"
            )
            card.email = "kontakt@example.org"
            var contact = Contact(
                id: tx.newID(), organization: id, card: card, createdAt: tx.now, updatedAt: tx.now)
            contact.version = try tx.announce(
                .contact, .init(contact.id), before: .none, after: .none, isDeletion: false, by: id)
            try tx.insert(contact)
            return contact
        }
    }

    /// A token of an organisation.
    func token(of organization: Organization, role: Role = .carrier) throws -> AccessToken {
        let id = organization.id
        return try store.write { tx in
            let token = AccessToken(
                id: tx.newID(), organization: id, role: role, scopes: [.needsRead, .needsWrite],
                label: "Test",
                digest: (0..<32).map { _ in .random(in: 0...255) }, createdAt: tx.now,
                expiresAt: tx.now.adding(days: 90))
            try tx.insert(token)
            return token
        }
    }

    /// A further verified organisation.
    func organization(_ kind: Organization.Kind, _ name: String = "Weitere") throws -> Organization {
        try store.write { try $0.settle(kind, name) }
    }

    /// Items of all pages, by a page size.
    func allPages<Item>(of limit: Int, _ page: (PageKey?, Int) throws -> Page<Item>) throws -> [Item] {
        var items: [Item] = []
        var key: PageKey?
        repeat {
            let page = try page(key, limit)
            items += page.items
            key = page.next
        } while key != nil
        return items
    }
}
