extension Programme {
    /// The events of domain.md §5.7.
    package enum Event: String, CaseIterable, Sendable {
        case publish, suspend, close
    }

    package static let machine = StateMachine<Status, Event>([
        Step([.draft, .suspended], .publish, to: .published, by: [.owner]),
        Step([.published], .suspend, to: .suspended, by: [.owner]),
        Step([.published, .suspended], .close, to: .closed, by: [.owner]),
    ])

    /// In what relations `party` may fire events: only the organisation that gives decides, nobody in its place.
    package func actors(of party: Party) -> Set<Actor> { party.isFrom(organization) ? [.owner] : [] }

    /// Whether it ends when its organisation does: whatever is open, or could be again.
    var isEndable: Bool { status == .published || status == .suspended }
}
