/// What a side says came of a commitment (domain.md §4.5, R-35).
package struct Outcome: Equatable, Sendable {
    package let side: Side
    package var goalMet: GoalMet
    package var peopleReached: PeopleReached?
    package var hours: Int64?

    /// What was given besides money, as this side values it.
    package var inKindCents: Int64?
    package var whatChanged: String?
    package var wouldRepeat: WouldRepeat?

    /// Whether this side agrees that a story is told of it.
    package var consentsToStory: Bool
    package var at: Instant

    package enum Side: String, CaseIterable, Sendable {
        case carrier, supplier
    }

    package enum GoalMet: String, CaseIterable, Sendable {
        case yes, partly, no
    }

    package enum PeopleReached: String, CaseIterable, Sendable {
        case none = "0"
        case from1 = "1_4"
        case from5 = "5_19"
        case from20 = "20_49"
        case from50 = "50_99"
        case from100 = "100_plus"
    }

    package enum WouldRepeat: String, CaseIterable, Sendable {
        case yes, no, unsure
    }

    /// An answer to whether the goal was met.
    package init(
        side: Side, goalMet: GoalMet, peopleReached: PeopleReached? = nil, hours: Int64? = nil,
        inKindCents: Int64? = nil, whatChanged: String? = nil, wouldRepeat: WouldRepeat? = nil,
        consentsToStory: Bool = false, at: Instant
    ) {
        self.side = side
        self.goalMet = goalMet
        self.peopleReached = peopleReached
        self.hours = hours
        self.inKindCents = inKindCents
        self.whatChanged = whatChanged
        self.wouldRepeat = wouldRepeat
        self.consentsToStory = consentsToStory
        self.at = at
    }
}

extension Outcome {
    /// What breaks a rule, in the order of the members.
    package func violations() -> [Violation] {
        Violation.range(of: hours, 0...100_000, at: "hours")
            + Violation.range(of: inKindCents, Commitment.amounts, at: "in_kind_value_cents")
            + Violation.length(of: whatChanged, 0...2000, at: "what_changed")
    }
}

extension WriteTransaction {
    /// Takes what a side says came of it; with the second answer the commitment is evaluated (domain.md §5.6).
    ///
    /// - Throws: ``Refusal``; each side answers once.
    package func evaluate(
        _ id: Identifier<Commitment>, _ outcome: Outcome, as party: Party
    ) throws -> Fired<Commitment> {
        let old = try commitmentToMove(id, as: party)
        let actor: Actor = outcome.side == .carrier ? .carrier : .supplier
        guard try actors(of: party, in: old).contains(actor) else { throw Refusal.roleForbidden }
        let found = outcome.violations()
        guard found.isEmpty else { throw Refusal.invalid(found) }
        guard !old.outcomes.contains(where: { $0.side == outcome.side }) else {
            throw Refusal.duplicate(existing: nil)
        }
        _ = try Commitment.machine.step(.evaluate, in: old.status, as: [actor])
        let side = outcome.side == .carrier ? old.carrier : old.supplier
        try requireStanding(of: try organization(side), for: "evaluate", as: party)
        var new = old
        var answer = outcome
        answer.at = now
        new.outcomes.append(answer)
        if new.outcomes.count == Outcome.Side.allCases.count {
            new.status = .evaluated
            new.waitsUntil = nil
        }
        return try finish(.evaluate, new, after: old, facts: .init(), as: party)
    }
}
