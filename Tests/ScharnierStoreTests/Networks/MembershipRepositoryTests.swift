import Scharnier
import ScharnierStore
import Testing

@Suite struct MembershipRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    private func keep(_ membership: Membership, openTo openness: Audience.Openness = .parties) throws {
        try city.store.write { tx in
            var kept = membership
            let audience = Audience(openness, organizations: [membership.network, membership.organization])
            kept.version = try tx.announce(
                .membership, .init(membership.id), before: .none, after: audience, isDeletion: false, by: nil)
            try tx.insert(kept, openTo: audience)
        }
    }

    private func sample(_ status: Membership.Status, at moment: Int64 = 1) -> Membership {
        Membership(
            id: sampleID(), network: city.giver.id, organization: city.carrier.id,
            content: .init(kind: .full), status: status, createdAt: Instant(milliseconds: moment),
            updatedAt: Instant(milliseconds: moment + 1))
    }

    @Test func `every membership comes back as it was kept`() throws {
        for (kind, status) in zip(Membership.Kind.allCases, Membership.Status.allCases.reversed()) {
            var membership = sample(status)
            membership.content = .init(kind: kind)
            membership.content.contributions = Membership.Contribution.allCases.reversed()
            membership.content.validity = DayRange(from: Day(number: 1), to: Day(number: 9))
            guard !membership.isOpen || status == .active else { continue }
            try keep(membership)
            var found = try #require(try city.store.read { try $0.membership(membership.id) })
            #expect(found.version > 0)
            found.version = 0
            #expect(found == membership)
        }
        #expect(try city.store.read { try $0.membership(sampleID()) } == nil)
    }

    @Test func `two that are open cannot be between the same organisations`() throws {
        try keep(sample(.active))
        #expect(throws: Refusal.duplicate(existing: nil)) { try keep(sample(.requested)) }
        try keep(sample(.ended))
        try keep(sample(.refused))
        #expect(try city.store.read { try $0.memberships(of: city.carrier.id) }.count == 3)
        #expect(try city.store.read { try $0.memberships(of: city.giver.id) }.count == 3)
        #expect(try city.store.read { try $0.memberships(of: sampleID()) }.isEmpty)
    }

    @Test func `a list holds what its reader may know of, the newest first`() throws {
        try keep(sample(.ended, at: 1))
        try keep(sample(.refused, at: 2))
        try keep(sample(.active, at: 3), openTo: .everyone)
        func list(_ party: Party, _ change: (inout MembershipQuery) -> Void = { _ in }) throws -> [Int64] {
            var query = MembershipQuery(party: party)
            change(&query)
            return try city.store.read { try $0.memberships(query) }.items.map(\.createdAt.milliseconds)
        }
        #expect(try list(.public) == [3])
        #expect(try list(Party(organization: city.carrier.id, role: .carrier)) == [3, 2, 1])
        #expect(try list(Party(organization: sampleID(), role: .carrier)) == [3])
        #expect(try list(.system) == [3, 2, 1])
        #expect(try list(.system) { $0.statuses = [.ended, .refused] } == [2, 1])
        #expect(try list(.system) { $0.networks = [city.carrier.id] } == [])
        #expect(try list(.system) { $0.organizations = [city.carrier.id] } == [3, 2, 1])
    }
}
