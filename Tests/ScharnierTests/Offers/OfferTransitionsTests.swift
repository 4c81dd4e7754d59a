import Testing

@testable import Scharnier

@Suite struct OfferTransitionsTests {
    /// domain.md §5.4; `reserve` follows from holds and commitments.
    static let table = """
        draft | submit | submitted | owner
        submitted | activate | active | system
        active, partly_reserved | pause | paused | owner city
        paused | resume | active | owner
        active, partly_reserved | go_stale | stale | system
        stale | confirm | active | owner
        active, partly_reserved, exhausted, paused, stale | expire | expired | system
        active, paused, stale, exhausted, partly_reserved | withdraw | withdrawn | owner
        active, exhausted, partly_reserved, expired | close | closed | owner city
        """

    @Test func `the machine has every row and nothing else`() throws {
        try MachineTable(Self.table).expect(Offer.machine)
    }

    @Test func `an offer is doubtful after 180 days`() {
        let now = Instant.at("2026-11-21T09:30:00Z")
        var offer = Offer.example()
        offer.confirm(at: now, by: TimerRules())
        #expect(offer.freshness == .init(confirmedAt: now, staleAt: now.adding(days: 180)))
    }

    @Test func `parties fire in their relations`() {
        func actors(_ party: Party) -> Set<Actor> {
            Offer.example().actors(of: party, supplier: .example(.giver))
        }
        #expect(actors(Party(organization: .giver, role: .foundation)) == [.owner])
        #expect(actors(.cityAdmin) == [.city])
        #expect(actors(Party(organization: .giver, role: .cityAdmin)) == [.owner, .city])
        #expect(actors(.officer(of: .nordmarkt)) == [])
        #expect(actors(Party(organization: .stranger, role: .company)) == [])
        #expect(actors(.public) == [])
    }

    @Test func `an officer acts as owner for a giver that is looked after`() {
        let giver = Organization.example(.giver, .company, steward: .nordmarkt)
        #expect(Offer.example().actors(of: .officer(of: .nordmarkt), supplier: giver) == [.owner])
        #expect(Offer.example().actors(of: .officer(of: .hafen), supplier: giver) == [])
    }
}
