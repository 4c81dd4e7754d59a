/// A natural person or a function address of an organisation (domain.md §4.1).
package struct Contact: Equatable, Identifiable, Sendable {
    package let id: Identifier<Contact>
    package var version: Int64
    package let organization: Identifier<Organization>
    package var card: Card

    /// Since when it is kept and used for nothing, because the person asked for that (GDPR Article 18).
    package var restrictedAt: Instant?

    /// Since when nothing is left of the person.
    package var erasedAt: Instant?
    package let createdAt: Instant
    package var updatedAt: Instant

    /// What the contact says.
    package struct Card: Equatable, Sendable {
        package var displayName: String
        package var isFunctionAddress = false
        package var function: String?
        package var email: String?
        package var phone: String?
        package var languages: [String] = []
        package var purpose: Purpose
        package var lawfulBasis: LawfulBasis
        package var infoTextVersion: String
        package var release: Release = .introduced
        package var retainUntilOn: Day?

        /// A contact with the facts that every contact must state.
        package init(displayName: String, purpose: Purpose, lawfulBasis: LawfulBasis, infoTextVersion: String)
        {
            self.displayName = displayName
            self.purpose = purpose
            self.lawfulBasis = lawfulBasis
            self.infoTextVersion = infoTextVersion
        }
    }

    package enum Purpose: String, CaseIterable, Sendable {
        case introduction, administration, event, newsletter
    }

    package enum LawfulBasis: String, CaseIterable, Sendable {
        case consent = "art6_1_a"
        case contract = "art6_1_b"
        case publicTask = "art6_1_e"
        case legitimateInterest = "art6_1_f"
    }

    package enum Release: String, CaseIterable, Sendable {
        case none, introduced, portal
        case publicFunction = "public_function"
    }

    /// A contact put together from what is kept of it.
    package init(
        id: Identifier<Contact>, version: Int64 = 0, organization: Identifier<Organization>, card: Card,
        restrictedAt: Instant? = nil, erasedAt: Instant? = nil, createdAt: Instant, updatedAt: Instant
    ) {
        self.restrictedAt = restrictedAt
        self.erasedAt = erasedAt
        self.id = id
        self.version = version
        self.organization = organization
        self.card = card
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

extension Contact.Card {
    /// What breaks the rules of domain.md §4.1, in the order of the members.
    package func violations() -> [Violation] {
        var found =
            Violation.length(of: displayName, 1...120, at: "display_name")
            + Violation.length(of: function, 0...120, at: "function")
            + Violation.length(of: email, 3...254, at: "email")
            + Violation.length(of: phone, 3...40, at: "phone")
            + Violation.list(languages, 0...20, at: "languages")
            + Violation.length(of: infoTextVersion, 1...40, at: "info_text_version")
        if let email, !email.utf8.contains(UInt8(ascii: "@")) {
            found.append(
                .init(
                    "email", .badFormat,
                    Wording("Das ist keine E-Mail-Adresse.", "This is no e-mail address.")))
        }
        if email == nil, phone == nil {
            found.append(
                .init(
                    "email", .required,
                    Wording("E-Mail oder Telefon wird gebraucht.", "E-mail or phone is needed.")))
        }
        if release == .publicFunction, !isFunctionAddress {
            found.append(
                .excluded(
                    "release", "Öffentlich können nur Funktionsadressen sein.",
                    "Only function addresses can be public."))
        }
        return found
    }

    /// The names of the members that a disclosure passes on.
    var disclosedFields: [String] {
        ["display_name"]
            + [(function, "function"), (email, "email"), (phone, "phone")].filter { $0.0 != nil }.map(\.1)
    }
}

/// One passing-on of a contact to another organisation; never changed (R-30).
package struct Disclosure: Equatable, Identifiable, Sendable {
    package let id: Identifier<Disclosure>
    package let contact: Identifier<Contact>

    /// The organisation whose contact it is.
    package let organization: Identifier<Organization>

    /// The organisation that may see it from now on.
    package let toOrganization: Identifier<Organization>
    package let introduction: Identifier<Introduction>
    package let fields: [String]
    package let infoTextVersion: String
    package let at: Instant

    /// What became of the contact since, and whether the recipient acted on it (GDPR Article 19).
    package var notice: Notice?

    /// What a recipient is told.
    package struct Notice: Equatable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case rectified, restricted, erased
        }

        package let kind: Kind
        package let at: Instant
        package var acknowledgedAt: Instant?

        /// News of a kind.
        package init(_ kind: Kind, at: Instant, acknowledgedAt: Instant? = nil) {
            self.kind = kind
            self.at = at
            self.acknowledgedAt = acknowledgedAt
        }
    }

    /// A disclosure put together from what is kept of it.
    package init(
        id: Identifier<Disclosure>, contact: Identifier<Contact>, organization: Identifier<Organization>,
        toOrganization: Identifier<Organization>, introduction: Identifier<Introduction>, fields: [String],
        infoTextVersion: String, at: Instant, notice: Notice? = nil
    ) {
        self.notice = notice
        self.id = id
        self.contact = contact
        self.organization = organization
        self.toOrganization = toOrganization
        self.introduction = introduction
        self.fields = fields
        self.infoTextVersion = infoTextVersion
        self.at = at
    }
}
