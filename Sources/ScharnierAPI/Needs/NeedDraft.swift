package import JSON
package import Scharnier

/// What a caller sends to create or change a need.
package struct NeedDraft: Sendable {
    package var carrier: Identifier<Organization>?
    package var content: Need.Content
    package var items: [(id: Identifier<NeedItem>?, content: NeedItem.Content)]

    /// Members that the server sets.
    static let readOnly: Set<String> = [
        "id", "version", "created_at", "updated_at", "created_by", "revision", "status", "coverage",
        "freshness",
        "verification", "published_at", "close", "recorded_by", "needs_review", "missing",
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
        carrier = form.identifier("carrier_id")
        content = Need.Content()
        items = []
        readCore(&form)
        readDates(&form)
        readPlace(&form)
        readBackground(&form)
        items = form.list("items", readOnly: NeedItemDraft.readOnly) { NeedItemDraft.read(&$0) }
    }

    private mutating func readCore(_ form: inout Form) {
        content.host = form.identifier("host_organization_id")
        content.title = form.line("title")
        content.text = form.text("text")
        content.plainSummary = form.text("plain_summary")
        content.horizon = form.choice("horizon")
        content.topics = form.codes("topics")
        content.targetGroups = form.codes("target_groups")
        content.actionFields = form.choices("action_fields")
        content.beneficiaryCount = form.choice("beneficiary_count", .unknown)
        content.visibility = form.choice("visibility", .public)
        content.contact = form.identifier("contact_id")
    }

    private mutating func readDates(_ form: inout Form) {
        content.neededByOn = form.day("needed_by_on")
        content.period = form.days("period")
        content.reviewOn = form.day("review_on")
        content.startedOn = form.day("started_on")
    }

    private mutating func readPlace(_ form: inout Form) {
        content.beneficiaryAreas = form.identifiers("beneficiary_area_ids")
        content.isCityWide = form.boolean("city_wide", false)
        content.site = form.nested("site") { form in
            Need.Site(
                name: form.line("name"), address: form.line("address"), area: form.identifier("area_id"))
        }
    }

    private mutating func readBackground(_ form: inout Form) {
        content.participation = form.text("participation")
        content.ownSteps = form.text("own_steps")
        content.otherwiseUnavailable = form.text("otherwise_unavailable")
        content.selfHelp = form.text("self_help")
        content.counterpart = form.text("counterpart")
        content.compulsoryPublicTask = form.choice("compulsory_public_task", .unclear)
        content.hasNoPublicFunding = form.optionalBoolean("no_public_funding")
        content.welcomesAlternatives = form.boolean("alternatives_welcome", true)
    }
}

/// What a caller sends as one line of a need.
enum NeedItemDraft {
    static let readOnly: Set<String> = ["status", "committed", "held", "fulfilled", "open"]

    /// Reads a line; one without kind or quantity reads as something that the form has noted already.
    static func read(_ form: inout Form) -> (id: Identifier<NeedItem>?, content: NeedItem.Content) {
        let id: Identifier<NeedItem>? = form.identifier("id", isNullable: false)
        let kind = form.choice("kind", of: ResourceKind.self, isNullable: false)
        form.require("kind")
        form.require("title")
        let title = form.line("title", isNullable: false) ?? ""
        let measure = kind == .money ? readMoney(&form) : readUnits(&form)
        var content = NeedItem.Content(
            kind: kind ?? .goods, title: title, quantity: measure.quantity, unit: measure.unit,
            minimum: measure.minimum)
        content.category = form.line("category")
        content.description = form.text("description")
        content.costType = form.choice("cost_type")
        content.costLayer = form.choice("cost_layer")
        readConditions(&form, into: &content)
        return (id, content)
    }

    private static func readConditions(_ form: inout Form, into content: inout NeedItem.Content) {
        content.condition = form.choice("condition", .any)
        content.schedule = form.schedule("schedule")
        content.isRemoteOK = form.boolean("remote_ok", false)
        content.skills = form.codes("skills")
        content.areSkillsMandatory = form.boolean("skills_mandatory", false)
        content.languages = form.codes("languages")
        content.accessibility = form.codes("accessibility")
        content.safeguarding = form.choice("safeguarding", .none)
        content.engagementForm = form.line("engagement_form")
    }

    private static func readMoney(_ form: inout Form) -> (
        quantity: Int64, unit: Scharnier.Unit?, minimum: Int64
    ) {
        form.require("amount_cents")
        for name in ["quantity", "unit", "min_quantity"] { form.exclude(name, with: "amount_cents") }
        let amount = form.integer("amount_cents") ?? 0
        return (amount, nil, form.integer("min_amount_cents") ?? min(max(1, amount), Quantity.smallestCents))
    }

    private static func readUnits(_ form: inout Form) -> (
        quantity: Int64, unit: Scharnier.Unit?, minimum: Int64
    ) {
        form.require("quantity")
        form.require("unit")
        for name in ["amount_cents", "min_amount_cents", "cost_type", "cost_layer"] {
            form.exclude(name, with: "quantity")
        }
        return (form.integer("quantity") ?? 0, form.choice("unit"), form.integer("min_quantity") ?? 1)
    }
}

extension Form {
    /// Notes a member that has no place beside another; `null` is as good as absent.
    mutating func exclude(_ name: String, with other: String) {
        guard value(name) != nil else { return }
        note(
            name, .notAllowedTogether, Wording("Nicht zusammen mit \(other).", "Not together with \(other)."))
    }
}
