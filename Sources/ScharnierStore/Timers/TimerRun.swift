import Scharnier

/// Does what the clock demands, in short commits between those of others.
struct TimerRun {
    /// Records in one commit: with the hundred microseconds or so of each, others wait for a fraction of a batch.
    static let recordsPerTurn = 16

    /// After how many seconds what went wrong with one record is tried again.
    static let postponement: Int64 = 3600

    let store: SQLiteStore
    let events: TimerEvents

    /// Whether to go on.
    let isWanted: @Sendable () -> Bool

    /// Does everything that is due.
    ///
    /// - Returns: when something is due next.
    /// - Throws: ``StoreFailure`` when the store takes no writes now.
    func run() throws -> Instant? {
        while isWanted() {
            let turn = try turn()
            if !turn.effects.isEmpty { events.fired(turn.effects) }
            guard let next = turn.next, next <= store.now() else { return turn.next }
        }
        return nil
    }

    private func turn() throws -> TimerTurn {
        do {
            return try store.write { try $0.fireDue(atMost: Self.recordsPerTurn) }
        } catch let failure as Scharnier.StoreFailure where failure != .queryTimeout {
            throw failure
        } catch {
            return try turnOneByOne()
        }
    }

    /// One record in each commit, so that one that cannot be dealt with holds up no other.
    private func turnOneByOne() throws -> TimerTurn {
        var turn = TimerTurn()
        let records = try store.read { try $0.due(at: store.now(), limit: Self.recordsPerTurn) }
        for record in records {
            do {
                if let effect = try store.write({ try $0.fire(record) }) { turn.effects.append(effect) }
            } catch {
                events.postponed(record, error)
                let later = store.now().adding(seconds: Self.postponement)
                try store.write { try $0.note(record, dueAt: later) }
            }
        }
        turn.next = try store.read { try $0.nextDue() }
        return turn
    }
}
