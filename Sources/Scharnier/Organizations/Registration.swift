extension Organization {
    /// The kinds that may register themselves; the city sets up its own units and its portals.
    package static let registrableKinds: [Kind] = [
        .carrier, .foundation, .company, .school, .intermediary, .network,
    ]
}

/// Who announces an organisation: the address at which the city can ask back (domain.md §3.2, row 2).
package struct Registrant: Equatable, Sendable {
    package var displayName: String
    package var function: String?
    package var email: String?
    package var phone: String?
    package var languages: [String] = []
    package var infoTextVersion: String

    /// Somebody who was shown this version of the privacy notice.
    package init(displayName: String, infoTextVersion: String) {
        self.displayName = displayName
        self.infoTextVersion = infoTextVersion
    }

    /// The contact it becomes: for administration only, kept to answer what was asked (Article 6(1)(b) GDPR), and
    /// shown to nobody else.
    package var card: Contact.Card {
        var card = Contact.Card(
            displayName: displayName, purpose: .administration, lawfulBasis: .contract,
            infoTextVersion: infoTextVersion)
        card.function = function
        card.email = email
        card.phone = phone
        card.languages = languages
        card.release = .none
        return card
    }
}

extension ReadTransaction {
    /// What breaks a rule of a registration, references included.
    package func violations(
        inRegistrationOf kind: Organization.Kind, _ profile: Organization.Profile, by registrant: Registrant?,
        as party: Party
    ) throws -> [Violation] {
        var found = try violations(in: profile, of: kind, stewardArea: nil, for: party)
        if !Organization.registrableKinds.contains(kind) {
            let text = Wording(
                "Diese Art von Organisation legt die Stadt selbst an.", "The city sets up this kind itself.")
            let allowed = Organization.registrableKinds.map(\.rawValue)
            found.append(.init("kind", .notInEnum, text, allowed: allowed))
        }
        let contact = registrant?.card.violations() ?? []
        return found + contact.map { $0.inside("contact") }
    }
}

extension WriteTransaction {
    /// Takes down an organisation that announces itself: unverified, without a token, and public in nothing (F-07).
    ///
    /// The city and the officers of its areas see it and verify it.
    /// - Throws: ``Refusal/invalid(_:)``.
    package func register(
        _ kind: Organization.Kind, _ profile: Organization.Profile, by registrant: Registrant?,
        as party: Party
    ) throws -> Organization {
        let found = try violations(inRegistrationOf: kind, profile, by: registrant, as: party)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var organization = Organization(
            id: newID(), kind: kind, profile: profile, createdAt: now, updatedAt: now)
        try keep(&organization, after: nil, "organization.register", by: party)
        if let registrant {
            var contact = Contact(
                id: newID(), organization: organization.id, card: registrant.card, createdAt: now,
                updatedAt: now)
            try keep(&contact, after: nil, "contact.create", by: party)
        }
        return organization
    }
}

extension Violation {
    /// The same of a member that lies inside another.
    func inside(_ place: String) -> Violation {
        Violation(
            "\(place)/\(path)", code, detail, minimum: minimum, maximum: maximum, allowed: allowed)
    }
}
