/// A change of state that happened: the document of domain.md §0.
package struct Transition: Equatable, Identifiable, Sendable {
    package let id: Identifier<Transition>
    package let subject: Subject
    package let subjectID: Identifier<Change>
    package let event: String
    package let from: String
    package let to: String

    /// Who fired it; no organisation for the product itself.
    package let organization: Identifier<Organization>?
    package let role: Role
    package let reasonCode: String?
    package let note: String?
    package let at: Instant

    /// A transition put together from what is kept of it.
    package init(
        id: Identifier<Transition>, subject: Subject, subjectID: Identifier<Change>, event: String,
        from: String,
        to: String, organization: Identifier<Organization>?, role: Role, reasonCode: String?, note: String?,
        at: Instant
    ) {
        self.id = id
        self.subject = subject
        self.subjectID = subjectID
        self.event = event
        self.from = from
        self.to = to
        self.organization = organization
        self.role = role
        self.reasonCode = reasonCode
        self.note = note
        self.at = at
    }

    /// The longest note, in Unicode scalars.
    package static let noteLength = 0...2000
}

/// What a caller sends to fire an event, besides the event itself.
package struct TransitionFacts: Equatable, Sendable {
    package var reasonCode: String?
    package var note: String?
    package var outcome: String?

    /// A new date, for events that need one.
    package var neededByOn: Day?

    /// How an organisation was verified.
    package var method: String?

    /// Whether whoever submits has seen what the texts may hold of persons.
    package var acknowledgesLint: Bool

    /// How much was given, or has arrived, of which lines; `nil`: all that is left.
    package var portions: [Commitment.Portion]?

    /// Facts that go with an event.
    package init(
        reasonCode: String? = nil, note: String? = nil, outcome: String? = nil, neededByOn: Day? = nil,
        method: String? = nil, acknowledgesLint: Bool = false, portions: [Commitment.Portion]? = nil
    ) {
        self.portions = portions
        self.acknowledgesLint = acknowledgesLint
        self.reasonCode = reasonCode
        self.note = note
        self.outcome = outcome
        self.neededByOn = neededByOn
        self.method = method
    }
}

extension TransitionFacts {
    /// What breaks a rule that holds for every event.
    package func violations() -> [Violation] {
        Violation.length(of: note, Transition.noteLength, at: "note")
    }

    /// Refuses a reason code that is missing or not in the list, and a note that is too long.
    ///
    /// - Throws: ``Refusal/invalid(_:)``.
    func requireReason(among codes: [String]) throws(Refusal) {
        var found = Violation.length(of: note, Transition.noteLength, at: "note")
        if let reasonCode, !codes.contains(reasonCode) {
            let text = Wording("Dieser Grund steht nicht zur Wahl.", "This reason is not among the choices.")
            found.append(.init("reason_code", .notInEnum, text, allowed: codes))
        } else if reasonCode == nil {
            found.append(.missing("reason_code"))
        }
        guard found.isEmpty else { throw .invalid(found) }
    }
}

/// What firing an event did.
package struct Fired<Entity: Sendable>: Sendable {
    package let transition: Transition
    package let item: Entity

    /// Whether it had been fired before, by the same side, so that nothing changed now.
    package let isRepeat: Bool
}

/// Reads the log of state changes.
package protocol TransitionReading {
    /// The log of one record, oldest first.
    func transitions(of subject: Subject, _ id: Identifier<Change>) throws -> [Transition]

    /// The whole logs of all records of a kind that moved since `moment`, in these areas or anywhere; oldest first.
    func transitions(of subject: Subject, movedSince moment: Instant, in areas: Set<Identifier<Area>>?) throws
        -> [Transition]
}

/// Keeps the log of state changes.
package protocol TransitionRepository: TransitionReading {
    /// Appends a transition.
    func append(_ transition: Transition) throws

    /// Puts another remark in the place of one that holds personal data, or none.
    func replaceNote(of id: Identifier<Transition>, by text: String?) throws
}

extension WriteTransaction {
    /// Logs that `event` led from one state to another.
    func log<Entity>(
        _ event: String, of subject: Subject, _ id: Identifier<Entity>, from: String, to: String,
        facts: TransitionFacts, by party: Party
    ) throws -> Transition {
        let transition = Transition(
            id: newID(), subject: subject, subjectID: .init(id), event: event, from: from, to: to,
            organization: party.organization, role: party.role, reasonCode: facts.reasonCode,
            note: facts.note,
            at: now)
        try append(transition)
        return transition
    }

    /// The last transition of a record, if it was this event by this very organisation: then asking again
    /// is harmless and changes nothing (api.md §2).
    func earlier<Entity>(
        _ event: String, of subject: Subject, _ id: Identifier<Entity>, by party: Party
    ) throws -> Transition? {
        let last = try transitions(of: subject, .init(id)).last
        guard let last, last.event == event, last.organization == party.organization else { return nil }
        return last
    }
}
