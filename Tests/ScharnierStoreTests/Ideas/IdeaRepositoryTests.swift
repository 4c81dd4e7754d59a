import Scharnier
import ScharnierStore
import Testing

@Suite struct IdeaRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `an idea comes back as it was kept, and as it was changed`() throws {
        var idea = try keep(full())
        #expect(try city.store.read { try $0.idea(idea.id) } == idea)
        idea.status = .adopted
        idea.adoption = .init(by: city.carrier.id, as: sampleID())
        idea.version = 7
        try city.store.write { [idea] tx in try tx.update(idea) }
        #expect(try city.store.read { try $0.idea(idea.id) } == idea)
        let bare = try keep(sample())
        #expect(try city.store.read { try $0.idea(bare.id) } == bare)
        #expect(try city.store.read { try $0.idea(sampleID()) } == nil)
    }

    @Test func `each filter finds what it names, an area also what is inside it`() throws {
        let idea = try keep(full()).id
        try keep(sample())
        func found(_ change: (inout IdeaQuery) -> Void) throws -> [Identifier<Idea>] {
            var query = IdeaQuery(party: .public)
            change(&query)
            return try city.store.read { try $0.ideas(query) }.items.map(\.id)
        }
        #expect(try found { $0.areas = [city.area("north")] } == [idea])
        #expect(try found { $0.areas = [city.area("south")] }.isEmpty)
        #expect(try found { $0.topics = ["sport"] } == [idea])
        #expect(try found { $0.topics = ["education"] }.isEmpty)
        #expect(try found { $0.organizations = [city.carrier.id] }.isEmpty)
        #expect(try found { $0.statuses = [.adopted] }.isEmpty)
        #expect(try found { $0.statuses = [.published] }.count == 2)
    }

    @Test func `findings count ideas by their topics alone`() throws {
        try keep(full())
        try keep(sample())
        let findings = try city.store.read { try $0.findings(IdeaQuery(party: .public)) }
        #expect(findings.count == 2 && findings.hits.count == 2)
        #expect(findings.kinds.isEmpty && findings.horizons.isEmpty)
        #expect(findings.topics == [Facet("sport", 1)])
    }

    @Test func `only what is adopted names a need`() throws {
        var changed = try keep(sample())
        changed.adoption = .init(by: city.carrier.id, as: sampleID())
        let idea = changed
        #expect(throws: (any Error).self) { try city.store.write { tx in try tx.update(idea) } }
    }

    private func sample(_ content: Idea.Content = .init(title: "Rad")) -> Idea {
        Idea(
            id: sampleID(), organization: city.giver.id, content: content, status: .published,
            createdAt: city.clock.now, updatedAt: city.clock.now)
    }

    private func full() -> Idea {
        var content = Idea.Content(title: hostileText)
        content.text = hostileText
        content.areas = [city.area("market"), city.area("harbour")]
        content.topics = ["sport"]
        return sample(content)
    }

    @discardableResult
    private func keep(_ idea: Idea) throws -> Idea {
        try city.store.write { tx in try tx.insert(idea) }
        return idea
    }
}
