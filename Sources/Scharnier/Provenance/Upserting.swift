/// A record as its source describes it, of whatever kind.
package protocol ExternalDraft: Sendable {
    /// What the source says, member by member.
    var prints: [Print] { get }

    /// Creates the record.
    func create(in tx: any WriteTransaction, as party: Party) throws -> ExternalRecord

    /// The record as it is, if `party` may still write it.
    func current(
        _ id: Identifier<ExternalReference>, in tx: any WriteTransaction, as party: Party
    ) throws -> ExternalRecord

    /// Makes these members of the record what the source says.
    func take(
        _ members: [String], into id: Identifier<ExternalReference>, in tx: any WriteTransaction,
        as party: Party
    ) throws -> ExternalRecord
}

/// A record with a counterpart elsewhere, as it is after a step.
package struct ExternalRecord: Equatable, Sendable {
    package let id: Identifier<ExternalReference>
    package let version: Int64
    package let prints: [Print]

    /// A record in one version.
    package init(id: Identifier<ExternalReference>, version: Int64, prints: [Print]) {
        self.id = id
        self.version = version
        self.prints = prints
    }
}

/// What an upsert came to.
package struct Upsert: Equatable, Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case created, updated, unchanged
    }

    package let outcome: Outcome
    package let reference: ExternalReference
    package let version: Int64

    /// The members that keep what was edited here.
    package let conflicts: [String]
}

extension WriteTransaction {
    /// Brings a record in line with its source: created at first, later changed where the source changed.
    ///
    /// - Parameters:
    ///   - draft: what the source says.
    ///   - key: what the source calls it.
    ///   - origin: what the source says about its own copy.
    ///   - isCreating: whether a record that is there already is refused.
    ///   - party: who brings it; only its own names are looked at, so nothing of others is ever touched.
    /// - Returns: what came of it.
    /// - Throws: ``Refusal``, ``Refusal/staleSource(since:)`` for something older than what was brought last.
    package func upsert(
        _ draft: some ExternalDraft, _ key: ExternalReference.Key, from origin: ExternalReference.Origin,
        isCreating: Bool = false, as party: Party
    ) throws -> Upsert {
        guard key.kind.isWritable(by: party) else { throw Refusal.roleForbidden }
        guard var reference = try externalReference(key) else {
            return try create(draft, key, origin, as: party)
        }
        let current = try draft.current(reference.record, in: self, as: party)
        if isCreating { throw Refusal.versionMismatch(current: current.version) }
        if let known = reference.origin.updatedAt, let said = origin.updatedAt, said < known {
            throw Refusal.staleSource(since: known)
        }
        let plan = Reconciliation(
            current: current.prints, incoming: draft.prints, last: reference.members)
        let record =
            plan.taken.isEmpty
            ? current : try draft.take(plan.taken, into: current.id, in: self, as: party)
        // A source that says nothing of itself takes nothing back.
        reference.origin = .init(
            url: origin.url ?? reference.origin.url,
            updatedAt: origin.updatedAt ?? reference.origin.updatedAt)
        reference.lastSeenAt = now
        reference.members = plan.members(after: record.prints)
        try keep(reference)
        return Upsert(
            outcome: record.version == current.version ? .unchanged : .updated, reference: reference,
            version: record.version, conflicts: plan.conflicts)
    }

    private func create(
        _ draft: some ExternalDraft, _ key: ExternalReference.Key, _ origin: ExternalReference.Origin,
        as party: Party
    ) throws -> Upsert {
        let record = try draft.create(in: self, as: party)
        let plan = Reconciliation(current: record.prints, incoming: draft.prints, last: [])
        let reference = ExternalReference(
            key: key, record: record.id, origin: origin, firstSeenAt: now, lastSeenAt: now,
            members: plan.members(after: record.prints))
        try keep(reference)
        return Upsert(outcome: .created, reference: reference, version: record.version, conflicts: [])
    }
}
