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

    @Test func `no token, role or scope makes an operator`() {
        for role in Role.allCases {
            let party = Party(organization: .carrier, role: role, scopes: Set(Scope.allCases))
            #expect(!party.isOperator)
            #expect(party.actor == .role(role))
        }
        #expect(!Party.system.isOperator && !Party.public.isOperator)
        #expect(Party.operator(user: 0) != .public)
        #expect(Party.operator(user: 0).actor == .operator)
    }

    @Test func `the city and the operator have everybody's tokens`() {
        #expect(Party.operator(user: 0).ownsAllTokens)
        let owners = Role.allCases.filter { Party(organization: .carrier, role: $0).ownsAllTokens }
        #expect(owners == [.cityAdmin])
    }

    @Test func `the operator sees no more of the city's records than everyone`() {
        #expect(Party.operator(user: 0).openness == Party.public.openness)
        #expect(Party.operator(user: 0).memberships.isEmpty)
    }

    @Test func `each level of closeness sees more than the one before`() {
        #expect(Closeness.allCases == [.anyone, .party, .own, .city])
        #expect(Closeness.allCases.sorted() == Closeness.allCases)
    }
}
