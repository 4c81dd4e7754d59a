import Scharnier

/// What a caller sends to create or change a programme.
struct ProgrammeDraft {
    var organization: Identifier<Organization>?
    var content: Programme.Content

    /// Members that the server sets.
    static let readOnly: Set<String> = [
        "id", "version", "created_at", "updated_at", "created_by", "status",
    ]

    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form) {
        organization = form.identifier("organization_id")
        form.require("type")
        form.require("title")
        content = Programme.Content(
            kind: form.choice("type", of: Programme.Kind.self, isNullable: false) ?? .grant,
            title: form.line("title", isNullable: false) ?? "")
        content.summary = form.text("summary")
        content.awardKind = form.choice("award_kind", .money)
        content.policy = form.nested("policy") { Programme.Policy(&$0) }
        content.calls = form.list("calls") { Programme.Call(&$0) }
        content.awards = form.list("awards") { Programme.Award(&$0) }
    }
}

extension Programme.Policy {
    /// Reads a policy; where something is missing that every policy states, the form knows it.
    fileprivate init(_ form: inout Form) {
        self.init(
            version: form.line("version", isNullable: false) ?? "",
            validity: DayRange(from: form.day("valid_from_on"), to: form.day("valid_to_on")),
            legalBasis: form.line("legal_basis", isNullable: false) ?? "",
            verification: form.choice("verification", of: Verification.self, isNullable: false) ?? .unverified
        )
        for name in ["version", "valid_from_on", "legal_basis", "verification"] { form.require(name) }
        readTerms(&form)
        readCircle(&form)
    }

    private mutating func readTerms(_ form: inout Form) {
        sourceURL = form.line("source_url")
        confirmedOn = form.day("confirmed_on")
        financingType = form.choice("financing_type")
        leastCents = form.integer("min_cents")
        mostCents = form.integer("max_cents")
        mostShare = form.integer("max_share_bp")
        leastOwnShare = form.integer("own_share_min_bp")
        documents = form.codes("documents")
        startedProjects = form.choice("started_projects")
        isRolling = form.boolean("rolling", false)
        note = form.text("note")
    }

    private mutating func readCircle(_ form: inout Form) {
        horizons = form.choices("horizons", Horizon.allCases)
        topics = form.codes("topics")
        targetGroups = form.codes("target_groups")
        areas = form.identifiers("area_ids")
        recipientKinds = form.choices("recipient_kinds")
    }
}

// What is missing reads as anything: the form knows of it, and then nothing is kept. So all entries are counted.

extension Programme.Call {
    fileprivate init(_ form: inout Form) {
        self.init(
            opensOn: form.day("opens_on") ?? Day(number: 0),
            closesOn: form.day("closes_on") ?? Day(number: 0),
            decisionOn: form.day("decision_on"))
        form.require("opens_on")
        form.require("closes_on")
    }
}

extension Programme.Award {
    fileprivate init(_ form: inout Form) {
        self.init(
            year: form.integer("year") ?? 0, recipient: form.line("recipient_text") ?? "",
            cents: form.integer("amount_cents"))
        form.require("year")
        form.require("recipient_text")
    }
}
