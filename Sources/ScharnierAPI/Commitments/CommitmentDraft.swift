import JSON
import Scharnier

/// What a caller sends to draft or change a commitment.
struct CommitmentDraft {
    var introduction: Identifier<Introduction>?
    var content: Commitment.Content
    var lines: [Commitment.Line.Content]

    /// Members that the server sets.
    static let readOnly: Set<String> = [
        "id", "version", "created_at", "updated_at", "status", "revision", "need_id", "offer_id",
        "carrier_id",
        "supplier_id", "host_organization_id", "value_cents", "signatures", "taken_at", "deliveries",
        "acknowledgement", "outcomes", "waiting_on", "due_at", "advice",
    ]

    private static let readOnlyInLines: Set<String> = ["kind", "unit", "delivered", "acknowledged"]

    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form) {
        form.require("legal_nature")
        form.require("lines")
        introduction = form.identifier("introduction_id", isNullable: false)
        content = Commitment.Content(legalNature: form.choice("legal_nature", .other))
        content.payee = form.identifier("payee_organization_id")
        content.counterpart = form.nested("counterpart") { form in
            Commitment.Counterpart(
                text: form.text("text"), isValued: form.boolean("valued", false),
                cents: form.integer("value_cents"))
        }
        content.startsOn = form.day("starts_on")
        content.endsOn = form.day("ends_on")
        content.deliveryDueOn = form.day("delivery_due_on")
        content.attributionArea = form.identifier("attribution_area_id")
        content.purpose = form.line("purpose")
        content.termsTextVersion = form.line("terms_text_version")
        content.safeguarding = form.choice("safeguarding")
        content.asksForReceipt = form.boolean("receipt_requested", false)
        lines = form.list("lines", readOnly: Self.readOnlyInLines) { form in
            form.require("need_item_id")
            form.require("quantity")
            return Commitment.Line.Content(
                item: form.identifier("need_item_id", isNullable: false) ?? .nil,
                quantity: form.integer("quantity", isNullable: false) ?? 0,
                valuation: form.nested("valuation") { Commitment.Valuation(&$0) })
        }
    }

    /// What breaks a rule that needs no look-up.
    var violations: [Violation] { lines.violations() + content.violations() }
}

extension Commitment.Valuation {
    fileprivate init(_ form: inout Form) {
        form.require("method")
        self.init(
            method: form.choice("method", .none), cents: form.integer("amount_cents"),
            vatCents: form.integer("vat_cents"), valuedBy: form.choice("valued_by", .supplier),
            basis: form.line("basis"))
    }
}

/// What a caller sends to sign.
struct SignatureDraft {
    let side: Commitment.Side
    let revision: Int64

    init(_ json: JSONValue) throws {
        var form = try Form(json)
        let side = form.choice("side", of: Commitment.Side.self)
        let revision = form.integer("revision", isNullable: false)
        form.require("side")
        form.require("revision")
        try form.refuse()
        guard let side, let revision else { throw Refusal.notFound }
        (self.side, self.revision) = (side, revision)
    }
}

/// What the city sends to end a dispute.
struct DecisionDraft {
    let status: Commitment.Status
    let facts: TransitionFacts

    /// The states to which a decision can lead.
    enum Decision: String, CaseIterable {
        case inDelivery = "in_delivery"
        case delivered, cancelled

        var status: Commitment.Status {
            switch self {
            case .inDelivery: .inDelivery
            case .delivered: .delivered
            case .cancelled: .cancelled
            }
        }
    }

    init(_ json: JSONValue) throws {
        var form = try Form(json)
        let decision = form.choice("to", of: Decision.self)
        let facts = TransitionFacts(note: form.text("note"))
        form.require("to")
        form.require("note")
        try form.refuse(adding: facts.violations())
        guard let decision else { throw Refusal.notFound }
        (status, self.facts) = (decision.status, facts)
    }
}

extension Outcome {
    /// What a side sends to say what came of it.
    init(_ json: JSONValue, at now: Instant) throws {
        var form = try Form(json)
        let side = form.choice("side", of: Side.self)
        let goalMet = form.choice("goal_met", of: GoalMet.self)
        form.require("side")
        form.require("goal_met")
        let outcome = Outcome(
            side: side ?? .carrier, goalMet: goalMet ?? .no, peopleReached: form.choice("people_reached"),
            hours: form.integer("hours"), inKindCents: form.integer("in_kind_value_cents"),
            whatChanged: form.text("what_changed"), wouldRepeat: form.choice("would_repeat"),
            consentsToStory: form.boolean("story_consent", false), at: now)
        try form.refuse(adding: outcome.violations())
        self = outcome
    }
}
