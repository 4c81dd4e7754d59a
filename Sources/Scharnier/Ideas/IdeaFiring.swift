extension WriteTransaction {
    /// Fires an event of an idea; to adopt one is to begin a need of one's own with it.
    ///
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: Idea.Event, on id: Identifier<Idea>, facts: TransitionFacts, as party: Party
    ) throws -> Fired<Idea> {
        let old = try ideaToMove(id, as: party)
        if let earlier = try earlier(event.rawValue, of: .idea, id, by: party),
            earlier.to == old.status.rawValue
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let step = try Idea.machine.step(event, in: old.status, as: old.actors(of: party))
        var new = old
        switch event {
        // Again: what is known to name a person may have grown since it was handed in.
        case .publish: try old.content.requireNobodyNamed()
        case .adopt: new.adoption = try adopt(old, as: party)
        case .drop: break
        }
        new.status = step.to ?? old.status
        let transition = try log(
            event.rawValue, of: .idea, id, from: old.status.rawValue, to: new.status.rawValue, facts: facts,
            by: party)
        try keep(&new, after: old, "idea.\(event.rawValue)", by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }

    /// The draft of a need of the caller's organisation, which says what the idea says.
    ///
    /// Areas and topics are those that still hold: what has ended since would make the draft unsound.
    private func adopt(_ idea: Idea, as party: Party) throws -> Idea.Adoption {
        guard let carrier = party.organization else { throw Refusal.roleForbidden }
        try requireStanding(of: organization(carrier), for: Idea.Event.adopt.rawValue, as: party)
        let (taxonomy, tree) = (try taxonomy(), try areaTree())
        var content = idea.content.draft
        content.beneficiaryAreas = content.beneficiaryAreas.filter {
            tree.areas[$0]?.validity.contains(today) == true
        }
        content.topics = content.topics.filter {
            taxonomy.violation(of: $0, in: .topic, on: today, at: "topics") == nil
        }
        let need = try createNeed(NeedProposal(content, items: []), for: carrier, as: party)
        return .init(by: carrier, as: need.id)
    }
}

extension Idea.Content {
    /// Refuses what surely names a person.
    func requireNobodyNamed() throws(Refusal) {
        let suspected = PersonalDataLint.failedGuards(in: [title, text].compactMap { $0 })
        guard suspected.isEmpty else { throw .guardFailed(suspected) }
    }
}
