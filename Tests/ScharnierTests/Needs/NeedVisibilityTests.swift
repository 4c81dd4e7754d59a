import Scharnier
import Testing

@Suite struct NeedVisibilityTests {
    private static let live: Set<Need.Status> = [.published, .partiallyMet]
    private static let hidden: Set<Need.Status> = [.draft, .submitted, .returned, .rejected]

    private static func need(_ status: Need.Status, _ visibility: Visibility) -> Need {
        .example(status: status, visibility: visibility, recordedFor: .marten, introduced: [.introduced]) {
            $0.host = .host
        }
    }

    private static let parties: [Party] = [
        .cityAdmin, Party(organization: .carrier, role: .carrier), Party(organization: .host, role: .carrier),
        .officer(of: .nordmarkt), .officer(of: .marten),
    ]

    private static let introduced: [Party] = [
        Party(organization: .introduced, role: .foundation), Party(organization: .introduced, role: .portal),
    ]

    @Test(arguments: Need.Status.allCases, Visibility.allCases)
    func `rule V says who may know of a need`(status: Need.Status, visibility: Visibility) {
        let audience = Self.need(status, visibility).audience
        let isLive = Self.live.contains(status)
        let isOpen = visibility != .brokered
        #expect(Self.parties.allSatisfy(audience.includes))
        // Those introduced to it do not follow it back into its drafts.
        #expect(Self.introduced.allSatisfy { audience.includes($0) == !Self.hidden.contains(status) })
        #expect(Party.strangers.allSatisfy { audience.includes($0) == (isLive && isOpen) })
        #expect(Party.outsiders.allSatisfy { audience.includes($0) == (isLive && visibility == .public) })
        #expect(audience.includes(.cityReader) == (isOpen && !Self.hidden.contains(status)))
    }

    @Test(arguments: Need.Status.allCases)
    func `it is open for offers while it is published or partially met`(status: Need.Status) {
        #expect(Need.example(status: status).isLive == Self.live.contains(status))
    }

    @Test func `a brokered need is not opened by its end`() {
        for status in Need.Status.allCases {
            #expect(Self.need(status, .brokered).audience.openness == .parties)
        }
    }

    @Test func `closeness decides what fields are shown`() {
        let need = Self.need(.published, .public)
        #expect(need.closeness(of: .cityAdmin) == .city)
        #expect(need.closeness(of: Party(organization: .carrier, role: .carrier)) == .own)
        #expect(need.closeness(of: Party(organization: .host, role: .carrier)) == .party)
        #expect(need.closeness(of: Party(organization: .introduced, role: .foundation)) == .party)
        #expect(need.closeness(of: .officer(of: .nordmarkt)) == .party)
        #expect(need.closeness(of: .officer(of: .hafen)) == .anyone)
        #expect(need.closeness(of: .cityReader) == .anyone)
        #expect(need.closeness(of: .public) == .anyone)
    }

    @Test func `an officer is in charge through a beneficiary area or the area it was recorded for`() {
        let need = Self.need(.draft, .public)
        #expect(need.isInCharge(.officer(of: .nordmarkt)))
        #expect(need.isInCharge(.officer(of: .marten)))
        #expect(!need.isInCharge(.officer(of: .hafen)))
        #expect(!need.isInCharge(Party(organization: .city, role: .cityReader, areas: [.nordmarkt])))
    }

    static let coverage: [(committed: [Int64], status: Need.Status)] = [
        ([0, 0], .published), ([1, 0], .partiallyMet), ([10, 9], .partiallyMet), ([10, 10], .met),
        ([0, 10], .partiallyMet), ([12, 10], .met),
    ]

    @Test(arguments: coverage)
    func `the state follows from what is promised, forwards and backwards`(
        committed: [Int64], status: Need.Status
    ) {
        for before in [Need.Status.published, .partiallyMet, .met] {
            let items = committed.enumerated().map { NeedItem.example(UInt64($0), committed: $1) }
            var need = Need.example(status: before, items: items)
            need.cover()
            #expect(need.status == status, "from \(before)")
        }
    }

    @Test(arguments: Need.Status.allCases.filter { ![.published, .partiallyMet, .met].contains($0) })
    func `in other states coverage changes nothing`(status: Need.Status) {
        var need = Need.example(status: status, items: [.example(committed: 10)])
        need.cover()
        #expect(need.status == status)
    }

    @Test func `what is only held, or was withdrawn, does not cover`() {
        var held = Need.example(items: [.example(held: 10)])
        held.cover()
        #expect(held.status == .published)
        var reduced = Need.example(items: [.example(committed: 10), .example(2, isWithdrawn: true)])
        reduced.cover()
        #expect(reduced.status == .met)
    }

    static let shares: [(promised: [Int64], quantity: [Int64], basisPoints: Int64)] = [
        ([0], [3], 0), ([1], [3], 3_333), ([2], [3], 6_666), ([3], [3], 10_000), ([4], [3], 10_000),
        ([1, 0], [3, 1], 1_666), ([1, 1], [2, 4], 3_750), ([10, 0], [1, 1], 5_000), ([], [], 0),
        ([999_999_999_999], [1_000_000_000_000], 9_999), ([1], [1_000_000_000_000], 0),
    ]

    @Test(arguments: shares)
    func `coverage is the mean of the lines, rounded down`(
        promised: [Int64], quantity: [Int64], basisPoints: Int64
    ) {
        let items = zip(promised, quantity).enumerated().map { index, line in
            NeedItem.example(UInt64(index), quantity: line.1, committed: line.0)
        }
        #expect(Need.example(items: items).committedBasisPoints == basisPoints)
        #expect(Need.example(items: items).fulfilledBasisPoints == 0)
    }

    @Test func `what was delivered is counted apart, withdrawn lines not at all`() {
        let items: [NeedItem] = [
            .example(committed: 10, fulfilled: 5),
            .example(2, committed: 10, fulfilled: 10, isWithdrawn: true),
        ]
        #expect(Need.example(items: items).fulfilledBasisPoints == 5_000)
        #expect(Need.example(items: items).committedBasisPoints == 10_000)
    }
}
