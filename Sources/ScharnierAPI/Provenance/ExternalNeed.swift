import JSON
import Scharnier

/// A need as another system describes it.
struct ExternalNeed: ExternalDraft {
    static let readOnly = NeedDraft.readOnly

    private let draft: NeedDraft
    private let form: Form
    private let carrier: Identifier<Organization>
    private let members: RecordMembers
    let prints: [Print]

    /// Reads what the form holds, and nothing after it.
    init(_ form: Form, for party: Party) throws {
        var form = form
        let draft = NeedDraft(&form)
        self.draft = draft
        self.form = form
        carrier = draft.carrier ?? party.organization ?? .nil
        let need = Need(
            id: .nil, carrier: carrier, content: draft.content,
            items: draft.items.map { NeedItem(id: .nil, content: $0.content) },
            createdAt: Instant(milliseconds: 0), updatedAt: Instant(milliseconds: 0))
        members = try RecordMembers(of: need)
        prints = members.prints
    }

    func create(in tx: any WriteTransaction, as party: Party) throws -> ExternalRecord {
        let items = draft.items.map(\.content)
        try form.refuseUnsound(
            adding: tx.violations(in: draft.content, items, ownedBy: carrier, for: party))
        return try form.inDocumentOrder {
            try record(try tx.createExternalNeed(draft.content, items: items, for: carrier, as: party))
        }
    }

    func current(
        _ id: Identifier<ExternalReference>, in tx: any WriteTransaction, as party: Party
    ) throws -> ExternalRecord {
        let old = try tx.needToUpsert(.init(id), as: party)
        var form = form
        if carrier != old.carrier { form.note("carrier_id", .immutable, .stays) }
        try form.refuseUnsound(
            adding: tx.violations(
                in: draft.content, draft.items.map(\.content), ownedBy: old.carrier, for: party))
        return try record(old)
    }

    func take(
        _ names: [String], into id: Identifier<ExternalReference>, in tx: any WriteTransaction,
        as party: Party
    ) throws -> ExternalRecord {
        let old = try tx.needToUpsert(.init(id), as: party)
        var merged = try Form(RecordMembers(of: old).taking(names, from: members))
        let draft = NeedDraft(&merged)
        try merged.refuse(
            adding: tx.violations(
                in: draft.content, draft.items.map(\.content), ownedBy: old.carrier, for: party))
        return try record(try tx.reviseExternal(old, to: draft.content, items: draft.items, as: party))
    }

    private func record(_ need: Need) throws -> ExternalRecord {
        ExternalRecord(
            id: .init(need.id), version: need.version, prints: try RecordMembers(of: need).prints)
    }
}

extension RecordMembers {
    fileprivate init(of need: Need) throws {
        self.init(try NeedBody(need, for: .own).draft, owner: "carrier_id")
    }
}
