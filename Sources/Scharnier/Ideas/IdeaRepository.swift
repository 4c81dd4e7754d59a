/// Looks up ideas.
package protocol IdeaReading {
    /// The idea with this identifier.
    func idea(_ id: Identifier<Idea>) throws -> Idea?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func ideas(_ query: IdeaQuery) throws -> Page<Idea>
}

/// Keeps ideas.
package protocol IdeaRepository: IdeaReading {
    /// Adds an idea.
    func insert(_ idea: Idea) throws

    /// Replaces what is kept about an idea.
    func update(_ idea: Idea) throws
}

/// Which ideas to list; an empty list of values does not restrict.
package struct IdeaQuery: SearchableQuery, Equatable, Sendable {
    package var party: Party
    package var statuses: [Idea.Status] = []

    /// Areas that the idea is for: these, and those inside them.
    package var areas: Set<Identifier<Area>> = []
    package var topics: [String] = []
    package var organizations: [Identifier<Organization>] = []
    package var order = SortOrder<Idea.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false
    package var words: WordQuery?

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension IdeaReading {
    /// The idea as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one, so that nothing can be probed.
    package func idea(_ id: Identifier<Idea>, for party: Party) throws -> Idea {
        guard let idea = try idea(id), idea.audience.includes(party) else { throw Refusal.notFound }
        return idea
    }

    /// The idea, if `party` may fire some event of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func ideaToMove(_ id: Identifier<Idea>, as party: Party) throws -> Idea {
        let idea = try idea(id, for: party)
        guard !idea.actors(of: party).isEmpty else { throw Refusal.roleForbidden }
        return idea
    }
}

extension ReadTransaction {
    /// Everything that breaks a rule, references included.
    package func violations(in content: Idea.Content) throws -> [Violation] {
        var found = content.violations()
        found += try missingAreas(content.areas, at: "area_ids")
        found += try taxonomy().violations(of: content.topics, in: .topic, on: today, at: "topics")
        return found
    }
}

extension WriteTransaction {
    /// Hands in an idea of an organisation: the caller's own, one that it acts for, or for the city any.
    ///
    /// It stays as it is and whoever has a token reads it, so that what surely names a person is not taken.
    /// - Throws: ``Refusal/invalid(_:)``, ``Refusal/roleForbidden``, ``Refusal/guardFailed(_:)`` `lint_failed`.
    package func createIdea(
        _ content: Idea.Content, for organization: Identifier<Organization>, as party: Party
    ) throws -> Idea {
        guard let author = try self.organization(organization), author.audience.includes(party) else {
            throw Refusal.invalid([.init("organization_id", .referenceNotFound, .noSuchReference)])
        }
        guard party.isFrom(organization) || author.isInCharge(party) || party.role == .cityAdmin else {
            throw Refusal.roleForbidden
        }
        let found = try violations(in: content)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        try content.requireNobodyNamed()
        var idea = Idea(
            id: newID(), organization: organization, content: content,
            recordedForArea: author.stewardArea, createdAt: now, updatedAt: now, createdBy: party.token)
        try keep(&idea, after: nil, "idea.create", by: party)
        return idea
    }

    /// Announces, stores and notes a changed idea.
    func keep(_ idea: inout Idea, after old: Idea?, _ action: String, by party: Party) throws {
        idea.version = try announce(
            .idea, .init(idea.id), before: old?.audience ?? .none, after: idea.audience, isDeletion: false,
            by: party.organization)
        idea.updatedAt = now
        try old == nil ? insert(idea) : update(idea)
        try audit(action, .init("idea", idea.id), fields: [], as: party)
    }
}
