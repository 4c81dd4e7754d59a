extension Need {
    /// What a need says; a draft may leave most of it open.
    package struct Content: Equatable, Sendable {
        /// The fiscal host that receives money for a group without legal form.
        package var host: Identifier<Organization>?
        package var title: String?
        package var text: String?
        package var plainSummary: String?
        package var horizon: Horizon?
        package var neededByOn: Day?
        package var period: DayRange?
        package var reviewOn: Day?

        /// Where the people live who benefit; never derived from a seat.
        package var beneficiaryAreas: [Identifier<Area>] = []
        package var isCityWide = false
        package var site: Site?
        package var topics: [String] = []
        package var targetGroups: [String] = []
        package var actionFields: [ActionField] = []
        package var beneficiaryCount: BeneficiaryCount = .unknown
        package var participation: String?
        package var ownSteps: String?
        package var otherwiseUnavailable: String?
        package var selfHelp: String?
        package var counterpart: String?
        package var compulsoryPublicTask: CompulsoryTask = .unclear
        package var startedOn: Day?
        package var hasNoPublicFunding: Bool?
        package var welcomesAlternatives = true
        package var visibility: Visibility = .public
        package var contact: Identifier<Contact>?

        /// Content that says nothing yet.
        package init() {}
    }

    /// Where help is wanted; the address is for parties only.
    package struct Site: Equatable, Sendable {
        package var name: String?
        package var address: String?
        package var area: Identifier<Area>?

        /// A site, as far as it is known.
        package init(name: String? = nil, address: String? = nil, area: Identifier<Area>? = nil) {
            self.name = name
            self.address = address
            self.area = area
        }
    }

    package enum BeneficiaryCount: String, CaseIterable, Sendable {
        case unknown
        case from1 = "1_19"
        case from20 = "20_49"
        case from50 = "50_99"
        case from100 = "100_499"
        case from500 = "500_plus"
    }

    package enum CompulsoryTask: String, CaseIterable, Sendable {
        case no, yes, unclear
    }
}

/// One line of a need: one kind of resource.
package struct NeedItem: Equatable, Identifiable, Sendable {
    package let id: Identifier<NeedItem>
    package var content: Content

    /// Promised, reserved and delivered so far, in the item's own measure.
    package var committed: Int64
    package var held: Int64
    package var fulfilled: Int64
    package var isWithdrawn: Bool

    /// What a line says.
    package struct Content: Equatable, Sendable {
        package var kind: ResourceKind
        package var title: String
        package var category: String?
        package var description: String?

        /// How much: in `unit`, or in cents for money.
        package var quantity: Int64

        /// What things are counted in; none for money.
        package var unit: Unit?

        /// The smallest part that helps, in the same measure.
        package var minimum: Int64
        package var costType: CostType?
        package var costLayer: CostLayer?
        package var condition: Condition = .any
        package var schedule = Schedule()
        package var isRemoteOK = false
        package var skills: [String] = []
        package var areSkillsMandatory = false
        package var languages: [String] = []
        package var accessibility: [String] = []
        package var safeguarding: Safeguarding = .none
        package var engagementForm: String?

        /// A line with the facts that every line must state.
        package init(kind: ResourceKind, title: String, quantity: Int64, unit: Unit?, minimum: Int64) {
            self.kind = kind
            self.title = title
            self.quantity = quantity
            self.unit = unit
            self.minimum = minimum
        }
    }

    /// What money is spent on.
    package enum CostType: String, CaseIterable, Sendable {
        case staff, material, investment, training, rent, running, other
    }

    /// Whether money is for a project or keeps the organisation running.
    package enum CostLayer: String, CaseIterable, Sendable {
        case project, overhead, structural
    }

    package enum Condition: String, CaseIterable, Sendable {
        case any, good, new
    }

    package enum Status: String, CaseIterable, Sendable {
        case open, covered, fulfilled, withdrawn
    }

    /// A line put together from what is kept of it.
    package init(
        id: Identifier<NeedItem>, content: Content, committed: Int64 = 0, held: Int64 = 0,
        fulfilled: Int64 = 0,
        isWithdrawn: Bool = false
    ) {
        self.id = id
        self.content = content
        self.committed = committed
        self.held = held
        self.fulfilled = fulfilled
        self.isWithdrawn = isWithdrawn
    }

    /// What is still asked for: neither promised nor reserved.
    package var open: Int64 { isWithdrawn ? 0 : max(0, content.quantity - committed - held) }

    package var status: Status {
        if isWithdrawn { return .withdrawn }
        if fulfilled >= content.quantity { return .fulfilled }
        return committed >= content.quantity ? .covered : .open
    }
}
