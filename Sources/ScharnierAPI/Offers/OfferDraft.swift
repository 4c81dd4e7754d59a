package import JSON
package import Scharnier

/// What a caller sends to create or change an offer.
package struct OfferDraft: Sendable {
    package var organization: Identifier<Organization>?
    package var content: Offer.Content

    /// Members that the server sets.
    static let readOnly: Set<String> = [
        "id", "version", "created_at", "updated_at", "created_by", "revision", "status", "supplier_kind",
        "usage",
        "freshness", "activated_at",
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
        organization = form.identifier("organization_id")
        form.require("kind")
        content = Offer.Content(kind: form.choice("kind", of: ResourceKind.self, isNullable: false) ?? .goods)
        content.title = form.line("title")
        content.text = form.text("text")
        content.category = form.line("category")
        readCapacity(&form)
        readReach(&form)
        readConditions(&form)
    }

    private mutating func readCapacity(_ form: inout Form) {
        let isMoney = content.kind == .money
        let (mine, others) = isMoney ? (Self.money, Self.units) : (Self.units, Self.money)
        for name in others { form.exclude(name, with: mine[0]) }
        content.quantity = form.integer(mine[0])
        if isMoney { form.exclude("unit", with: mine[0]) } else { content.unit = form.choice("unit") }
        content.minimum = form.integer(mine[1]) ?? content.minimum
        content.maximum = form.integer(mine[2])
        content.period = form.choice("capacity_period", .once)
        content.isInexhaustible = form.boolean("inexhaustible", false)
        content.available = form.days("available") ?? DayRange()
        content.schedule = form.schedule("schedule")
    }

    private static let units = ["quantity", "min_per_commitment", "max_per_commitment"]
    private static let money = ["budget_cents", "min_per_commitment_cents", "max_per_commitment_cents"]

    private mutating func readReach(_ form: inout Form) {
        content.reach = form.choice("reach")
        content.areas = form.identifiers("area_ids")
        content.topics = form.codes("topics")
        content.areTopicsStrict = form.boolean("strict_topics", false)
        content.targetGroups = form.codes("target_groups")
        content.areTargetGroupsStrict = form.boolean("strict_target_groups", false)
        content.horizons = form.choices("horizons", Horizon.allCases)
    }

    private mutating func readConditions(_ form: inout Form) {
        content.condition = form.choice("condition", .good)
        content.skills = form.codes("skills")
        content.languages = form.codes("languages")
        content.accessibility = form.codes("accessibility")
        content.safeguarding = form.choice("safeguarding_ready", .none)
        content.engagementForm = form.line("engagement_form")
        content.counterpartWish = form.text("counterpart_wish")
        content.legalNature = form.choice("legal_nature")
        content.publicity = form.choice("publicity", .none)
        content.conditions = form.text("conditions")
        content.visibility = form.choice("visibility", .public)
        content.contact = form.identifier("contact_id")
    }
}

extension JSONWritable {
    /// The value as a caller would send it, without what the server sets: what a merge patch is applied to.
    func draft(without readOnly: Set<String>) throws(Problem) -> JSONValue {
        var writer = JSONWriter(capacity: 2048)
        write(to: &writer)
        do {
            guard case .object(let whole) = try JSONValue(parsing: writer.bytes) else { return .null }
            return JSONObject(members: whole.members.filter { !readOnly.contains($0.name) }).map {
                .object($0)
            } ?? .null
        } catch {
            throw Problem(error)
        }
    }
}
