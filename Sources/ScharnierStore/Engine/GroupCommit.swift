import SQLite

/// Jobs that share one transaction, and so one sync of the disk.
///
/// Each job has a savepoint of its own: one that is refused leaves no trace, the others go on. Pure of threads.
struct GroupCommit {
    let limits: WriterLimits
    let now: @Sendable () -> ContinuousClock.Instant

    private(set) var jobs: [Job] = []
    private(set) var outcomes: [Result<Job.Answer, any Error>] = []

    init(limits: WriterLimits, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.limits = limits
        self.now = now
    }

    /// Runs `first` and what else `next` gives, and commits.
    ///
    /// - Throws: ``TransactionLost`` when all but one job must be run again, ``CommitFailure`` when all have failed.
    mutating func run(
        _ first: Job, next: () -> Job?, on connection: Connection
    ) throws {
        jobs.append(first)
        let end = now().advanced(by: limits.batchTime)
        try begin(on: connection)
        try attempt(first, on: connection)
        while jobs.count < limits.batchJobs, now() < end, let job = next() {
            jobs.append(job)
            try attempt(job, on: connection)
        }
        try commit(on: connection)
    }

    private func begin(on connection: Connection) throws(CommitFailure) {
        do {
            connection.changes = .anywhere
            try connection.begin(.immediate)
            connection.changes = .inTransaction
        } catch {
            throw CommitFailure(error, during: .begin)
        }
    }

    private func commit(on connection: Connection) throws(CommitFailure) {
        do {
            try connection.commit()
        } catch {
            connection.rollback()
            throw CommitFailure(error, during: .commit)
        }
    }

    private mutating func attempt(_ job: Job, on connection: Connection) throws(TransactionLost) {
        do {
            try connection.run("SAVEPOINT job")
            let answer = try connection.withDeadline(now().advanced(by: limits.jobTime), now: now) {
                try job.run(connection)
            }
            try connection.run("RELEASE job")
            outcomes.append(.success(answer))
        } catch {
            outcomes.append(.failure(connection.inStoreWords(error)))
            guard connection.isInTransaction, takeBackJob(on: connection) else {
                connection.rollback()
                throw TransactionLost(cause: error)
            }
        }
    }

    private func takeBackJob(on connection: Connection) -> Bool {
        do {
            try connection.run("ROLLBACK TO job")
            try connection.run("RELEASE job")
            return true
        } catch {
            return false
        }
    }
}

/// SQLite took the whole transaction back because of the last job.
struct TransactionLost: Error {
    let cause: any Error
}

/// A batch could not be begun or kept.
struct CommitFailure: Error {
    enum Step { case begin, commit }

    let cause: SQLiteError

    /// Whether the disk failed in a way after which nothing it says can be believed.
    ///
    /// After a failed sync the kernel may have dropped the pages; a second sync would lie.
    let isFatal: Bool

    init(_ cause: SQLiteError, during step: Step) {
        self.cause = cause
        isFatal = cause.isSyncFailure || (step == .commit && cause.isIOError)
    }
}
