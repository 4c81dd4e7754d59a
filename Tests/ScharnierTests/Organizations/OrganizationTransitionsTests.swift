import Testing

@testable import Scharnier

@Suite struct OrganizationTransitionsTests {
    /// domain.md §5.2, organization.verification; `lapse` follows from an edit and cannot be fired.
    static let table = """
        unverified | verify | verified | officer city
        unverified | reject | rejected | officer city
        verified | suspend | suspended | officer city
        suspended, rejected | reinstate | verified | city
        """

    @Test func `the machine has every row and nothing else`() throws {
        try MachineTable(Self.table).expect(Organization.machine)
    }

    @Test func `the city fires as city, an officer where it sits, works, or is looked after`() {
        var organization = Organization.example(verification: .unverified, steward: .nordmarkt)
        organization.profile.seat = .init(area: .marten)
        #expect(organization.actors(of: .cityAdmin) == [.city])
        #expect(organization.actors(of: .officer(of: .nordmarkt)) == [.officer])
        #expect(organization.actors(of: .officer(of: .marten)) == [.officer])
        #expect(organization.actors(of: .officer(of: .hafen)) == [])
        #expect(organization.actors(of: .cityReader) == [])
    }

    @Test func `nobody verifies their own organisation`() {
        for role in [Role.carrier, .foundation, .company, .network, .portal] {
            #expect(Organization.example().actors(of: Party(organization: .carrier, role: role)) == [])
        }
    }

    @Test(arguments: Organization.LegalForm.allCases, Organization.VerificationMethod.allCases)
    func `registered forms need a register or document, informal ones somebody who knows them`(
        form: Organization.LegalForm, method: Organization.VerificationMethod
    ) {
        let isEnough = form == .informal || method == .register || method == .documentSeen
        let failed = Organization.example(form: form).failedGuards(forVerificationBy: method)
        #expect(failed.codes == (isEnough ? [] : ["evidence_missing"]))
    }

    @Test func `without a method or a legal form nothing is proven`() {
        #expect(Organization.example().failedGuards(forVerificationBy: nil).codes == ["evidence_missing"])
        #expect(
            Organization.example(form: .informal).failedGuards(forVerificationBy: nil).codes
                == ["evidence_missing"])
        for method in Organization.VerificationMethod.allCases {
            #expect(
                Organization.example(form: nil).failedGuards(forVerificationBy: method).codes
                    == ["evidence_missing"])
        }
    }

    @Test func `a failed guard says how to mend it`() {
        #expect(Organization.example().failedGuards(forVerificationBy: nil).allSatisfy { $0.fix != nil })
    }
}
