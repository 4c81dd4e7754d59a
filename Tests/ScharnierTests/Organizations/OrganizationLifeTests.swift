import Testing

@testable import Scharnier

/// Closing and reopening, and who may (domain.md §5.2).
@Suite struct OrganizationLifeTests {
    @Test func `an active organisation closes, a closed one reopens, and nothing else`() throws {
        let machine = Organization.lifeMachine
        #expect(try machine.step(.close, in: .active, as: [.owner]).to == .closed)
        #expect(try machine.step(.close, in: .active, as: [.city]).to == .closed)
        #expect(try machine.step(.reopen, in: .closed, as: [.city]).to == .active)
        #expect(throws: Refusal.roleForbidden) { try machine.step(.reopen, in: .closed, as: [.owner]) }
        #expect(throws: Refusal.stateConflict(state: "merged", allowed: [])) {
            try machine.step(.close, in: .merged, as: [.city])
        }
        #expect(throws: Refusal.stateConflict(state: "closed", allowed: [])) {
            try machine.step(.close, in: .closed, as: [.owner])
        }
    }

    @Test func `the owner, its steward and the city close it, and no other officer`() {
        let organization = Organization.example(steward: .nordmarkt)
        #expect(organization.lifeActors(of: Party(organization: .carrier, role: .carrier)) == [.owner])
        #expect(organization.lifeActors(of: Party(role: .cityAdmin)) == [.city])
        #expect(organization.lifeActors(of: Party(role: .areaOfficer, areas: [.nordmarkt])) == [.owner])
        #expect(organization.lifeActors(of: Party(role: .areaOfficer, areas: [.marten])) == [])
        #expect(organization.lifeActors(of: .public) == [])
    }

    @Test func `who is closed or suspended may do nothing but leave`() {
        #expect(Organization.example().lackOfStanding == nil)
        #expect(Organization.example(status: .closed).lackOfStanding?.code == "organization_closed")
        let suspended = Organization.example(verification: .suspended, status: .closed)
        #expect(suspended.lackOfStanding?.code == "organization_suspended")
    }

    @Test func `an officer of its area stands closer to an organisation than others do`() {
        var organization = Organization.example()
        organization.profile.activeAreas = [.nordmarkt]
        func closeness(_ areas: Set<Identifier<Area>>) -> Closeness {
            organization.closeness(of: Party(role: .areaOfficer, areas: areas))
        }
        #expect(closeness([.nordmarkt]) == .party)
        #expect(closeness([.marten]) == .anyone)
        #expect(organization.closeness(of: Party(role: .carrier, areas: [.nordmarkt])) == .anyone)
        organization.stewardArea = .nordmarkt
        #expect(closeness([.nordmarkt]) == .own)
    }
}
