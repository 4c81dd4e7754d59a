/// Looks up commitments.
package protocol CommitmentReading {
    /// The commitment with this identifier.
    func commitment(_ id: Identifier<Commitment>) throws -> Commitment?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func commitments(_ query: CommitmentQuery) throws -> Page<Commitment>

    /// All that came of one introduction, oldest first.
    func commitments(of introduction: Identifier<Introduction>) throws -> [Commitment]

    /// All in which an organisation is a side and that may still come to something, oldest first.
    func openCommitments(of organization: Identifier<Organization>) throws -> [Commitment]
}

/// Keeps commitments.
package protocol CommitmentRepository: CommitmentReading {
    /// Adds a commitment.
    func insert(_ commitment: Commitment) throws

    /// Replaces what is kept about a commitment.
    func update(_ commitment: Commitment) throws
}

/// Which commitments to list; an empty list of values does not restrict.
package struct CommitmentQuery: ListQuery, Equatable, Sendable {
    package var party: Party
    package var statuses: [Commitment.Status] = []
    package var introduction: Identifier<Introduction>?
    package var need: Identifier<Need>?
    package var offer: Identifier<Offer>?
    package var order = SortOrder<Commitment.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension Commitment {
    /// By what commitments are sorted.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case dueAt = "due_at"
    }
}

extension ReadTransaction {
    /// The commitment as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one.
    package func commitment(_ id: Identifier<Commitment>, for party: Party) throws -> Commitment {
        guard let commitment = try commitment(id), commitment.audience.includes(party) else {
            throw Refusal.notFound
        }
        return commitment
    }

    /// The commitment, if `party` may fire some event of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func commitmentToMove(_ id: Identifier<Commitment>, as party: Party) throws -> Commitment {
        let commitment = try commitment(id, for: party)
        guard try !actors(of: party, in: commitment).isEmpty else { throw Refusal.roleForbidden }
        return commitment
    }

    /// The commitment, if `party` acts for one of its sides.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func commitmentToRevise(_ id: Identifier<Commitment>, as party: Party) throws -> Commitment {
        let commitment = try commitment(id, for: party)
        guard try !actors(of: party, in: commitment).isDisjoint(with: [.carrier, .supplier]) else {
            throw Refusal.roleForbidden
        }
        return commitment
    }

    /// In what relations `party` may fire events; an officer acts for stewarded organisations.
    func actors(of party: Party, in commitment: Commitment) throws -> Set<Actor> {
        if party == .system { return [.system] }
        var actors: Set<Actor> = []
        for side in Commitment.Side.allCases where try acts(party, as: side, of: commitment) {
            actors.insert(side.actor)
        }
        if party.role == .cityAdmin { actors.insert(.city) }
        if party.role == .areaOfficer, !party.areas.isDisjoint(with: commitment.areas) {
            actors.insert(.officer)
        }
        return actors
    }

    private func acts(_ party: Party, as side: Commitment.Side, of commitment: Commitment) throws -> Bool {
        guard let id = commitment.organization(of: side) else { return false }
        return try party.isFrom(id) || organization(id)?.isInCharge(party) == true
    }

    /// What stands in the way of what is planned, and need not: told with the commitment.
    package func advice(on commitment: Commitment) throws -> [Commitment.Advice] {
        let receiver =
            commitment.hasMoney ? commitment.content.payee ?? commitment.carrier : commitment.carrier
        return commitment.advice(receiver: try organization(receiver), on: today)
    }
}
