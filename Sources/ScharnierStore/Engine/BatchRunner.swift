import SQLite

/// Carries a batch to the point where every job of it has an outcome.
struct BatchRunner: Sendable {
    let connections: ConnectionPool
    let limits: WriterLimits
    let hooks: WriterHooks
    let now: @Sendable () -> ContinuousClock.Instant

    /// Runs `first` and what else `next` gives within `time`, together if possible, else one by one.
    ///
    /// `next` is told how many jobs there are already.
    func run(_ first: Job, for time: Duration = .zero, next: (Int) -> Job? = { _ in nil }) -> FinishedBatch {
        var group = GroupCommit(limits: limits, time: time, now: now)
        do {
            try connections.lend { try commit(&group, first, next, on: $0) }
            return FinishedBatch(
                jobs: group.jobs, outcomes: group.outcomes, commitTime: group.commitTime)
        } catch is TransactionLost {
            return runOthersAlone(group)
        } catch let failure as CommitFailure {
            return afterFailure(failure, of: group)
        } catch {
            // No connection could be had: only the first job was waited for.
            return FinishedBatch(jobs: [first], outcomes: [.failure(error)])
        }
    }

    private func commit(
        _ group: inout GroupCommit, _ first: Job, _ next: (Int) -> Job?, on connection: Connection
    ) throws {
        defer { connection.changes = .anywhere }
        do {
            try group.run(first, next: next, on: connection)
        } catch let lost as TransactionLost {
            connection.isBroken = (lost.cause as? SQLiteError)?.isIOError ?? false
            throw lost
        } catch let failure as CommitFailure {
            connection.isBroken = failure.cause.isIOError
            if failure.isFatal { connection.leaveLogOnClose() }
            throw failure
        }
        hooks.committed(connection)
    }

    /// The last job of the group has its error; every other one gets a transaction of its own.
    private func runOthersAlone(_ group: GroupCommit) -> FinishedBatch {
        var finished = runAlone(group.jobs.dropLast())
        finished.jobs += group.jobs.suffix(1)
        finished.outcomes += group.outcomes.suffix(1)
        return finished
    }

    private func runAlone(_ jobs: ArraySlice<Job>) -> FinishedBatch {
        var finished = FinishedBatch()
        for job in jobs {
            if finished.fatal == nil {
                finished += run(job)
            } else {
                finished += FinishedBatch(jobs: [job], outcomes: [.failure(StoreFailure.outcomeUnknown)])
            }
        }
        return finished
    }

    private func afterFailure(_ failure: CommitFailure, of group: GroupCommit) -> FinishedBatch {
        if failure.cause.isConstraint && group.jobs.count > 1 { return runAlone(group.jobs[...]) }
        let error: any Error =
            if failure.isFatal {
                StoreFailure.outcomeUnknown
            } else if failure.cause.isFull {
                StoreFailure.storageFull
            } else {
                failure.cause
            }
        return FinishedBatch(
            jobs: group.jobs, outcomes: group.jobs.map { _ in .failure(error) },
            fatal: failure.isFatal ? failure.cause : nil)
    }
}

/// Jobs with their outcomes, in order.
struct FinishedBatch {
    var jobs: [Job] = []
    var outcomes: [Result<Job.Answer, any Error>] = []

    /// What the disk said when it failed for good.
    var fatal: SQLiteError?

    /// How long the commit took, if all were kept by one.
    var commitTime: Duration?

    static func += (batch: inout FinishedBatch, more: FinishedBatch) {
        batch.jobs += more.jobs
        batch.outcomes += more.outcomes
        batch.fatal = batch.fatal ?? more.fatal
    }

    /// Tells each caller how its job ended.
    func answer() {
        for (job, outcome) in zip(jobs, outcomes) { job.finish(outcome) }
    }
}
