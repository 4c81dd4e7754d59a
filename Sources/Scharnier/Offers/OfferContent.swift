extension Offer {
    /// What an offer says; a draft may leave most of it open.
    package struct Content: Equatable, Sendable {
        package var kind: ResourceKind
        package var title: String?
        package var text: String?
        package var category: String?

        /// How much per period: in `unit`, or in cents for money.
        package var quantity: Int64?

        /// What things are counted in; none for money.
        package var unit: Unit?

        /// The smallest and the largest part for one need, in the same measure.
        package var minimum: Int64
        package var maximum: Int64?
        package var period: CapacityPeriod = .once
        package var isInexhaustible = false
        package var available = DayRange()
        package var schedule = Schedule()
        package var reach: Reach?
        package var areas: [Identifier<Area>] = []
        package var condition: Condition = .good
        package var topics: [String] = []
        package var areTopicsStrict = false
        package var targetGroups: [String] = []
        package var areTargetGroupsStrict = false
        package var horizons: [Horizon] = Horizon.allCases
        package var skills: [String] = []
        package var languages: [String] = []
        package var accessibility: [String] = []
        package var safeguarding: SafeguardingReadiness = .none
        package var engagementForm: String?
        package var counterpartWish: String?
        package var legalNature: LegalNature?
        package var publicity: Publicity = .none
        package var conditions: String?
        package var visibility: Visibility = .public
        package var contact: Identifier<Contact>?

        /// An offer of a kind that says nothing else yet.
        package init(kind: ResourceKind) {
            self.kind = kind
            self.minimum = kind == .money ? Quantity.smallestCents : 1
        }
    }

    /// When the quantity renews.
    package enum CapacityPeriod: String, CaseIterable, Sendable {
        case once, month, quarter, year
    }

    /// Where it can be used.
    package enum Reach: String, CaseIterable, Sendable {
        case city, area, digital
    }

    package enum Condition: String, CaseIterable, Sendable {
        case good, new
    }

    /// What the gift is in law (domain.md §8.6).
    package enum LegalNature: String, CaseIterable, Sendable {
        case donation
        case inKindDonation = "in_kind_donation"
        case sponsorship, grant
        case proBono = "pro_bono"
        case corporateVolunteering = "corporate_volunteering"
        case loanOfUse = "loan_of_use"
        case purchase, other
    }
}

extension Offer.Content {
    /// What breaks a rule that holds already for drafts, in the order of the members.
    func violations() -> [Violation] {
        Violation.length(of: title, 3...120, at: "title")
            + Violation.length(of: text, 0...4000, at: "text")
            + quantityViolations()
            + available.violations(at: "available")
            + schedule.violations(at: "schedule")
            + Violation.list(areas, 0...60, at: "area_ids")
            + Violation.list(topics, 0...8, at: "topics")
            + Violation.list(targetGroups, 0...8, at: "target_groups")
            + Violation.list(horizons, 1...3, at: "horizons")
            + Violation.list(skills, 0...20, at: "skills")
            + Violation.list(languages, 0...20, at: "languages")
            + Violation.list(accessibility, 0...20, at: "accessibility")
            + engagementViolations()
            + Violation.length(of: counterpartWish, 0...500, at: "counterpart_wish")
            + Violation.length(of: conditions, 0...2000, at: "conditions")
    }

    /// The facts that are missing before an offer can be submitted.
    package func missing() -> [Violation] {
        var found: [Violation] = []
        if title == nil { found.append(.missing("title")) }
        if quantity == nil, !isInexhaustible {
            found.append(.missing(kind == .money ? "budget_cents" : "quantity"))
        }
        if kind != .money, unit == nil { found.append(.missing("unit")) }
        if reach == nil { found.append(.missing("reach")) }
        if reach == .area, areas.isEmpty { found.append(.missing("area_ids")) }
        return found
    }

    private func quantityViolations() -> [Violation] {
        let isMoney = kind == .money
        let limits = isMoney ? Quantity.cents : Quantity.units
        let suffix = isMoney ? "_cents" : ""
        var found = Violation.range(of: quantity, limits, at: isMoney ? "budget_cents" : "quantity")
        found += Violation.range(
            of: minimum, 1...max(1, quantity ?? limits.upperBound), at: "min_per_commitment\(suffix)")
        if let maximum {
            found += Violation.range(
                of: maximum, minimum...max(minimum, limits.upperBound), at: "max_per_commitment\(suffix)")
        }
        return found
    }

    private func engagementViolations() -> [Violation] {
        guard engagementForm != nil, kind != .volunteering, kind != .expertise else { return [] }
        return [
            .excluded("engagement_form", "Nur bei Zeit und Wissen.", "Only with volunteering and expertise.")
        ]
    }
}
