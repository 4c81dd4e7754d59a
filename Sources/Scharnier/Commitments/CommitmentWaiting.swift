extension Commitment {
    /// For whom it waits; nobody once it has come to its end, or while the city decides.
    package var waitingOn: [Side] {
        switch status {
        case .drafted: unsigned
        case .confirmed, .inDelivery: [.supplier]
        case .delivered: [.carrier]
        case .acknowledged:
            [Side.carrier, .supplier].filter { side in
                !outcomes.contains { $0.side.rawValue == side.rawValue }
            }
        case .evaluated, .closed, .disputed, .cancelled, .discarded: []
        }
    }
}

extension Commitment {
    /// What it waits for.
    var waiting: Waiting? {
        let kind: InboxTask.Kind? =
            switch status {
            case .drafted: .signCommitment
            case .confirmed, .inDelivery: .deliverCommitment
            case .delivered: .acknowledgeCommitment
            case .acknowledged: .evaluateCommitment
            case .disputed: .decideDispute
            case .evaluated, .closed, .cancelled, .discarded: nil
            }
        let deciders: Set<Actor> = status == .disputed ? [.officer, .city] : []
        return kind.map { Waiting(kind: $0, actors: deciders.union(waitingOn.map(\.actor))) }
    }
}

extension Commitment {
    /// What the clock does to it next; `nil` while it waits for people only.
    package var due: Due<TimerEffect>? {
        switch status {
        case .confirmed: Due(.start, content.startsOn.map { LocalTime.start(of: $0) })
        // Silence of the sides does not keep it open for ever (domain.md §5.6, `close`).
        case .acknowledged: Due(.close, waitsUntil?.adding(days: Self.closingDays))
        case .evaluated: Due(.close, updatedAt)
        case .drafted, .inDelivery, .delivered, .closed, .disputed, .cancelled, .discarded: nil
        }
    }

    /// Days after the outcome was due (domain.md §5.6).
    static let closingDays = 28
}
