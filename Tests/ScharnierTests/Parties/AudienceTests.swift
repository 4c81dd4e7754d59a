import Scharnier
import Testing

@Suite struct AudienceTests {
    static let reach: [(Audience.Openness, Set<Role>)] = [
        (.parties, [.cityAdmin]),
        (.cityReaders, [.cityAdmin, .cityReader]),
        (.registered, [.cityAdmin, .cityReader, .areaOfficer, .carrier, .foundation, .company, .network]),
        (.everyone, Set(Role.allCases)),
    ]

    @Test(arguments: reach)
    func `openness reaches these roles and no other`(openness: Audience.Openness, roles: Set<Role>) {
        let audience = Audience(openness)
        let reached = Role.allCases.filter { audience.includes(Party(organization: .stranger, role: $0)) }
        #expect(Set(reached) == roles)
    }

    @Test(arguments: Role.allCases)
    func `a member belongs to it in every role`(role: Role) {
        let audience = Audience(.parties, organizations: [.carrier, nil])
        #expect(audience.includes(Party(organization: .carrier, role: role)))
    }

    @Test func `an officer belongs to it through an area`() {
        let audience = Audience(.parties, organizations: [], areas: [.nordmarkt, .marten])
        #expect(audience.includes(.officer(of: .marten)))
        #expect(!audience.includes(.officer(of: .hafen)))
        #expect(!audience.includes(.officer()))
    }

    @Test func `absent organisations are left out`() {
        #expect(Audience(.parties, organizations: [nil, .carrier, nil, .carrier]).members.count == 1)
    }

    @Test func `what does not exist has no audience but the administration`() {
        for party in Party.strangers + Party.outsiders + [.cityReader] {
            #expect(!Audience.none.includes(party))
        }
    }
}
