import Testing

@testable import Scharnier

@Suite struct IntroductionTransitionsTests {
    /// domain.md §5.5; `propose` creates it, and `reopen` belongs to commitments.
    static let table = """
        proposed, accepted_by_one | accept | = | carrier supplier
        proposed, accepted_by_one | decline | declined | carrier supplier
        proposed, accepted_by_one | lapse | lapsed | system
        proposed, accepted_by_one | withdraw | withdrawn | proposer
        connected | start_talks | in_talks | carrier supplier broker
        connected, in_talks | extend_hold | = | carrier supplier broker
        connected, in_talks | release_hold | = | supplier broker system
        connected, in_talks | agree | agreed | carrier supplier
        connected, in_talks | fail | failed | carrier supplier broker
        """

    private let now = Instant.at("2026-11-21T09:30:00Z")
    private let carrier = Party(organization: .carrier, role: .carrier)
    private let giver = Party(organization: .giver, role: .foundation)

    @Test func `the machine has every row and nothing else`() throws {
        try MachineTable(Self.table).expect(Introduction.machine)
    }

    @Test func `the codes are those of the specification`() {
        let codes = """
            no_capacity not_our_topic area_not_covered timing legal_constraint funding_rule \
            already_supported alternative_found conflict_of_interest no_answer no_reason_given
            """
        #expect(Introduction.declineCodes == codes.split(separator: " ").map(String.init))
    }

    @Test func `a hold is extended twice, and what was declined rests half a year`() {
        #expect(Introduction.mostExtensions == 2)
        #expect(Introduction.declineBlockDays == 180)
    }

    @Test(arguments: Introduction.Status.allCases)
    func `it is open until it ends`(status: Introduction.Status) {
        let open: Set<Introduction.Status> = [.proposed, .acceptedByOne, .connected, .inTalks]
        #expect(Introduction.example(status: status).isOpen == open.contains(status))
    }

    @Test func `it is connected when both sides said yes`() {
        #expect(!Introduction.example().isConnected)
        #expect(!Introduction.example(carrierAcceptedAt: now).isConnected)
        #expect(!Introduction.example(supplierAcceptedAt: now).isConnected)
        #expect(Introduction.example(carrierAcceptedAt: now, supplierAcceptedAt: now).isConnected)
    }

    @Test func `it waits for the side that has not answered`() {
        #expect(Introduction.example(carrierAcceptedAt: now).waitingOn == .supplier)
        #expect(Introduction.example(status: .acceptedByOne, carrierAcceptedAt: now).waitingOn == .supplier)
        #expect(Introduction.example(status: .acceptedByOne, supplierAcceptedAt: now).waitingOn == .carrier)
        for status in Introduction.Status.allCases where status != .proposed && status != .acceptedByOne {
            #expect(Introduction.example(status: status).waitingOn == nil)
        }
    }

    @Test func `each side knows where it stands`() {
        #expect(Introduction.example().side(of: carrier) == .carrier)
        #expect(Introduction.example().side(of: giver) == .supplier)
        #expect(Introduction.example(host: .host).side(of: Party(organization: .host, role: .carrier)) == nil)
        #expect(Introduction.example().side(of: .public) == nil)
    }

    @Test func `both sides, host, broker, proposer and officers in charge may know of it, nobody else`() {
        let introduction = Introduction.example(
            host: .host, broker: .init(organization: .city, role: .areaOfficer), proposer: .introduced)
        for organization in [Identifier<Organization>.carrier, .giver, .host, .city, .introduced] {
            #expect(introduction.audience.includes(Party(organization: organization, role: .company)))
        }
        #expect(
            introduction.audience.includes(
                Party(organization: .numbered(9), role: .areaOfficer, areas: [.nordmarkt])))
        #expect(introduction.audience.includes(.cityAdmin))
        #expect(!introduction.audience.includes(.cityReader))
        let others = Party.outsiders + [Party(organization: .stranger, role: .carrier)]
        #expect(others.allSatisfy { !introduction.audience.includes($0) })
        #expect(
            !introduction.audience.includes(
                Party(organization: .numbered(9), role: .areaOfficer, areas: [.hafen])))
    }

    @Test func `parties fire in their relations`() {
        let introduction = Introduction.example(
            broker: .init(organization: .city, role: .cityAdmin), proposer: .giver)
        func actors(_ party: Party) -> Set<Actor> {
            introduction.actors(of: party, carrier: nil, supplier: nil)
        }
        #expect(actors(carrier) == [.carrier])
        #expect(actors(giver) == [.supplier, .proposer])
        #expect(actors(.cityAdmin) == [.broker])
        #expect(actors(Party(organization: .stranger, role: .network)) == [])
        #expect(actors(.public) == [])
    }

    @Test func `an officer acts for the sides that are looked after`() {
        let introduction = Introduction.example()
        let carrier = Organization.example(.carrier, steward: .nordmarkt)
        let supplier = Organization.example(.giver, .company, steward: .marten)
        func actors(_ party: Party) -> Set<Actor> {
            introduction.actors(of: party, carrier: carrier, supplier: supplier)
        }
        #expect(actors(.officer(of: .nordmarkt)) == [.carrier])
        #expect(actors(.officer(of: .marten)) == [.supplier])
        #expect(actors(.officer(of: .marten, .nordmarkt)) == [.carrier, .supplier])
        #expect(actors(.officer(of: .hafen)) == [])
    }
}
