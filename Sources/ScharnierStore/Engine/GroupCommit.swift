import SQLite

/// Jobs that share one transaction, and so one sync of the disk.
///
/// A job that is refused leaves no trace, the others go on. Pure of threads.
struct GroupCommit {
    let limits: WriterLimits

    /// For how long jobs are taken.
    let time: Duration
    let now: @Sendable () -> ContinuousClock.Instant

    private(set) var jobs: [Job] = []
    private(set) var outcomes: [Result<Job.Answer, any Error>] = []

    /// Whether each job has a savepoint of its own.
    ///
    /// For a savepoint SQLite copies each page that the job is the first to change, a third of the cost of a write
    /// (sqlite.org/tempfiles.html §2.3), and nearly all jobs are refused before they change anything. So the first
    /// job that changes something and then fails has the group run again, with savepoints from then on.
    private var hasSavepoints = false

    /// How long the commit took.
    private(set) var commitTime = Duration.zero

    init(limits: WriterLimits, time: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.limits = limits
        self.time = time
        self.now = now
    }

    /// Runs `first` and what else `next` gives, and commits.
    ///
    /// - Throws: ``TransactionLost`` when all but one job must be run again, ``CommitFailure`` when all have failed.
    mutating func run(
        _ first: Job, next: (Int) -> Job?, on connection: Connection
    ) throws {
        let end = now().advanced(by: time)
        try begin(on: connection)
        try take(first, on: connection)
        while jobs.count < limits.batchJobs, now() < end, let job = next(jobs.count) {
            try take(job, on: connection)
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

    private mutating func commit(on connection: Connection) throws(CommitFailure) {
        let start = now()
        do {
            try connection.commit()
            commitTime = now() - start
        } catch {
            connection.rollback()
            throw CommitFailure(error, during: .commit)
        }
    }

    private mutating func take(_ job: Job, on connection: Connection) throws {
        jobs.append(job)
        if try !attempt(job, on: connection) { try startAgain(on: connection) }
    }

    /// Runs all jobs so far once more, each with a savepoint.
    private mutating func startAgain(on connection: Connection) throws {
        connection.rollback()
        try begin(on: connection)
        hasSavepoints = true
        outcomes = []
        let again = jobs
        jobs = []
        for job in again { try take(job, on: connection) }
    }

    /// Runs a job and notes its outcome.
    ///
    /// - Returns: false if it left changes that cannot be taken back alone.
    private mutating func attempt(_ job: Job, on connection: Connection) throws(TransactionLost) -> Bool {
        let changes = connection.totalChanges
        do {
            let answer =
                try hasSavepoints
                ? connection.attempting { try run(job, on: connection) } : run(job, on: connection)
            outcomes.append(.success(answer))
            return true
        } catch {
            outcomes.append(.failure(connection.inStoreWords(error)))
            guard connection.isInTransaction else { throw lost(error, on: connection) }
            return hasSavepoints || connection.totalChanges == changes
        }
    }

    private func run(_ job: Job, on connection: Connection) throws -> Job.Answer {
        let answer = try connection.withDeadline(now().advanced(by: job.time ?? limits.jobTime), now: now) {
            try job.run(connection)
        }
        // A job may not have noticed, or not have told, that SQLite took everything back.
        guard connection.isInTransaction else { throw SQLiteError.takenBack }
        return answer
    }

    private func lost(_ cause: any Error, on connection: Connection) -> TransactionLost {
        connection.rollback()
        return TransactionLost(cause: cause)
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
