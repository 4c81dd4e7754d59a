/// That an organisation belongs to a network, and what it brings (domain.md §4.1).
///
/// It gives no rights on each other's records.
package struct Membership: Equatable, Identifiable, Sendable {
    package let id: Identifier<Membership>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let network: Identifier<Organization>
    package let organization: Identifier<Organization>
    package var content: Content
    package var status: Status
    package let createdAt: Instant
    package var updatedAt: Instant

    package enum Kind: String, CaseIterable, Sendable {
        case full, associate, observer, individual
    }

    package enum Contribution: String, CaseIterable, Sendable {
        case staff, rent, material, expertise, money
    }

    package enum Status: String, CaseIterable, Sendable {
        case requested, active, refused, ended
    }

    /// What both sides may say of it.
    package struct Content: Equatable, Sendable {
        package var kind: Kind
        package var contributions: [Contribution] = []
        package var validity = DayRange()

        /// A membership of a kind.
        package init(kind: Kind) {
            self.kind = kind
        }
    }

    /// A membership put together from what is kept of it.
    package init(
        id: Identifier<Membership>, version: Int64 = 0, network: Identifier<Organization>,
        organization: Identifier<Organization>, content: Content, status: Status = .requested,
        createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.network = network
        self.organization = organization
        self.content = content
        self.status = status
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

extension Membership {
    /// The events of domain.md §5.2.
    package enum Event: String, CaseIterable, Sendable {
        case confirm, refuse, leave
    }

    package static let machine = StateMachine<Status, Event>([
        Step([.requested], .confirm, to: .active, by: [.network]),
        Step([.requested], .refuse, to: .refused, by: [.network]),
        Step([.active], .leave, to: .ended, by: [.owner, .network]),
    ])

    /// Whether it may still come to something, or has.
    package var isOpen: Bool { status == .requested || status == .active }

    /// Who may know of it: everyone while it lasts, as far as they may know of both sides; else both sides alone.
    package func audience(_ network: Organization?, _ organization: Organization?) -> Audience {
        let sides = [network, organization].compactMap { $0 }
        let openness = sides.map(\.audience.openness).min() ?? .parties
        return Audience(
            status == .active ? openness : .parties, organizations: [self.network, self.organization],
            areas: sides.compactMap(\.stewardArea))
    }

    /// In what relations `party` may fire events; an officer acts for stewarded organisations.
    package func actors(of party: Party, network: Organization?, organization: Organization?) -> Set<Actor> {
        var actors: Set<Actor> = []
        if party.isFrom(self.network) || network?.isInCharge(party) == true { actors.insert(.network) }
        if party.isFrom(self.organization) || organization?.isInCharge(party) == true {
            actors.insert(.owner)
        }
        return actors
    }
}

extension Membership.Content {
    /// What breaks a rule, in the order of the members.
    package func violations() -> [Violation] {
        let contributions = Violation.list(
            contributions, 0...Membership.Contribution.allCases.count, at: "contributions")
        guard let from = validity.from, let to = validity.to, to < from else { return contributions }
        return contributions + [
            .excluded("to_on", "Das Ende liegt vor dem Anfang.", "The end is before the start.")
        ]
    }
}
