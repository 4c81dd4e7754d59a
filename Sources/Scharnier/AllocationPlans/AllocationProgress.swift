extension AllocationRecord {
    /// How far a plan is (matching.md §13).
    package enum Status: String, CaseIterable, Sendable {
        /// Its inputs were read; others are planned first.
        case queued
        case running
        case done
        /// There is no plan, and ``AllocationRecord/failure`` says why.
        case failed
        case cancelled

        /// Whether there may still be a plan.
        package var isUnderWay: Bool { self == .queued || self == .running }
    }

    /// What people can do about a plan.
    package enum Event: String, CaseIterable, Sendable {
        case cancel
    }

    /// Why there is no plan.
    package enum Failure: String, CaseIterable, Sendable {
        /// More pairs fit than can be planned for.
        case tooManyPairs = "too_many_pairs"
        /// The program was stopped before it was made.
        case interrupted
        /// It did not stand up to its check: a defect of the program.
        case defect
    }

    package static let machine = StateMachine<Status, Event>([
        Step([.queued, .running], .cancel, to: .cancelled, by: [.owner, .city])
    ])

    /// In what relations `party` may fire events.
    package func actors(of party: Party) -> Set<Actor> {
        switch closeness(of: party) {
        case .city: [.city]
        case .own: [.owner]
        case .party, .anyone: []
        }
    }

    /// Nobody waits longer for a plan: the largest takes seconds, and imports, which are taken first, minutes.
    private static let mostSeconds: Int64 = 900

    /// What the clock does to it next; `nil` once nothing more happens to it by itself.
    package var due: Due<TimerEffect>? {
        status.isUnderWay ? Due(.giveUp, createdAt.adding(seconds: Self.mostSeconds)) : nil
    }
}

extension WriteTransaction {
    /// Notes that a plan is being made now.
    ///
    /// - Returns: whether it is still wanted.
    package func beginPlan(_ id: Identifier<AllocationRecord>) throws -> Bool {
        guard var record = try allocationRecord(id), record.status == .queued else { return false }
        let old = record
        record.status = .running
        try keep(&record, after: old, "allocation_plan.begin", by: .system)
        return true
    }

    /// Keeps a plan that has been made, unless it was cancelled or given up meanwhile.
    package func finishPlan(
        _ id: Identifier<AllocationRecord>, _ lines: [AllocationRecord.Line], document: [UInt8]
    ) throws {
        guard var record = try allocationRecord(id), record.status == .running else { return }
        let old = record
        (record.status, record.lines, record.document) = (.done, lines, document)
        try keep(&record, after: old, "allocation_plan.finish", by: .system)
    }

    /// Notes that there will be no plan, unless that is known.
    package func failPlan(_ id: Identifier<AllocationRecord>, _ failure: AllocationRecord.Failure) throws {
        guard var record = try allocationRecord(id), record.status.isUnderWay else { return }
        let old = record
        (record.status, record.failure) = (.failed, failure)
        try keep(&record, after: old, "allocation_plan.fail", by: .system)
    }

    /// Fires an event of a plan.
    ///
    /// What is being reckoned goes on to its end; what comes out is not kept.
    /// - Throws: ``Refusal``.
    package func fire(
        _ event: AllocationRecord.Event, on id: Identifier<AllocationRecord>, facts: TransitionFacts,
        as party: Party
    ) throws -> Fired<AllocationRecord> {
        let old = try allocationRecord(id, for: party)
        if let earlier = try earlier(event.rawValue, of: .allocationPlan, id, by: party),
            earlier.to == old.status.rawValue
        {
            return Fired(transition: earlier, item: old, isRepeat: true)
        }
        let step = try AllocationRecord.machine.step(event, in: old.status, as: old.actors(of: party))
        var new = old
        new.status = step.to ?? old.status
        let transition = try log(
            event.rawValue, of: .allocationPlan, id, from: old.status.rawValue, to: new.status.rawValue,
            facts: facts, by: party)
        try keep(&new, after: old, "allocation_plan.\(event.rawValue)", by: party)
        return Fired(transition: transition, item: new, isRepeat: false)
    }
}
