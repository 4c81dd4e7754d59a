import Scharnier
import Testing

@Suite struct OrganizationTests {
    static let openness: [(Organization.Status, Organization.VerificationStatus, Audience.Openness)] = [
        (.active, .verified, .everyone), (.active, .suspended, .registered), (.active, .unverified, .parties),
        (.active, .rejected, .parties), (.closed, .verified, .cityReaders),
        (.closed, .suspended, .cityReaders),
        (.closed, .unverified, .parties), (.closed, .rejected, .parties), (.merged, .verified, .cityReaders),
        (.merged, .suspended, .cityReaders), (.merged, .unverified, .parties), (.merged, .rejected, .parties),
    ]

    @Test(arguments: openness)
    func `nothing of an unverified one is public`(
        status: Organization.Status, verification: Organization.VerificationStatus,
        openness: Audience.Openness
    ) {
        let audience = Organization.example(verification: verification, status: status).audience
        #expect(audience.openness == openness)
        #expect(audience.includes(Party(organization: .carrier, role: .carrier)))
        #expect(audience.includes(.cityAdmin))
        #expect(audience.includes(.cityReader) == (openness >= .cityReaders))
        #expect(Party.strangers.allSatisfy { audience.includes($0) == (openness >= .registered) })
        #expect(Party.outsiders.allSatisfy { audience.includes($0) == (openness == .everyone) })
    }

    @Test func `officers see an unverified one where it sits, works, or is looked after`() {
        var organization = Organization.example(verification: .unverified, steward: .nordmarkt)
        organization.profile.seat = .init(area: .marten)
        #expect(organization.audience.includes(.officer(of: .nordmarkt)))
        #expect(organization.audience.includes(.officer(of: .marten)))
        #expect(!organization.audience.includes(.officer(of: .hafen)))
        organization.profile.activeAreas = [.hafen]
        #expect(organization.audience.includes(.officer(of: .hafen)))
    }

    @Test func `an officer acts for it in the area it is looked after, and nowhere else`() {
        let stewarded = Organization.example(steward: .nordmarkt)
        #expect(stewarded.isStewarded)
        #expect(stewarded.isInCharge(.officer(of: .nordmarkt, .hafen)))
        #expect(!stewarded.isInCharge(.officer(of: .hafen)))
        #expect(!stewarded.isInCharge(Party(organization: .city, role: .cityReader, areas: [.nordmarkt])))
        #expect(!Organization.example().isInCharge(.officer(of: .nordmarkt)))
        #expect(!Organization.example().isStewarded)
    }

    @Test func `own members and its officer are close, others are not`() {
        let stewarded = Organization.example(steward: .nordmarkt)
        #expect(stewarded.closeness(of: .cityAdmin) == .city)
        #expect(stewarded.closeness(of: Party(organization: .carrier, role: .carrier)) == .own)
        #expect(stewarded.closeness(of: .officer(of: .nordmarkt)) == .own)
        #expect(stewarded.closeness(of: .officer(of: .hafen)) == .anyone)
        #expect(stewarded.closeness(of: .public) == .anyone)
        #expect(stewarded.closeness(of: .cityReader) == .anyone)
    }

    @Test(arguments: Organization.LegalForm.allCases)
    func `informal groups and private persons have no legal form, all others do`(form: Organization.LegalForm)
    {
        #expect(Organization.example(form: form).hasLegalForm == ![.informal, .privatePerson].contains(form))
    }

    @Test func `an unstated legal form is none`() {
        #expect(!Organization.example(form: nil).hasLegalForm)
    }

    @Test func `nobody is named unless they say so`() {
        #expect(Organization.Profile(name: "Stiftung").publicityDefault == .none)
        #expect(!Organization.Profile(name: "Stiftung").isGrantMaking)
        #expect(Publicity.allCases.map(\.rawValue) == ["none", "name", "name_and_logo"])
    }

    @Test func `legal forms are those of the specification`() {
        let forms = """
            ev unregistered_association ggmbh gug gmbh ug ag eg gbr egbr foundation_private trust_foundation \
            foundation_public public_corporation public_institution kg ohg sole_trader freelance informal \
            private_person other
            """
        #expect(
            Organization.LegalForm.allCases.map(\.rawValue) == forms.split(separator: " ").map(String.init))
    }
}
