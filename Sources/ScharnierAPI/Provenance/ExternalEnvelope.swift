import Scharnier

/// A record of another system together with what that says of its own copy.
struct ExternalEnvelope: Sendable {
    let origin: ExternalReference.Origin

    /// The form of the record.
    let form: Form

    /// Octets that an address may have (domain.md §4, `url`).
    private static let addressLengths = 8...500

    /// A record whose body says nothing else.
    init(_ form: Form, origin: ExternalReference.Origin) {
        self.form = form
        self.origin = origin
    }

    /// A row: the record's members and, beside them, those of its origin.
    init(row form: Form) {
        var form = form
        let url = form.line("source_url")
        if let url, !Self.isAddress(url) { form.note("source_url", .badFormat, .noAddress) }
        origin = .init(url: url, updatedAt: form.instant("source_updated_at"))
        self.form = form
    }

    /// Only addresses of pages: a link must not run anything.
    static func isAddress(_ url: String) -> Bool {
        addressLengths.contains(url.utf8.count)
            && (url.hasPrefix("https://") || url.hasPrefix("http://"))
            && url.utf8.allSatisfy { $0 > 0x20 }
    }
}

extension WriteTransaction {
    /// Brings the record in an envelope in line with its source.
    func upsert(
        _ envelope: ExternalEnvelope, _ key: ExternalReference.Key, isCreating: Bool = false, as party: Party
    ) throws -> Upsert {
        switch key.kind {
        case .needs:
            try upsert(
                ExternalNeed(envelope.form, for: party), key, from: envelope.origin, isCreating: isCreating,
                as: party)
        case .offers:
            try upsert(
                ExternalOffer(envelope.form, for: party), key, from: envelope.origin, isCreating: isCreating,
                as: party)
        case .organizations:
            try upsert(
                ExternalOrganization(envelope.form, for: party), key, from: envelope.origin,
                isCreating: isCreating, as: party)
        }
    }
}

extension ExternalReference.Kind {
    /// The members that the server sets in a record of this kind.
    var readOnly: Set<String> {
        switch self {
        case .needs: ExternalNeed.readOnly
        case .offers: ExternalOffer.readOnly
        case .organizations: ExternalOrganization.readOnly
        }
    }
}

extension Wording {
    static let noAddress = Wording(
        "Eine Adresse beginnt mit https:// und hat höchstens 500 Zeichen.",
        "An address begins with https:// and has at most 500 characters.")
}
