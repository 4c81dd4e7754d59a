/// What matching says about one pair: a line of a need, and an offer (domain.md §7.1).
package struct Evaluation: Equatable, Sendable {
    package let item: Identifier<NeedItem>

    /// Every gate that applies to the pair, passed or not, in the order of domain.md §7.2.
    package let gates: [Gate]

    /// The components in the order of domain.md §7.3; their points sum to `points`.
    package let components: [Component]

    /// How much the offer could give: the least of what is open, available and allowed; 0 if nothing fits.
    package let suggestedQuantity: Int64

    /// The share of the line that this covers, in basis points.
    package let coverBasisPoints: Int64

    /// Σ weight · value: 0…10,000 centipoints.
    package var points: Int64 { components.reduce(0) { $0 + $1.points } }

    /// Whole points, cut.
    package var score: Int64 { points / 100 }

    /// The gates that do not let the pair pass.
    package var blockers: [Gate] { gates.filter { $0.passes == false } }

    /// Whether nothing stands against the pair; an open question does not.
    package var isEligible: Bool { blockers.isEmpty }

    /// An evaluation with these findings.
    package init(
        item: Identifier<NeedItem>, gates: [Gate], components: [Component], suggestedQuantity: Int64,
        coverBasisPoints: Int64
    ) {
        self.item = item
        self.gates = gates
        self.components = components
        self.suggestedQuantity = suggestedQuantity
        self.coverBasisPoints = coverBasisPoints
    }
}

/// One condition that a pair must meet (domain.md §7.2), three-valued as matching.md §2 asks.
package struct Gate: Equatable, Sendable {
    package let code: Code

    /// Whether it is met; `nil` if nobody has stated what it takes to know: then it is an open question.
    package let passes: Bool?
    package let text: Wording

    /// What would open it, and who can do that.
    package let fix: Fix?

    /// Who may go over it when it fails.
    package let isOverridable: Bool

    /// How to open a gate.
    package struct Fix: Equatable, Sendable {
        /// Who can: `carrier`, `supplier`, `officer` or `city`.
        package let by: String

        /// The member to change, if there is one.
        package let field: String?
        package let text: Wording

        /// A remedy.
        package init(by: String, field: String?, _ text: Wording) {
            self.by = by
            self.field = field
            self.text = text
        }
    }

    /// The codes of domain.md §7.2.
    package enum Code: String, CaseIterable, Sendable {
        case needNotLive = "need_not_live"
        case offerNotLive = "offer_not_live"
        case notVisible = "not_visible"
        case kindMismatch = "kind_mismatch"
        case unitMismatch = "unit_mismatch"
        case categoryMismatch = "category_mismatch"
        case conditionMismatch = "condition_mismatch"
        case quantityInsufficient = "quantity_insufficient"
        case amountOutOfRange = "amount_out_of_range"
        case windowMismatch = "window_mismatch"
        case areaOutOfScope = "area_out_of_scope"
        case notRemote = "not_remote"
        case horizonExcluded = "horizon_excluded"
        case topicExcluded = "topic_excluded"
        case targetGroupExcluded = "target_group_excluded"
        case skillsMissing = "skills_missing"
        case accessibilityUnmet = "accessibility_unmet"
        case safeguardingUnmet = "safeguarding_unmet"
        case carrierUnverified = "carrier_unverified"
        case supplierUnverified = "supplier_unverified"
        case organizationSuspended = "organization_suspended"
        case noPayee = "no_payee"
        case receiptIncapable = "receipt_incapable"
        case sameOrganization = "same_organization"
        case alreadyOpen = "already_open"
        case declinedRecently = "declined_recently"
    }

    /// A gate and what it says of the pair.
    package init(_ code: Code, passes: Bool?, _ text: Wording, fix: Fix? = nil, isOverridable: Bool = false) {
        self.code = code
        self.passes = passes
        self.text = text
        self.fix = fix
        self.isOverridable = isOverridable
    }
}
