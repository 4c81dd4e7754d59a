import Testing

@testable import Scharnier

/// Who belongs to a network, who may say so, and who sees it (domain.md §5.2, F-13).
@Suite struct MembershipTests {
    private static let network = Identifier<Organization>(high: 1, low: 77)

    private func membership(_ status: Membership.Status) -> Membership {
        Membership(
            id: .nil, network: Self.network, organization: .carrier, content: .init(kind: .full),
            status: status, createdAt: .at("2026-01-01T00:00:00Z"), updatedAt: .at("2026-01-01T00:00:00Z"))
    }

    /// State, event, relation, and where that leads; nil where it is not for that relation at all, "-" where it is not
    /// possible now.
    static let rows: [(Membership.Status, Membership.Event, Actor, String?)] = [
        (.requested, .confirm, .network, "active"), (.requested, .refuse, .network, "refused"),
        (.requested, .leave, .network, "-"), (.requested, .confirm, .owner, nil),
        (.requested, .refuse, .owner, nil), (.requested, .leave, .owner, "-"),
        (.active, .leave, .owner, "ended"), (.active, .leave, .network, "ended"),
        (.active, .confirm, .network, "-"), (.active, .refuse, .network, "-"),
        (.refused, .confirm, .network, "-"), (.refused, .leave, .owner, "-"),
        (.ended, .leave, .owner, "-"), (.ended, .confirm, .network, "-"), (.requested, .confirm, .city, nil),
    ]

    @Test(arguments: rows)
    func `each event is for its side and its state`(
        status: Membership.Status, event: Membership.Event, actor: Actor, target: String?
    ) throws {
        let outcome: String?
        do {
            outcome = try Membership.machine.step(event, in: status, as: [actor]).to?.rawValue
        } catch {
            outcome = error == .roleForbidden ? nil : "-"
        }
        #expect(outcome == target)
    }

    @Test func `everyone sees what lasts, as far as everyone sees both sides`() {
        let sides = (Organization.example(Self.network, .network), Organization.example())
        #expect(membership(.active).audience(sides.0, sides.1).openness == .everyone)
        for status in [Membership.Status.requested, .refused, .ended] {
            #expect(membership(status).audience(sides.0, sides.1).openness == .parties, "\(status)")
        }
        let suspended = Organization.example(verification: .suspended)
        #expect(membership(.active).audience(sides.0, suspended).openness == .registered)
        let hidden = Organization.example(Self.network, .network, verification: .unverified)
        #expect(membership(.active).audience(hidden, sides.1).openness == .parties)
    }

    @Test func `both sides see it in every state, and an officer who acts for one`() {
        let carrier = Organization.example(steward: .nordmarkt)
        let network = Organization.example(Self.network, .network)
        for status in Membership.Status.allCases {
            let audience = membership(status).audience(network, carrier)
            #expect(audience.includes(Party(organization: .carrier, role: .carrier)))
            #expect(audience.includes(Party(organization: Self.network, role: .network)))
            #expect(audience.includes(Party(role: .areaOfficer, areas: [.nordmarkt])))
        }
    }

    @Test func `an officer stands on the side for which the officer acts`() {
        let carrier = Organization.example(steward: .nordmarkt)
        let network = Organization.example(Self.network, .network)
        func actors(_ party: Party) -> Set<Actor> {
            membership(.active).actors(of: party, network: network, organization: carrier)
        }
        #expect(actors(Party(role: .areaOfficer, areas: [.nordmarkt])) == [.owner])
        #expect(actors(Party(role: .areaOfficer, areas: [.marten])) == [])
        #expect(actors(Party(organization: Self.network, role: .network)) == [.network])
        #expect(actors(Party(organization: .carrier, role: .carrier)) == [.owner])
        #expect(actors(Party(role: .cityAdmin)) == [])
    }

    @Test func `contributions are named once, and it does not end before it begins`() {
        var content = Membership.Content(kind: .observer)
        #expect(content.violations() == [])
        content.contributions = [.rent, .rent]
        content.validity = DayRange(from: .on("2026-02-01"), to: .on("2026-01-31"))
        #expect(content.violations().map(\.path) == ["contributions", "to_on"])
        content.validity.to = .on("2026-02-01")
        #expect(content.violations().map(\.path) == ["contributions"])
    }
}
