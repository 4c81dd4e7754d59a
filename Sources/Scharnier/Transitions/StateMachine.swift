/// In what relation a caller may fire an event (domain.md §5, column "actor").
package enum Actor: Hashable, Sendable {
    case owner, officer, city, carrier, supplier, host, broker, proposer, network, system
}

/// One row of a state machine.
package struct Step<State: Hashable & Sendable, Event: Hashable & Sendable>: Sendable {
    package let from: Set<State>
    package let event: Event

    /// Where it leads; `nil` where the record itself tells.
    package let to: State?
    package let actors: Set<Actor>

    /// From any of these states, by any of these actors.
    package init(_ from: Set<State>, _ event: Event, to: State?, by actors: Set<Actor>) {
        self.from = from
        self.event = event
        self.to = to
        self.actors = actors
    }
}

/// All rows of a state machine; what is not listed is not possible.
package struct StateMachine<State, Event>: Sendable
where
    State: Hashable & Sendable & RawRepresentable<String>,
    Event: Hashable & Sendable & CaseIterable & RawRepresentable<String>
{
    package let steps: [Step<State, Event>]

    /// The machine with these rows.
    package init(_ steps: [Step<State, Event>]) {
        self.steps = steps
    }

    /// The row for `event` in `state`.
    ///
    /// - Throws: ``Refusal/roleForbidden`` if no row lets any of `actors` fire the event at all, else
    ///   ``Refusal/stateConflict(state:allowed:)`` if none does so in `state`.
    package func step(_ event: Event, in state: State, as actors: Set<Actor>) throws(Refusal) -> Step<
        State, Event
    > {
        let rows = steps.filter { $0.event == event && !$0.actors.isDisjoint(with: actors) }
        guard !rows.isEmpty else { throw .roleForbidden }
        guard let row = rows.first(where: { $0.from.contains(state) }) else {
            throw .stateConflict(
                state: state.rawValue, allowed: allowed(in: state, as: actors).map(\.rawValue))
        }
        return row
    }

    /// The events that any of `actors` can fire in `state`, in the order of the rows.
    package func allowed(in state: State, as actors: Set<Actor>) -> [Event] {
        steps.filter { $0.from.contains(state) && !$0.actors.isDisjoint(with: actors) }.map(\.event)
    }
}
