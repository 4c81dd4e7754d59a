import Testing

@testable import Scharnier

/// Who decides about an idea, who sees it, and what becomes of it (domain.md §5.9, F-39).
@Suite struct IdeaTests {
    private static func idea(
        _ status: Idea.Status = .submitted, areas: [Identifier<Area>] = [.nordmarkt],
        steward: Identifier<Area>? = nil
    ) -> Idea {
        var content = Idea.Content(title: "Lastenrad")
        content.areas = areas
        let moment = Instant(milliseconds: 0)
        return Idea(
            id: .numbered(1), organization: .carrier, content: content, status: status,
            adoption: status == .adopted ? .init(by: .host, as: .numbered(2)) : nil,
            recordedForArea: steward, createdAt: moment, updatedAt: moment)
    }

    static let table = """
        submitted | publish | published | officer city
        published | adopt | adopted | carrier
        submitted, published | drop | dropped | officer city
        """

    @Test func `the machine has every row and nothing else`() throws {
        try MachineTable(Self.table).expect(Idea.machine)
    }

    @Test func `officers decide in their areas, carriers and networks adopt, givers do neither`() {
        let idea = Self.idea()
        #expect(idea.actors(of: .cityAdmin) == [.city])
        #expect(idea.actors(of: .officer(of: .nordmarkt)) == [.officer])
        #expect(idea.actors(of: .officer(of: .hafen)) == [])
        #expect(Self.idea(areas: []).actors(of: .officer(of: .hafen)) == [.officer])
        #expect(Self.idea(steward: .hafen).actors(of: .officer(of: .hafen)) == [.officer])
        #expect(idea.actors(of: Party(organization: .stranger, role: .carrier)) == [.carrier])
        #expect(idea.actors(of: Party(organization: .stranger, role: .network)) == [.carrier])
        for role in [Role.foundation, .company, .portal, .cityReader, .public] {
            #expect(idea.actors(of: Party(organization: .carrier, role: role)).isEmpty, "\(role)")
        }
    }

    @Test func `whoever has a token sees it, everyone once it is published, its parties once it is dropped`()
    {
        for party in Party.outsiders {
            #expect(!Self.idea().audience.includes(party))
            #expect(Self.idea(.published).audience.includes(party))
            #expect(Self.idea(.adopted).audience.includes(party))
            #expect(!Self.idea(.dropped).audience.includes(party))
        }
        for party in Party.strangers {
            #expect(Self.idea().audience.includes(party))
            #expect(!Self.idea(.dropped).audience.includes(party))
        }
        let author = Party(organization: .carrier, role: .carrier)
        #expect(Idea.Status.allCases.allSatisfy { Self.idea($0).audience.includes(author) })
    }

    @Test func `which need it became, its author, who adopted it, and who is in charge may know`() {
        let idea = Self.idea(.adopted)
        #expect(idea.closeness(of: Party(organization: .carrier, role: .carrier)) == .own)
        #expect(idea.closeness(of: Party(organization: .host, role: .carrier)) == .party)
        #expect(idea.closeness(of: .officer(of: .nordmarkt)) == .party)
        #expect(idea.closeness(of: .cityAdmin) == .city)
        for party in Party.strangers + Party.outsiders { #expect(idea.closeness(of: party) == .anyone) }
    }

    @Test func `a need takes over what it can say too`() {
        var content = Self.idea().content
        content.topics = ["education"]
        content.text = String(repeating: "x", count: 19)
        #expect(content.draft.text == nil)
        content.text = String(repeating: "x", count: 20)
        let draft = content.draft
        #expect(draft.title == "Lastenrad" && draft.text == content.text)
        #expect(draft.beneficiaryAreas == [.nordmarkt] && draft.topics == ["education"])
        #expect(draft.violations().isEmpty)
    }

    @Test(arguments: [("ab", "title too_short"), (String(repeating: "x", count: 121), "title too_long")])
    func `a title has three to 120 characters`(title: String, fault: String) {
        #expect(Idea.Content(title: title).violations().map { "\($0.path) \($0.code.rawValue)" } == [fault])
    }
}
