import Scharnier

/// A record of another system together with what that says of its own copy.
struct ExternalEnvelope: Sendable {
    let origin: ExternalReference.Origin
    private let record: Record

    private enum Record: Sendable {
        case need(ExternalNeed)
        case offer(ExternalOffer)
        case organization(ExternalOrganization)
    }

    /// Octets that an address may have (domain.md §4, `url`).
    private static let addressLengths = 8...500

    /// A record whose form says nothing else.
    init(
        _ form: Form, _ kind: ExternalReference.Kind, origin: ExternalReference.Origin, for party: Party
    ) throws {
        self.origin = origin
        record =
            switch kind {
            case .needs: .need(try ExternalNeed(form, for: party))
            case .offers: .offer(try ExternalOffer(form, for: party))
            case .organizations: .organization(try ExternalOrganization(form, for: party))
            }
    }

    /// A row: the record's members and, beside them, those of its origin.
    init(row form: Form, _ kind: ExternalReference.Kind, for party: Party) throws {
        var form = form
        let url = form.line("source_url")
        if let url, !Self.isAddress(url) { form.note("source_url", .badFormat, .noAddress) }
        let origin = ExternalReference.Origin(url: url, updatedAt: form.instant("source_updated_at"))
        try self.init(form, kind, origin: origin, for: party)
    }

    /// Only addresses of pages: a link must not run anything.
    static func isAddress(_ url: String) -> Bool {
        addressLengths.contains(url.utf8.count)
            && (url.hasPrefix("https://") || url.hasPrefix("http://"))
            && url.utf8.allSatisfy { $0 > 0x20 }
    }

    /// Brings the record in line with its source.
    func upsert(
        _ key: ExternalReference.Key, in tx: any WriteTransaction, isCreating: Bool = false, as party: Party
    ) throws -> Upsert {
        switch record {
        case .need(let need):
            try tx.upsert(need, key, from: origin, isCreating: isCreating, as: party)
        case .offer(let offer):
            try tx.upsert(offer, key, from: origin, isCreating: isCreating, as: party)
        case .organization(let organization):
            try tx.upsert(organization, key, from: origin, isCreating: isCreating, as: party)
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
