import Testing

@testable import Scharnier

@Suite struct NeedTransitionsTests {
    /// domain.md §5.3; `cover`, `revise` and `redact` follow from other writes.
    static let table = """
        draft, returned | submit | submitted | owner officer
        submitted | publish | published | officer city
        submitted | return | returned | officer city
        submitted | reject | rejected | officer city
        submitted, published, partially_met, paused, stale | withdraw | closed | owner
        published, partially_met | pause | paused | owner officer city
        paused | resume | = | owner officer
        met, partially_met, published | close | closed | owner officer city
        published, partially_met | go_stale | stale | system
        stale | confirm | = | owner officer
        published, partially_met, paused, stale | expire | expired | system
        expired | reopen | submitted | owner officer
        published, partially_met | approve | = | officer city
        published, partially_met | return | returned | officer city
        """

    @Test func `the machine has every row and nothing else`() throws {
        try MachineTable(Self.table).expect(Need.machine)
    }

    @Test func `the codes are those of the specification`() {
        func codes(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
        #expect(
            Need.rejectCodes
                == codes(
                    """
                    out_of_scope not_verifiable duplicate commercial_purpose political_or_religious_purpose \
                    personal_data_in_text incomplete
                    """))
        #expect(
            Need.returnCodes
                == codes("incomplete unclear_text personal_data_in_text funding_check_required wrong_area"))
        #expect(Need.failureCodes == codes("no_offer offer_unfit funding_refused carrier_capacity other"))
    }

    @Test(
        arguments: [(Horizon.acute, 14), (.temporary, 90), (.permanent, 180), (nil, 90)] as [(Horizon?, Int)])
    func `a need is doubtful after the time its horizon allows`(horizon: Horizon?, days: Int) {
        let now = Instant.at("2026-11-21T09:30:00Z")
        var need = Need.example { $0.horizon = horizon }
        need.confirm(at: now, by: TimerRules())
        #expect(need.freshness == .init(confirmedAt: now, staleAt: now.adding(days: days)))
    }

    @Test func `parties fire in their relations`() {
        let need = Need.example { $0.host = .host }
        func actors(_ party: Party) -> Set<Actor> { need.actors(of: party, carrier: .example()) }
        #expect(actors(Party(organization: .carrier, role: .carrier)) == [.owner])
        #expect(actors(.officer(of: .nordmarkt)) == [.officer])
        #expect(actors(.officer(of: .hafen)) == [])
        #expect(actors(.cityAdmin) == [.city])
        #expect(actors(.cityReader) == [])
        #expect(actors(Party(organization: .host, role: .carrier)) == [])
        #expect(actors(Party(organization: .stranger, role: .foundation)) == [])
        #expect(actors(.public) == [])
    }

    @Test func `an officer acts as owner for a group that is looked after`() {
        let need = Need.example(recordedFor: .marten)
        let group = Organization.example(form: .informal, steward: .marten)
        #expect(need.actors(of: .officer(of: .marten), carrier: group) == [.owner, .officer])
        #expect(need.actors(of: .officer(of: .nordmarkt), carrier: group) == [.officer])
    }

    @Test func `the city that carries a need itself is owner and city`() {
        let need = Need.example()
        let party = Party(organization: .carrier, role: .cityAdmin)
        #expect(need.actors(of: party, carrier: .example()) == [.owner, .city])
    }
}
