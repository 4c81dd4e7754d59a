import Scharnier

extension AllocationWish {
    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form) {
        self.init()
        method = form.choice("method", .flow)
        offers = form.identifiers("offer_ids")
        programme = form.identifier("programme_id")
        budgetCents = form.integer("budget_cents")
        needs = form.identifiers("need_ids")
        areas = Set(form.identifiers("area_ids"))
        topics = form.codes("topics")
        horizons = form.choices("horizons")
        floors = form.list("floors") { Floor(&$0) }.compactMap { $0 }
        fairness = form.integer("fairness_bp", isNullable: false) ?? fairness
        maxFunders = form.integer("max_funders", isNullable: false) ?? maxFunders
        carrierCap = form.integer("carrier_cap_bp", isNullable: false) ?? carrierCap
        needCap = form.integer("need_cap_bp", isNullable: false) ?? needCap
        stepCents = form.integer("step_cents", isNullable: false) ?? stepCents
        // A list that is there and empty names nothing, which is not the same as all.
        for (name, isEmpty) in [("offer_ids", offers.isEmpty), ("need_ids", needs.isEmpty)]
        where isEmpty && form.has(name) {
            form.note(
                name, .tooFew,
                Wording(
                    "Mindestens eine Kennung nennen, oder die Angabe weglassen.",
                    "Name one identifier at least, or leave this out."))
        }
    }
}

extension AllocationWish.Floor {
    fileprivate init?(_ form: inout Form) {
        let (area, share) = (form.identifier("area_id", of: Area.self), form.integer("share_bp"))
        form.require("area_id")
        form.require("share_bp")
        guard let area, let share else { return nil }
        self.init(area, share: share)
    }
}

/// What a caller sends to adopt lines of a plan.
struct AdoptionDraft {
    let lines: [(offer: Identifier<Offer>?, need: Identifier<Need>)]
    let mode: ImportMode
    let message: String?

    /// As many lines as are proposed in one transaction.
    static let lineCount = 1...100

    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form) {
        form.require("lines")
        lines = form.list("lines") { form -> (offer: Identifier<Offer>?, need: Identifier<Need>)? in
            let offer = form.identifier("offer_id", of: Offer.self)
            form.require("need_id")
            return form.identifier("need_id", of: Need.self).map { (offer, $0) }
        }.compactMap { $0 }
        mode = form.choice("mode", .each)
        message = form.text("message")
    }

    /// What breaks a rule that needs no look-up.
    func violations() -> [Violation] {
        let isFull = Self.lineCount.contains(lines.count)
        guard !isFull else { return [] }
        let text = Wording("Ein bis 100 Zeilen auf einmal.", "One to 100 lines at once.")
        return [
            Violation(
                "lines", lines.isEmpty ? .tooFew : .tooMany, text, minimum: Int64(Self.lineCount.lowerBound),
                maximum: Int64(Self.lineCount.upperBound))
        ]
    }
}
