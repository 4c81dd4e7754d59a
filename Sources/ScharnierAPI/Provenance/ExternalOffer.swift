import JSON
import Scharnier

/// An offer as another system describes it.
struct ExternalOffer: ExternalDraft {
    static let readOnly = OfferDraft.readOnly

    private let draft: OfferDraft
    private let form: Form
    private let owner: Identifier<Organization>
    private let members: RecordMembers
    let prints: [Print]

    /// Reads what the form holds, and nothing after it.
    init(_ form: Form, for party: Party) throws {
        var form = form
        let draft = OfferDraft(&form)
        self.draft = draft
        self.form = form
        owner = draft.organization ?? party.organization ?? .nil
        let offer = Offer(
            id: .nil, organization: owner, supplierKind: .carrier, content: draft.content,
            createdAt: Instant(milliseconds: 0), updatedAt: Instant(milliseconds: 0))
        members = try RecordMembers(of: offer)
        prints = members.prints
    }

    func create(in tx: any WriteTransaction, as party: Party) throws -> ExternalRecord {
        try form.refuseUnsound(adding: tx.violations(in: draft.content, ownedBy: owner))
        return try form.inDocumentOrder {
            try record(try tx.createExternalOffer(draft.content, for: owner, as: party))
        }
    }

    func current(
        _ id: Identifier<ExternalReference>, in tx: any WriteTransaction, as party: Party
    ) throws -> ExternalRecord {
        let old = try tx.offerToUpsert(.init(id), as: party)
        var form = form
        if owner != old.organization { form.note("organization_id", .immutable, .stays) }
        try form.refuseUnsound(adding: tx.violations(in: draft.content, ownedBy: old.organization))
        return try record(old)
    }

    func take(
        _ names: [String], into id: Identifier<ExternalReference>, in tx: any WriteTransaction,
        as party: Party
    ) throws -> ExternalRecord {
        let old = try tx.offerToUpsert(.init(id), as: party)
        var merged = try Form(RecordMembers(of: old).taking(names, from: members))
        let draft = OfferDraft(&merged)
        try merged.refuse(adding: tx.violations(in: draft.content, ownedBy: old.organization))
        return try record(try tx.reviseExternal(old, to: draft.content, as: party))
    }

    private func record(_ offer: Offer) throws -> ExternalRecord {
        ExternalRecord(
            id: .init(offer.id), version: offer.version, prints: try RecordMembers(of: offer).prints)
    }
}

extension RecordMembers {
    fileprivate init(of offer: Offer) throws {
        self.init(
            try OfferBody(offer, for: .own).draft(without: OfferDraft.readOnly), owner: "organization_id")
    }
}
