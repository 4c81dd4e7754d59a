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
        form.require("kind")
        form.require("name")
        kind = form.choice("kind", of: Organization.Kind.self, isNullable: false) ?? .carrier
        profile = Organization.Profile(name: form.line("name", isNullable: false) ?? "")
        stewardArea = form.identifier("steward_area_id")
        readFacts(&form)
        readWork(&form)
        profile.seat = form.nested("seat") { form in
            Organization.Seat(
                street: form.line("street"), postalCode: form.line("postal_code"), city: form.line("city"),
                area: form.identifier("area_id"))
        }
        profile.isSeatPublic = form.boolean(
            "seat_public", profile.legalForm.map { ![.informal, .privatePerson].contains($0) } ?? true)
        profile.taxStatus = form.nested("tax_status") { form in
            form.require("basis")
            return TaxStatus(
                basis: form.choice("basis", TaxStatus.Basis.none), noticeOn: form.day("notice_on"),
                hasLaterNotice: form.boolean("later_notice", false), taxOffice: form.line("tax_office"))
        }
    }

    private mutating func readFacts(_ form: inout Form) {
        profile.shortName = form.line("short_name")
        profile.legalForm = form.choice("legal_form")
        profile.isGrantMaking = form.boolean("grant_making", false)
        profile.size = form.choice("size")
        profile.isMigrantLed = form.boolean("migrant_led", false)
        profile.umbrella = form.identifier("umbrella_organization_id")
        profile.publicityDefault = form.choice("publicity_default", Publicity.none)
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
