extension WriteTransaction {
    /// Fires an event of a programme (domain.md §5.7).
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Programme.Event, on id: Identifier<Programme>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Programme> {
        let old = try programmeToRevise(id, as: party)
        if let earlier = try earlier(event.rawValue, of: .programme, id, by: party),
            earlier.to == old.status.rawValue
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let step = try Programme.machine.step(event, in: old.status, as: old.actors(of: party))
        try requireStanding(of: organization(old.organization), for: event.rawValue, as: party)
        if event == .publish { try requirePublishable(old) }
        var new = old
        new.status = step.to ?? old.status
        let transition = try log(
            event.rawValue, of: .programme, id, from: old.status.rawValue, to: new.status.rawValue,
            facts: facts, by: party)
        try keep(&new, after: old, "programme.\(event.rawValue)", by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// Closes what an organisation gave when the organisation itself is closed.
    func endProgrammes(of organization: Identifier<Organization>, as party: Party) throws {
        for old in try programmes(of: organization) where old.isEndable {
            var new = old
            new.status = .closed
            try keep(&new, after: old, "programme.close", by: party)
            _ = try log(
                "close", of: .programme, old.id, from: old.status.rawValue, to: new.status.rawValue,
                facts: .init(), by: .system)
        }
    }

    private func requirePublishable(_ programme: Programme) throws {
        guard let policy = programme.content.policy else {
            throw Refusal.incomplete([.missing("policy")])
        }
        var failed = programme.suspicions
        if try organization(programme.organization)?.verification.status != .verified {
            failed.append(.ownerUnverified)
        }
        guard failed.isEmpty else { throw Refusal.guardFailed(failed) }
        try requireInForce(policy)
    }

    /// Refuses a policy that does not hold today.
    func requireInForce(_ policy: Programme.Policy) throws(Refusal) {
        guard !policy.isInForce(on: today) else { return }
        let text = Wording(
            "Die Förderrichtlinie gilt heute nicht.", "The policy is not in force today.")
        let fix = Wording(
            "valid_from_on und valid_to_on der Richtlinie anpassen.",
            "Adjust valid_from_on and valid_to_on of the policy.")
        throw .guardFailed([.init("policy_not_in_force", text, fix: fix)])
    }
}

extension Programme {
    /// What in its texts surely identifies a person.
    var suspicions: [FailedGuard] {
        let texts = [content.title, content.summary, content.policy?.legalBasis, content.policy?.note]
        return PersonalDataLint.failedGuards(
            in: texts.compactMap { $0 } + content.awards.map(\.recipient))
    }
}

extension FailedGuard {
    fileprivate static let ownerUnverified = FailedGuard(
        "organization_unverified",
        Wording("Diese Organisation ist noch nicht geprüft.", "This organisation is not verified yet."),
        fix: Wording("Die Stadt prüft sie.", "The city verifies it."))
}
