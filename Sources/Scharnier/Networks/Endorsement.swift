/// That a network speaks for a need: shown with it, and never a reason to rank it higher.
package struct Endorsement: Equatable, Identifiable, Sendable {
    package let id: Identifier<Endorsement>

    /// The version that the need got by it.
    package let version: Int64
    package let need: Identifier<Need>
    package let network: Identifier<Organization>
    package let statement: String?
    package let at: Instant

    /// An endorsement put together from what is kept of it.
    package init(
        id: Identifier<Endorsement>, version: Int64, need: Identifier<Need>,
        network: Identifier<Organization>, statement: String?, at: Instant
    ) {
        self.id = id
        self.version = version
        self.need = need
        self.network = network
        self.statement = statement
        self.at = at
    }

    /// What breaks a rule of a statement.
    package static func violations(in statement: String?) -> [Violation] {
        Violation.length(of: statement, 0...500, at: "statement")
    }
}

/// Looks up endorsements.
package protocol EndorsementReading {
    /// The endorsements of a need, oldest first.
    func endorsements(of need: Identifier<Need>) throws -> [Endorsement]
}

/// Keeps endorsements.
package protocol EndorsementRepository: EndorsementReading {
    /// Adds an endorsement.
    func insert(_ endorsement: Endorsement) throws

    /// Forgets an endorsement that was withdrawn.
    func delete(_ endorsement: Endorsement) throws
}

extension ReadTransaction {
    /// The endorsement of a need that `party` may see.
    ///
    /// - Throws: ``Refusal/notFound``.
    package func endorsement(
        _ id: Identifier<Endorsement>, of need: Identifier<Need>, for party: Party
    ) throws -> Endorsement {
        let need = try self.need(need, for: party)
        guard let found = try endorsements(of: need.id).first(where: { $0.id == id }) else {
            throw Refusal.notFound
        }
        return found
    }

    /// The endorsement, if `party` may withdraw it: the network, or the officer who acts for it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func endorsementToWithdraw(
        _ id: Identifier<Endorsement>, of need: Identifier<Need>, as party: Party
    ) throws -> Endorsement {
        let endorsement = try endorsement(id, of: need, for: party)
        guard try speaks(party, for: endorsement.network) else { throw Refusal.roleForbidden }
        return endorsement
    }

    fileprivate func speaks(_ party: Party, for network: Identifier<Organization>) throws -> Bool {
        try party.isFrom(network) || organization(network)?.isInCharge(party) == true
    }
}

extension WriteTransaction {
    /// Lets a network speak for a live need of another organisation, once.
    ///
    /// - Throws: ``Refusal``.
    package func endorse(
        _ id: Identifier<Need>, for network: Identifier<Organization>, _ statement: String?, as party: Party
    ) throws -> Endorsement {
        let need = try need(id, for: party)
        let speaker = try requireSpeaker(network, party)
        let found = Endorsement.violations(in: statement)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        guard need.isLive else { throw Refusal.stateConflict(state: need.status.rawValue, allowed: []) }
        try requireEndorsable(need, by: speaker, statement, as: party)
        if let earlier = try endorsements(of: id).first(where: { $0.network == network }) {
            throw Refusal.duplicate(existing: earlier.id.description)
        }
        let endorsement = Endorsement(
            id: newID(), version: try touch(need, "need.endorse", by: party), need: id, network: network,
            statement: statement, at: now)
        try insert(endorsement)
        return endorsement
    }

    /// Takes an endorsement back; nothing is left of it but the entry in the audit log.
    package func withdraw(_ endorsement: Endorsement, as party: Party) throws {
        guard let need = try need(endorsement.need) else { throw Refusal.notFound }
        _ = try touch(need, "need.withdraw_endorsement", by: party)
        try delete(endorsement)
    }

    /// What is shown with a need has changed: it gets a new version, and its readers are told.
    private func touch(_ old: Need, _ action: String, by party: Party) throws -> Int64 {
        var need = old
        try keep(&need, after: old, action, by: party)
        return need.version
    }

    private func requireSpeaker(
        _ network: Identifier<Organization>, _ party: Party
    ) throws -> Organization {
        guard let speaker = try organization(network), speaker.audience.includes(party) else {
            throw Refusal.invalid([.init("network_id", .referenceNotFound, .noSuchReference)])
        }
        guard [.network, .intermediary].contains(speaker.kind), try speaks(party, for: network) else {
            throw Refusal.roleForbidden
        }
        return speaker
    }

    private func requireEndorsable(
        _ need: Need, by speaker: Organization, _ statement: String?, as party: Party
    ) throws(Refusal) {
        try requireStanding(of: speaker, for: "endorse", as: party)
        guard need.carrier != speaker.id else { throw .guardFailed([.conflictOfInterest]) }
        let suspected = PersonalDataLint.failedGuards(in: [statement].compactMap { $0 })
        guard suspected.isEmpty else { throw .guardFailed(suspected) }
    }
}
