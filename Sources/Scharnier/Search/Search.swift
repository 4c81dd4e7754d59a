/// One question for everything there is (F-21): words, and what leaves out some of it; empty values do not restrict.
package struct SearchWish: Equatable, Sendable {
    package var party: Party
    package var words: WordQuery?
    package var areas: Set<Identifier<Area>> = []
    package var topics: [String] = []
    package var targetGroups: [String] = []
    package var horizons: [Horizon] = []
    package var kinds: [ResourceKind] = []

    /// How many hits of each subject are told.
    package var limit = PageSize.standard

    /// Everything that is open and that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

/// What is searched, in the order of the questions that people asked (domain.md §1).
package enum SearchSubject: String, CaseIterable, Sendable {
    case offer, need, idea, programme
}

/// Something that was found: what everyone sees of it who sees it at all.
package struct SearchHit: Equatable, Sendable {
    package let id: Identifier<SearchHit>
    package let title: String?
    package let horizons: [Horizon]
    package let kinds: [ResourceKind]
    package let topics: [String]
    package let areas: [Identifier<Area>]
    package let createdAt: Instant
}

/// How many of the hits have a value.
package struct Facet: Equatable, Sendable {
    package let code: String
    package let count: Int64

    /// So many with this value.
    package init(_ code: String, _ count: Int64) {
        self.code = code
        self.count = count
    }
}

/// What was found of one subject, all of it counted.
package struct SearchFindings: Equatable, Sendable {
    package var hits: [SearchHit] = []
    package var count: Int64 = 0

    /// The hits by resource kind, horizon and topic; one can count in several values.
    package var kinds: [Facet] = []
    package var horizons: [Facet] = []
    package var topics: [Facet] = []

    /// Nothing.
    package init() {}
}

/// Finds what is open.
package protocol SearchReading {
    /// The first page of needs that `query` asks for, and how many there are by value.
    func findings(_ query: NeedQuery) throws -> SearchFindings

    /// The first page of offers that `query` asks for, and how many there are by value.
    func findings(_ query: OfferQuery) throws -> SearchFindings

    /// The first page of ideas that `query` asks for, and how many there are by value.
    func findings(_ query: IdeaQuery) throws -> SearchFindings

    /// The first page of programmes that `query` asks for, and how many there are by value.
    func findings(_ query: ProgrammeQuery) throws -> SearchFindings
}

extension ReadTransaction {
    /// What `wish` finds of one subject.
    package func findings(of subject: SearchSubject, _ wish: SearchWish) throws -> SearchFindings {
        switch subject {
        case .need: try findings(wish.needs)
        case .offer: try findings(wish.offers)
        case .idea: try findings(wish.ideas)
        case .programme: try findings(wish.programmes)
        }
    }
}

extension SearchSubject {
    /// What a token must be allowed to read to find it.
    package var operation: Operation {
        switch self {
        case .need: .readNeeds
        case .offer: .readOffers
        case .idea: .readIdeas
        case .programme: .readProgrammes
        }
    }

    /// The states in which it is open.
    package var statuses: [String] {
        switch self {
        case .need: SearchWish.needStatuses.map(\.rawValue)
        case .offer: SearchWish.offerStatuses.map(\.rawValue)
        case .idea: [Idea.Status.published.rawValue]
        case .programme: [Programme.Status.published.rawValue]
        }
    }

    /// Whether such records have all by which `wish` leaves something out: an idea has no kind, horizon, or target
    /// group, and so is no answer to a question for one.
    package func isAsked(for wish: SearchWish) -> Bool {
        self != .idea || wish.kinds.isEmpty && wish.horizons.isEmpty && wish.targetGroups.isEmpty
    }
}

extension SearchWish {
    fileprivate static let needStatuses: [Need.Status] = [.published, .partiallyMet]
    fileprivate static let offerStatuses: [Offer.Status] = [.active, .partlyReserved]

    fileprivate var needs: NeedQuery {
        var query = NeedQuery(party: party)
        query.statuses = Self.needStatuses
        query.areas = areas
        query.topics = topics
        query.targetGroups = targetGroups
        query.horizons = horizons
        query.kinds = kinds
        query.words = words
        query.limit = limit
        return query
    }

    fileprivate var offers: OfferQuery {
        var query = OfferQuery(party: party)
        query.statuses = Self.offerStatuses
        query.areas = areas
        query.topics = topics
        query.targetGroups = targetGroups
        query.horizons = horizons
        query.kinds = kinds
        query.words = words
        query.limit = limit
        return query
    }
}

extension SearchWish {
    fileprivate var ideas: IdeaQuery {
        var query = IdeaQuery(party: party)
        query.statuses = [.published]
        query.areas = areas
        query.topics = topics
        query.words = words
        query.limit = limit
        return query
    }

    fileprivate var programmes: ProgrammeQuery {
        var query = ProgrammeQuery(party: party)
        query.statuses = [.published]
        query.areas = areas
        query.topics = topics
        query.targetGroups = targetGroups
        query.horizons = horizons
        query.resources = kinds
        query.words = words
        query.limit = limit
        return query
    }
}

extension SearchHit {
    /// An idea, as everyone sees it.
    package init(_ idea: Idea) {
        self.init(
            id: .init(idea.id), title: idea.content.title, horizons: [], kinds: [],
            topics: idea.content.topics, areas: idea.content.areas, createdAt: idea.createdAt)
    }

    /// A programme, as everyone sees it.
    package init(_ programme: Programme) {
        let policy = programme.content.policy
        self.init(
            id: .init(programme.id), title: programme.content.title, horizons: policy?.horizons ?? [],
            kinds: programme.content.awardKind.resources, topics: policy?.topics ?? [],
            areas: policy?.areas ?? [], createdAt: programme.createdAt)
    }
}

extension SearchHit {
    /// A need, as everyone sees it.
    package init(_ need: Need) {
        let kinds = Set(need.items.filter { !$0.isWithdrawn }.map(\.content.kind))
        self.init(
            id: .init(need.id), title: need.content.title, horizons: [need.content.horizon].compactMap { $0 },
            kinds: ResourceKind.allCases.filter(kinds.contains), topics: need.content.topics,
            areas: need.content.beneficiaryAreas, createdAt: need.createdAt)
    }

    /// An offer, as everyone sees it.
    package init(_ offer: Offer) {
        self.init(
            id: .init(offer.id), title: offer.content.title, horizons: offer.content.horizons,
            kinds: [offer.content.kind], topics: offer.content.topics, areas: offer.content.areas,
            createdAt: offer.createdAt)
    }
}
