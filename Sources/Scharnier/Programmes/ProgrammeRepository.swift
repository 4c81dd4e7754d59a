/// Looks up programmes.
package protocol ProgrammeReading {
    /// The programme with this identifier.
    func programme(_ id: Identifier<Programme>) throws -> Programme?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func programmes(_ query: ProgrammeQuery) throws -> Page<Programme>

    /// All programmes of an organisation; oldest first.
    func programmes(of organization: Identifier<Organization>) throws -> [Programme]
}

/// Keeps programmes.
package protocol ProgrammeRepository: ProgrammeReading {
    /// Adds a programme.
    func insert(_ programme: Programme) throws

    /// Replaces what is kept about a programme.
    func update(_ programme: Programme) throws

    /// Forgets a draft.
    func delete(_ programme: Programme) throws
}

/// Which programmes to list; an empty list of values does not restrict.
package struct ProgrammeQuery: SearchableQuery, Equatable, Sendable {
    package var party: Party
    package var statuses: [Programme.Status] = []
    package var kinds: [Programme.Kind] = []
    package var horizons: [Horizon] = []

    /// What is given.
    package var resources: [ResourceKind] = []

    /// Areas in which it gives: named ones and those around them; what names none gives everywhere.
    package var areas: Set<Identifier<Area>> = []
    package var topics: [String] = []
    package var targetGroups: [String] = []
    package var organizations: [Identifier<Organization>] = []

    /// A day on which one can apply.
    package var openOn: Day?
    package var order = SortOrder<Programme.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false
    package var words: WordQuery?

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension ProgrammeReading {
    /// The programme as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one, so that nothing can be probed.
    package func programme(_ id: Identifier<Programme>, for party: Party) throws -> Programme {
        guard let programme = try programme(id), programme.audience.includes(party) else {
            throw Refusal.notFound
        }
        return programme
    }

    /// The programme, if `party` may change it and fire its events.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func programmeToRevise(_ id: Identifier<Programme>, as party: Party) throws -> Programme {
        let programme = try programme(id, for: party)
        guard !programme.actors(of: party).isEmpty else { throw Refusal.roleForbidden }
        return programme
    }
}

extension ReadTransaction {
    /// Everything that breaks a rule which holds already for drafts, references included.
    package func violations(in content: Programme.Content) throws -> [Violation] {
        var found = content.violations()
        guard let policy = content.policy else { return found }
        let taxonomy = try taxonomy()
        found += taxonomy.violations(of: policy.topics, in: .topic, on: today, at: "policy/topics")
        found += taxonomy.violations(
            of: policy.targetGroups, in: .targetGroup, on: today, at: "policy/target_groups")
        found += try missingAreas(policy.areas, at: "policy/area_ids")
        found += taxonomy.violations(of: policy.documents, in: .document, on: today, at: "policy/documents")
        return found
    }
}

extension WriteTransaction {
    /// Creates a draft for the caller's own organisation.
    ///
    /// - Throws: ``Refusal/invalid(_:)``, ``Refusal/roleForbidden``.
    package func createProgramme(
        _ content: Programme.Content, for organization: Identifier<Organization>, as party: Party
    ) throws -> Programme {
        guard let owner = try self.organization(organization), owner.audience.includes(party) else {
            throw Refusal.invalid([.init("organization_id", .referenceNotFound, .noSuchReference)])
        }
        guard party.isFrom(organization) else { throw Refusal.roleForbidden }
        try check(content)
        var programme = Programme(
            id: newID(), organization: organization, content: content, createdAt: now, updatedAt: now,
            createdBy: party.token)
        try keep(&programme, after: nil, "programme.create", by: party)
        return programme
    }

    /// Replaces what a programme says; of one that was published the policy in force stays as it is.
    ///
    /// - Throws: ``Refusal``.
    package func revise(
        _ id: Identifier<Programme>, to content: Programme.Content, as party: Party
    ) throws -> Programme {
        let old = try programmeToRevise(id, as: party)
        guard old.content != content else { return old }
        guard old.status != .closed else {
            throw Refusal.stateConflict(state: old.status.rawValue, allowed: [])
        }
        try check(content)
        var new = old
        new.content = content
        if old.status != .draft { try requireKept(new, since: old) }
        try keep(&new, after: old, "programme.update", by: party)
        return new
    }

    /// Deletes a draft.
    ///
    /// - Throws: ``Refusal``; what was ever published stays.
    package func deleteProgramme(_ id: Identifier<Programme>, as party: Party) throws {
        let programme = try programmeToRevise(id, as: party)
        guard programme.status == .draft else {
            let allowed = Programme.machine.allowed(in: programme.status, as: [.owner]).map(\.rawValue)
            throw Refusal.stateConflict(state: programme.status.rawValue, allowed: allowed)
        }
        _ = try announce(
            .programme, .init(id), before: programme.audience, after: .none, isDeletion: true,
            by: party.organization)
        try delete(programme)
        try audit("programme.delete", .init("programme", id), fields: [], as: party)
    }

    /// Announces, stores and notes a changed programme.
    func keep(_ programme: inout Programme, after old: Programme?, _ action: String, by party: Party) throws {
        programme.version = try announce(
            .programme, .init(programme.id), before: old?.audience ?? .none, after: programme.audience,
            isDeletion: false, by: party.organization)
        programme.updatedAt = now
        try old == nil ? insert(programme) : update(programme)
        try audit(action, .init("programme", programme.id), fields: [], as: party)
    }

    private func check(_ content: Programme.Content) throws {
        let found = try violations(in: content)
        guard found.isEmpty else { throw Refusal.invalid(found) }
    }

    private func requireKept(_ new: Programme, since old: Programme) throws {
        guard let policy = new.content.policy else { throw Refusal.incomplete([.missing("policy")]) }
        if let before = old.content.policy, policy != before {
            guard policy.supersedes(before) else { throw Refusal.invalid([.policyInForce]) }
            if old.status == .published { try requireInForce(policy) }
        }
        let suspected = new.suspicions
        guard suspected.isEmpty else { throw Refusal.guardFailed(suspected) }
    }
}

extension Violation {
    fileprivate static let policyInForce = Violation(
        "policy/version", .immutable,
        Wording(
            "Eine veröffentlichte Fassung bleibt, wie sie ist; wer etwas ändert, gibt ihr eine höhere Nummer.",
            "A published version stays as it is; what is changed gets a higher number."))
}
