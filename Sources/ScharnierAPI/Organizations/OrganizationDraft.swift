package import JSON
package import Scharnier

/// What a caller sends to create or change an organisation.
package struct OrganizationDraft: Sendable {
    package var kind: Organization.Kind
    package var profile: Organization.Profile
    package var stewardArea: Identifier<Area>?

    /// Members that the server sets.
    static let readOnly: Set<String> = [
        "id", "version", "created_at", "updated_at", "revision", "status", "verification", "stewarded",
        "receipt_capable",
    ]

    /// Members that a patch leaves alone as well: the tax status is stated, and then confirmed, by operations of its own.
    static let patchReadOnly = readOnly.union(["tax_status"])

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
        self.init(patch: &form)
        profile.taxStatus = form.nested("tax_status") { TaxStatus(form: &$0) }
    }

    /// Reads what a patched form holds: all but the tax status.
    init(patch form: inout Form) {
        self.init(registration: &form)
        stewardArea = form.identifier("steward_area_id")
        profile.isGrantMaking = form.boolean("grant_making", false)
        profile.isEconomicallyActive = form.boolean("economic_activity", false)
        profile.businessID = form.line("w_id_nr")
        profile.umbrella = form.identifier("umbrella_organization_id")
        profile.publicityDefault = form.choice("publicity_default", Publicity.none)
        profile.goals = form.text("goals")
        profile.selectionCriteria = form.text("selection_criteria")
        profile.transparency =
            form.nested("transparency", isNullable: false, readOnly: ["score"]) { Transparency(form: &$0) }
            ?? Transparency()
        profile.cooperation = form.nested("cooperation", readOnly: ["readiness"]) { Cooperation(form: &$0) }
    }

    /// Reads what somebody who announces an organisation is asked for.
    init(registration form: inout Form) {
        form.require("kind")
        form.require("name")
        kind = form.choice("kind", of: Organization.Kind.self, isNullable: false) ?? .carrier
        profile = Organization.Profile(name: form.line("name", isNullable: false) ?? "")
        readFacts(&form)
        readSeat(&form)
        readWork(&form)
    }

    private mutating func readFacts(_ form: inout Form) {
        profile.shortName = form.line("short_name")
        profile.legalForm = form.choice("legal_form")
        profile.register = form.nested("register") { Organization.Register(form: &$0) }
        profile.size = form.choice("size")
        profile.isMigrantLed = form.boolean("migrant_led", false)
        profile.isLocalEconomy = form.boolean("local_economy", false)
    }

    private mutating func readSeat(_ form: inout Form) {
        profile.seat = form.nested("seat") { form in
            Organization.Seat(
                street: form.line("street"), postalCode: form.line("postal_code"), city: form.line("city"),
                area: form.identifier("area_id"))
        }
        profile.isSeatPublic = form.boolean(
            "seat_public", profile.legalForm.map { ![.informal, .privatePerson].contains($0) } ?? true)
    }

    private mutating func readWork(_ form: inout Form) {
        profile.activeAreas = form.identifiers("active_area_ids")
        profile.topics = form.codes("topics")
        profile.targetGroups = form.codes("target_groups")
        profile.languages = form.codes("languages")
        profile.text = form.text("profile")
        profile.website = form.line("website")
    }
}
