import JSON
import Scharnier

/// An organisation as another system describes it.
struct ExternalOrganization: ExternalDraft {
    static let readOnly = OrganizationDraft.readOnly

    private let draft: OrganizationDraft
    private let form: Form
    private let members: RecordMembers
    let prints: [Print]

    /// Reads what the form holds, and nothing after it.
    init(_ form: Form, for party: Party) throws {
        var form = form
        let draft = OrganizationDraft(&form)
        self.draft = draft
        self.form = form
        let organization = Organization(
            id: .nil, kind: draft.kind, profile: draft.profile, stewardArea: draft.stewardArea,
            createdAt: Instant(milliseconds: 0), updatedAt: Instant(milliseconds: 0))
        members = try RecordMembers(of: organization)
        prints = members.prints
    }

    func create(in tx: any WriteTransaction, as party: Party) throws -> ExternalRecord {
        try form.refuseUnsound(
            adding: tx.violations(
                in: draft.profile, of: draft.kind, stewardArea: draft.stewardArea, for: party))
        return try form.inDocumentOrder {
            try record(
                try tx.createOrganization(
                    draft.kind, draft.profile, stewardArea: draft.stewardArea, as: party))
        }
    }

    func current(
        _ id: Identifier<ExternalReference>, in tx: any WriteTransaction, as party: Party
    ) throws -> ExternalRecord {
        let old = try tx.organizationToRevise(.init(id), as: party)
        var form = form
        if draft.kind != old.kind { form.note("kind", .immutable, .stays) }
        if draft.stewardArea != old.stewardArea { form.note("steward_area_id", .immutable, .stays) }
        try form.refuseUnsound(
            adding: tx.violations(
                in: draft.profile, of: old.kind, stewardArea: old.stewardArea, for: party))
        return try record(old)
    }

    func take(
        _ names: [String], into id: Identifier<ExternalReference>, in tx: any WriteTransaction,
        as party: Party
    ) throws -> ExternalRecord {
        let old = try tx.organizationToRevise(.init(id), as: party)
        var merged = try Form(RecordMembers(of: old).taking(names, from: members))
        var draft = OrganizationDraft(patch: &merged)
        draft.profile.taxStatus = old.profile.taxStatus
        try merged.refuse(
            adding: tx.violations(
                in: draft.profile, of: old.kind, stewardArea: old.stewardArea, for: party))
        return try record(try tx.revise(old.id, to: draft.profile, as: party))
    }

    private func record(_ organization: Organization) throws -> ExternalRecord {
        ExternalRecord(
            id: .init(organization.id), version: organization.version,
            prints: try RecordMembers(of: organization).prints)
    }
}

extension RecordMembers {
    /// What it says does not depend on the day.
    ///
    /// The tax status counts only for a new one: later it is stated, and then
    /// confirmed, by operations of its own.
    fileprivate init(of organization: Organization) throws {
        var body = OrganizationBody(organization, for: .own, on: Day(number: 0))
        body.isDraft = true
        // It owns itself: there is no member that says whose it is.
        self.init(try body.draft(without: OrganizationDraft.patchReadOnly), owner: "")
    }
}
