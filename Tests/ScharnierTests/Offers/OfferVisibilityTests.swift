import Scharnier
import Testing

@Suite struct OfferVisibilityTests {
    private static let parties: [Party] = [
        .cityAdmin, Party(organization: .giver, role: .foundation),
        Party(organization: .introduced, role: .carrier),
        Party(organization: .introduced, role: .portal),
    ]

    @Test(arguments: Offer.Status.allCases, Visibility.allCases)
    func `rule V says who may know of an offer`(status: Offer.Status, visibility: Visibility) {
        let audience = Offer.example(status: status, introduced: [.introduced]) { $0.visibility = visibility }
            .audience
        let isLive = status == .active || status == .partlyReserved
        let isOpen = visibility != .brokered
        #expect(Self.parties.allSatisfy(audience.includes))
        #expect(Party.strangers.allSatisfy { audience.includes($0) == (isLive && isOpen) })
        #expect(Party.outsiders.allSatisfy { audience.includes($0) == (isLive && visibility == .public) })
        #expect(audience.includes(.cityReader) == (isOpen && status != .draft && status != .submitted))
    }

    @Test(arguments: Offer.Status.allCases)
    func `it can be taken up while it is active or partly reserved`(status: Offer.Status) {
        #expect(Offer.example(status: status).isLive == [.active, .partlyReserved].contains(status))
    }

    @Test func `a giver is named only by choice`() {
        #expect(!Offer.example().isNamed)
        #expect(Offer.example { $0.publicity = .name }.isNamed)
        #expect(Offer.example { $0.publicity = .nameAndLogo }.isNamed)
    }

    @Test func `closeness decides what fields are shown`() {
        var offer = Offer.example(introduced: [.introduced])
        let introduced = Party(organization: .introduced, role: .carrier)
        #expect(offer.audience.includes(introduced) && offer.closeness(of: introduced) == .anyone)
        offer.namedTo = [.introduced]
        #expect(offer.closeness(of: .cityAdmin) == .city)
        #expect(offer.closeness(of: Party(organization: .giver, role: .foundation)) == .own)
        #expect(offer.closeness(of: introduced) == .party)
        #expect(offer.closeness(of: .officer(of: .nordmarkt)) == .anyone)
        #expect(offer.closeness(of: .public) == .anyone)
    }
}
