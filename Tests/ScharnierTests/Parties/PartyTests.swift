import Scharnier
import Testing

@Suite struct PartyTests {
    @Test func `the public is from no organisation`() {
        #expect(Party.public.role == .public)
        #expect(!Party.public.isFrom(nil))
        #expect(!Party.public.isFrom(.carrier))
        #expect(Party.public.memberships.isEmpty)
    }

    @Test func `a party is from its organisation only`() {
        let party = Party(organization: .carrier, role: .carrier)
        #expect(party.isFrom(.carrier))
        #expect(!party.isFrom(.stranger))
        #expect(!party.isFrom(nil))
    }

    @Test func `the product itself is no organisation`() {
        #expect(Party.system.role == .cityAdmin)
        #expect(Party.system.organization == nil)
        #expect(Party.system != .cityAdmin)
    }

    @Test func `each level of closeness sees more than the one before`() {
        #expect(Closeness.allCases == [.anyone, .party, .own, .city])
        #expect(Closeness.allCases.sorted() == Closeness.allCases)
    }
}
