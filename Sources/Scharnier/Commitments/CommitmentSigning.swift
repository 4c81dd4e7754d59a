extension WriteTransaction {
    /// Signs a revision for a side; the last signature confirms the commitment (domain.md §5.6).
    ///
    /// What is promised is taken at the latest then. Funding checks of domain.md §8.4 do not exist yet, and so bind nobody.
    /// - Throws: ``Refusal``.
    package func sign(
        _ id: Identifier<Commitment>, revision: Int64, for side: Commitment.Side, as party: Party
    ) throws -> Fired<Commitment> {
        let old = try commitmentToMove(id, as: party)
        let organization = try requireSide(side, of: old, as: party)
        if let earlier = try earlierSignature(side, revision, of: old) {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        _ = try Commitment.machine.step(.sign, in: old.status, as: [side.actor])
        for side in [organization, old.carrier, old.supplier] {
            try requireStanding(of: try self.organization(side), for: "sign", as: party)
        }
        guard revision == old.revision else { throw Refusal.guardFailed([.revisionChanged]) }
        try requireSignable(old)
        var new = old
        new.signatures.append(
            .init(side: side, organization: organization, revision: revision, at: now))
        if new.unsigned.isEmpty { try confirm(&new, as: party) }
        try keep(&new, after: old, "commitment.sign", by: party)
        let transition = try log(
            "sign", of: .commitment, id, from: old.status.rawValue, to: new.status.rawValue,
            facts: .init(), by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    private func requireSide(
        _ side: Commitment.Side, of commitment: Commitment, as party: Party
    ) throws -> Identifier<Organization> {
        guard let organization = commitment.organization(of: side), commitment.signatories.contains(side)
        else {
            let text = Wording("Diese Seite unterschreibt nicht mit.", "This side does not sign.")
            throw Refusal.invalid([
                .init("side", .notInEnum, text, allowed: commitment.signatories.map(\.rawValue))
            ])
        }
        guard try actors(of: party, in: commitment).contains(side.actor) else { throw Refusal.roleForbidden }
        return organization
    }

    /// Signing what one has signed is harmless.
    private func earlierSignature(
        _ side: Commitment.Side, _ revision: Int64, of commitment: Commitment
    ) throws -> Transition? {
        let signature = commitment.signatures.first { $0.side == side && $0.revision == revision }
        guard let signature else { return nil }
        return try transitions(of: .commitment, .init(commitment.id)).last {
            $0.event == "sign" && $0.at == signature.at
        }
    }

    private func requireSignable(_ commitment: Commitment) throws {
        let missing = commitment.missing()
        guard missing.isEmpty else { throw Refusal.incomplete(missing) }
        guard let need = try need(commitment.need) else { throw Refusal.notFound }
        // Also of what was taken for the draft already: the need may have ended since.
        try requireOpen(commitment)
        try requireVerified(commitment)
        guard commitment.isMeasured(as: need) else { throw Refusal.guardFailed([.revisionChanged]) }
        let host = try commitment.host.flatMap { try organization($0) }
        let failed = commitment.failedGuards(
            need: need, carrier: try organization(commitment.carrier), host: host,
            city: try areaTree().city(on: today)?.id)
        guard failed.isEmpty else { throw Refusal.guardFailed(failed) }
    }

    /// Only whom the city has verified binds itself (domain.md §3.1).
    private func requireVerified(_ commitment: Commitment) throws {
        let signing = commitment.signatories.compactMap { commitment.organization(of: $0) }
        for id in [commitment.carrier, commitment.supplier] + signing {
            guard try organization(id)?.verification.status == .verified else {
                throw Refusal.guardFailed([.sideNotVerified])
            }
        }
    }

    /// Both sides promised the same: the talks have come to their end, if nobody said so before.
    private func confirm(_ commitment: inout Commitment, as party: Party) throws {
        commitment.status = .confirmed
        commitment.waitsUntil = commitment.content.deliveryDueOn.map { LocalTime.start(of: $0.adding(1)) }
        guard commitment.takenAt == nil, let old = try introduction(commitment.introduction) else { return }
        _ = try Introduction.machine.step(.agree, in: old.status, as: [.carrier, .supplier])
        var introduction = old
        try take(&commitment, from: &introduction, as: party)
        introduction.status = .agreed
        try keep(&introduction, after: old, "introduction.agree", by: party)
        _ = try log(
            "agree", of: .introduction, old.id, from: old.status.rawValue, to: "agreed", facts: .init(),
            by: party)
    }
}
