import HTTPWire
import JSON
import Scharnier

/// `/v1/organizations`: who acts.
enum OrganizationRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/organizations", .readOrganizations, list: listed, .read(list)),
        Route(.post, "/v1/organizations", .createOrganization, .write(create)),
        Route(.get, "/v1/organizations/{id}", .readOrganizations, .read(show)),
        Route(.patch, "/v1/organizations/{id}", .updateOrganization, .write(update)),
        Route(.get, "/v1/organizations/{id}/transitions", .checkOrganization, .read(listTransitions)),
        Route(.post, "/v1/organizations/{id}/transitions", .verifyOrganization, .write(transition)),
    ]

    private static let listed = ListForm(
        sortedBy: Organization.SortKey.self, isSearchable: true,
        [
            .words("kind", Organization.Kind.self), .identifiers("area_id"), .codes("topic"),
            .words("legal_form", Organization.LegalForm.self), .boolean("grant_making"),
            .boolean("migrant_led"),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = OrganizationQuery(party: call.party)
        query.kinds = try call.query.choices("kind")
        query.areas = Set(try call.query.identifiers("area_id"))
        query.topics = try call.query.codes("topic")
        query.legalForms = try call.query.choices("legal_form")
        query.isGrantMaking = try call.query.boolean("grant_making")
        query.isMigrantLed = try call.query.boolean("migrant_led")
        try call.readPage(of: &query)
        return call.list(try tx.organizations(query), limit: query.limit) { item, writer in
            writer.value(OrganizationBody(item, for: item.closeness(of: call.party), on: tx.today))
        }
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        call.show(try tx.organization(try call.identifier(), for: call.party))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: OrganizationDraft.readOnly)
        let draft = OrganizationDraft(&form)
        try form.refuse(
            adding: tx.violations(
                in: draft.profile, of: draft.kind, stewardArea: draft.stewardArea, for: call.party))
        let organization = try tx.createOrganization(
            draft.kind, draft.profile, stewardArea: draft.stewardArea, as: call.party)
        return .created(
            OrganizationBody(organization, for: organization.closeness(of: call.party), on: tx.today),
            at: "/v1/organizations/\(organization.id)", tag: organization.tag(for: call.party))
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.organizationToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(old.version)
        var body = OrganizationBody(old, for: .own, on: tx.today)
        body.isDraft = true
        var form = try Form(
            body.draft(without: OrganizationDraft.patchReadOnly).merged(with: patch),
            readOnly: OrganizationDraft.patchReadOnly)
        var draft = OrganizationDraft(patch: &form)
        draft.profile.taxStatus = old.profile.taxStatus
        if draft.kind != old.kind { form.note("kind", .immutable, .stays) }
        if draft.stewardArea != old.stewardArea { form.note("steward_area_id", .immutable, .stays) }
        try form.refuse(
            adding: tx.violations(
                in: draft.profile, of: old.kind, stewardArea: old.stewardArea, for: call.party))
        return call.show(try tx.revise(old.id, to: draft.profile, as: call.party))
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let organization = try tx.organizationToRevise(try call.identifier(), as: call.party)
        // What the city remarks on an organisation is not for it to read.
        let isCity = organization.closeness(of: call.party) >= .city
        return try call.list(tx.transitions(of: .organization, .init(organization.id))) {
            isCity || call.party.isFrom($0.organization)
        }
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let organization = try tx.organizationToMove(try call.identifier(), as: call.party)
        try call.requireMatch(organization.version, isOptional: true)
        let draft = try TransitionDraft<Organization.Event>(
            json, facts: ["reason_code", "note", "method"], reasons: Organization.reasonCodes)
        let fired = try tx.fire(draft.event, on: organization.id, facts: draft.facts, as: call.party)
        let body = OrganizationBody(fired.item, for: fired.item.closeness(of: call.party), on: tx.today)
        return call.fired(fired, body, tag: fired.item.tag(for: call.party))
    }
}

extension Organization {
    /// The tag of the organisation as `party` sees it.
    func tag(for party: Party) -> EntityTag { .item(version: version, closeness: closeness(of: party)) }
}

extension Call {
    fileprivate func show(_ organization: Organization) -> Answer {
        let body = OrganizationBody(
            organization, for: organization.closeness(of: party), on: LocalTime.day(at: now))
        return .ok(body, tag: organization.tag(for: party))
    }
}

extension Wording {
    static let stays = Wording("Diese Angabe bleibt.", "This cannot be changed.")
}
