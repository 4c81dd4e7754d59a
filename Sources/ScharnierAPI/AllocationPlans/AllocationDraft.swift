package import JSON
package import Scharnier

extension AllocationOrder {
    /// As many pairs as a plan may have, four members each, and 128 MiB at most (Documentation: AllocationPlans).
    package static let documentLimits = JSONLimits(members: 5_000_000, elements: 1_000_001)

    /// Reads an order from JSON.
    ///
    /// - Throws: `JSONSyntaxError` for what is no JSON, ``Refusal/invalid(_:)`` with everything that is wrong.
    package init(parsing bytes: [UInt8]) throws {
        var form = try Form(JSONValue(parsing: bytes, limits: Self.documentLimits))
        self.init(
            form.choice("method", .flow),
            needs: form.list("needs") { Need(&$0) }.compactMap { $0 },
            offers: form.list("offers") { Offer(&$0) }.compactMap { $0 },
            pairs: form.list("pairs") { Pair(&$0) }.compactMap { $0 },
            areas: form.list("areas") { Area(&$0) }.compactMap { $0 })
        form.require("needs")
        if method == .flow {
            form.require("offers")
            form.require("pairs")
        } else {
            form.require("budget_cents")
        }
        fairness = form.tenThousandths("fairness") ?? fairness
        maxFunders = form.integer("max_funders") ?? maxFunders
        carrierCap = (form.tenThousandths("carrier_cap_percent") ?? 1_000_000) / 100
        budgetCents = form.integer("budget_cents") ?? 0
        stepCents = form.integer("step_cents") ?? stepCents
        needCap = form.integer("cap_bp") ?? needCap
        // Places of the rules are those of the document only if every entry could be read.
        if form.violations.isEmpty { try form.refuse(adding: violations) } else { try form.refuse() }
    }
}

extension AllocationOrder.Need {
    fileprivate init?(_ form: inout Form) {
        let (id, area, carrier) = (form.name("id"), form.name("area_id"), form.name("carrier_id"))
        let cap = form.integer("cap_cents")
        form.require("cap_cents")
        let least = form.integer("min_useful_cents") ?? 0
        let (urgency, weight) = (form.integer("urgency") ?? 1, form.integer("weight") ?? 100)
        let has = form.integer("has_cents") ?? 0
        guard let id, let area, let carrier, let cap else { return nil }
        self.init(
            id: id, area: area, carrier: carrier, capCents: cap, minUsefulCents: least, urgency: urgency,
            weight: weight, hasCents: has)
    }
}

extension AllocationOrder.Offer {
    fileprivate init?(_ form: inout Form) {
        let (id, budget) = (form.name("id"), form.integer("budget_cents"))
        form.require("budget_cents")
        let (least, most) = (form.integer("min_grant_cents") ?? 0, form.integer("max_grant_cents"))
        guard let id, let budget else { return nil }
        self.init(id: id, budgetCents: budget, minGrantCents: least, maxGrantCents: most)
    }
}

extension AllocationOrder.Pair {
    fileprivate init?(_ form: inout Form) {
        let (offer, need) = (form.name("offer_id"), form.name("need_id"))
        let fit = form.tenThousandths("fit")
        form.require("fit")
        guard let offer, let need, let fit else { return nil }
        self.init(offer: offer, need: need, fit: fit)
    }
}

extension AllocationOrder.Area {
    fileprivate init?(_ form: inout Form) {
        guard let id = form.name("id") else { return nil }
        self.init(
            id: id, deprivation: form.tenThousandths("deprivation") ?? 0,
            floor: form.tenThousandths("floor") ?? 0, name: form.label("name"))
    }
}

extension Form {
    /// An id that must be there: up to 64 characters.
    fileprivate mutating func name(_ member: String) -> String? {
        require(member)
        return line(
            member, within: 1...64,
            Wording("Eine Kennung hat 1 bis 64 Zeichen.", "An id has 1 to 64 characters."))
    }

    /// What people call something, if it is there: up to 120 characters, as in the city.
    fileprivate mutating func label(_ member: String) -> String? {
        line(
            member, within: 1...120,
            Wording("Ein Name hat 1 bis 120 Zeichen.", "A name has 1 to 120 characters."))
    }

    private mutating func line(
        _ member: String, within lengths: ClosedRange<Int>, _ detail: Wording
    ) -> String? {
        guard let line = line(member) else { return nil }
        guard !lengths.contains(line.unicodeScalars.count) else { return line }
        note(member, line.isEmpty ? .tooShort : .tooLong, detail)
        return nil
    }

    /// A number with at most four decimals, in ten-thousandths.
    fileprivate mutating func tenThousandths(_ member: String) -> Int64? {
        guard let value = value(member) else { return nil }
        switch value {
        case .integer(let whole) where abs(whole) <= 1_000_000_000: return whole * 10_000
        case .number(let text):
            if let parts = Self.parts(text) { return parts }
            fallthrough
        default:
            note(
                member, .wrongType,
                Wording(
                    "Erwartet wird eine Zahl mit höchstens vier Nachkommastellen.",
                    "Expected is a number with at most four decimals."))
            return nil
        }
    }

    private static func parts(_ text: String) -> Int64? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].utf8.count <= 4, halves[0].utf8.count <= 10 else { return nil }
        return Int64(halves[0] + halves[1] + String(repeating: "0", count: 4 - halves[1].utf8.count))
    }
}
