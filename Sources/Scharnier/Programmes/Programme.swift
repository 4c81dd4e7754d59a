/// A way in which somebody gives again and again: a grant programme, a fund, a prize (domain.md §4.6).
package struct Programme: Equatable, Identifiable, Sendable {
    package let id: Identifier<Programme>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let organization: Identifier<Organization>
    package var content: Content
    package var status: Status
    package let createdAt: Instant
    package var updatedAt: Instant
    package let createdBy: Identifier<AccessToken>?

    package enum Status: String, CaseIterable, Sendable {
        case draft, published, suspended, closed
    }

    package enum Kind: String, CaseIterable, Sendable {
        case grant, fund, prize
        case matchCampaign = "match_campaign"
    }

    /// What is given.
    package enum AwardKind: String, CaseIterable, Sendable {
        case money
        case inKind = "in_kind"
        case honour
    }

    /// What a programme says.
    package struct Content: Equatable, Sendable {
        package var kind: Kind
        package var title: String
        package var summary: String?
        package var awardKind: AwardKind = .money

        /// To whom it gives, how much, on what terms; a draft may leave it open.
        package var policy: Policy?
        package var calls: [Call] = []
        package var awards: [Award] = []

        /// A programme of a kind, with a name and nothing else.
        package init(kind: Kind, title: String) {
            self.kind = kind
            self.title = title
        }
    }

    /// A span of days in which one can apply; the day on which it closes is its last.
    package struct Call: Hashable, Sendable {
        package var opensOn: Day
        package var closesOn: Day

        /// When the outcome is told.
        package var decisionOn: Day?

        /// A call from one day to another, both included.
        package init(opensOn: Day, closesOn: Day, decisionOn: Day? = nil) {
            self.opensOn = opensOn
            self.closesOn = closesOn
            self.decisionOn = decisionOn
        }
    }

    /// What was given in a year.
    package struct Award: Hashable, Sendable {
        package var year: Int64
        package var recipient: String
        package var cents: Int64?

        /// What a recipient got, as far as it is told.
        package init(year: Int64, recipient: String, cents: Int64? = nil) {
            self.year = year
            self.recipient = recipient
            self.cents = cents
        }
    }

    /// A programme put together from what is kept of it.
    package init(
        id: Identifier<Programme>, version: Int64 = 0, organization: Identifier<Organization>,
        content: Content, status: Status = .draft, createdAt: Instant, updatedAt: Instant,
        createdBy: Identifier<AccessToken>? = nil
    ) {
        self.id = id
        self.version = version
        self.organization = organization
        self.content = content
        self.status = status
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.createdBy = createdBy
    }
}

extension Programme.AwardKind {
    /// The kinds of resource that it is: a programme in kind may give anything but money and contacts.
    package var resources: [ResourceKind] {
        switch self {
        case .money: [.money]
        case .inKind: [.goods, .service, .logistics, .room, .volunteering, .expertise]
        case .honour: []
        }
    }

    /// The kinds of award that are among `resources`.
    package static func giving(_ resources: [ResourceKind]) -> [Self] {
        allCases.filter { award in award.resources.contains { resources.contains($0) } }
    }
}
