/// What an allocation plan is asked for: who needs and who gives how much, who fits whom, and what is fair.
///
/// Amounts are whole cents. Shares are whole numbers of ten-thousandths, so that equal orders give equal plans.
package struct AllocationOrder: Hashable, Sendable {
    /// How money is shared.
    package enum Method: String, CaseIterable, Sendable {
        /// Offers give to the needs that fit them: fairest areas first, then the best use.
        case flow
        /// One budget by weight, nobody above what is open (domain.md §7.6).
        case weightedFair = "weighted_fair"
        /// One budget in proportion to what is open.
        case gapProportional = "gap_proportional"
        /// One budget to what is funded least in proportion to its goal.
        case lowestRatio = "lowest_ratio"
    }

    /// A need that money can go to.
    package struct Need: Hashable, Sendable {
        package var id: String
        package var area: String
        package var carrier: String
        package var capCents: Int64
        package var minUsefulCents: Int64
        /// 1 can wait, 4 is acute.
        package var urgency: Int64
        /// What it counts, for one budget by weight.
        package var weight: Int64
        /// What it has already, for the lowest ratio; the goal is this and the cap.
        package var hasCents: Int64

        /// A need.
        package init(
            id: String, area: String, carrier: String, capCents: Int64, minUsefulCents: Int64 = 0,
            urgency: Int64 = 1, weight: Int64 = 100, hasCents: Int64 = 0
        ) {
            self.id = id
            self.area = area
            self.carrier = carrier
            self.capCents = capCents
            self.minUsefulCents = minUsefulCents
            self.urgency = urgency
            self.weight = weight
            self.hasCents = hasCents
        }
    }

    /// An offer of money.
    package struct Offer: Hashable, Sendable {
        package var id: String
        package var budgetCents: Int64
        package var minGrantCents: Int64
        package var maxGrantCents: Int64?

        /// An offer; by default it gives any amount.
        package init(id: String, budgetCents: Int64, minGrantCents: Int64 = 0, maxGrantCents: Int64? = nil) {
            self.id = id
            self.budgetCents = budgetCents
            self.minGrantCents = minGrantCents
            self.maxGrantCents = maxGrantCents
        }
    }

    /// That an offer fits a need, and how well.
    package struct Pair: Hashable, Sendable {
        package var offer: String
        package var need: String
        /// 0 to 100 points in ten-thousandths of a point.
        package var fit: Int64

        /// A pair that passed the gates.
        package init(offer: String, need: String, fit: Int64) {
            self.offer = offer
            self.need = need
            self.fit = fit
        }
    }

    /// What is known and wanted of an area.
    package struct Area: Hashable, Sendable {
        package var id: String
        /// How burdened it is: 0 least, 10,000 most.
        package var deprivation: Int64
        /// The share of what its needs ask for that it shall get at least.
        package var floor: Int64
        /// What people call it; sentences fall back on the id.
        package var name: String?

        /// An area.
        package init(id: String, deprivation: Int64 = 0, floor: Int64 = 0, name: String? = nil) {
            self.id = id
            self.deprivation = deprivation
            self.floor = floor
            self.name = name
        }
    }

    package var method: Method
    package var needs: [Need]
    package var offers: [Offer]
    package var pairs: [Pair]
    package var areas: [Area]

    /// How much of its fair share each area keeps.
    package var fairness: Int64 = 10_000

    /// How many offers may go to the same need.
    package var maxFunders: Int64 = 3

    /// The share of all budgets that one carrier gets at most.
    package var carrierCap: Int64 = 10_000

    /// The budget that is shared by the methods that have one.
    package var budgetCents: Int64 = 0

    /// The steps in which it is shared.
    package var stepCents: Int64 = 100

    /// The share of the budget that one need gets at most.
    package var needCap: Int64 = 10_000

    /// An order.
    package init(
        _ method: Method, needs: [Need], offers: [Offer] = [], pairs: [Pair] = [], areas: [Area] = []
    ) {
        self.method = method
        self.needs = needs
        self.offers = offers
        self.pairs = pairs
        self.areas = areas
    }
}
