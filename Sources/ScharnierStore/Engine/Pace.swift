import Synchronization

/// How long jobs and commits take on average, to tell how long a further job would wait and how long to collect them.
final class Pace: Sendable {
    /// Averages are kept in parts of a job.
    private static let fraction: Int64 = 1024

    /// However slow the disk is: an answer that a caller would notice to be late is not put off for others.
    private static let longestWait = Duration.milliseconds(5)

    private let nanosecondsPerJob = Atomic<Int64>(0)
    private let nanosecondsPerCommit = Atomic<Int64>(0)
    private let jobsPerBatch = Atomic<Int64>(0)

    /// Takes a batch into account: an eighth of the new, seven eighths of the old.
    func record(_ jobs: Int, in time: Duration) {
        nanosecondsPerJob.follow(time.nanoseconds / Int64(max(jobs, 1)))
        jobsPerBatch.follow(Int64(jobs) * Self.fraction)
    }

    /// Takes a commit into account, as a batch.
    func record(commit time: Duration) {
        nanosecondsPerCommit.follow(time.nanoseconds)
    }

    /// For how long the next batch takes jobs.
    func batchTime(_ limits: WriterLimits) -> Duration {
        let time = Duration.nanoseconds(nanosecondsPerCommit.load(ordering: .relaxed)) * limits.commitTimes
        return min(limits.batchTime, max(limits.shortestBatchTime, time))
    }

    /// How long a batch that begins at `start` waits for others to join it: as long as its commit will take.
    func patience(from start: ContinuousClock.Instant) -> Patience {
        let time = Duration.nanoseconds(nanosecondsPerCommit.load(ordering: .relaxed))
        return Patience(
            company: Int(jobsPerBatch.load(ordering: .relaxed) / (2 * Self.fraction)),
            end: start.advanced(by: min(time, Self.longestWait)))
    }

    /// How long a job would wait behind so many others.
    func expectedWait(behind jobs: Int) -> Duration {
        .nanoseconds(nanosecondsPerJob.load(ordering: .relaxed)) * jobs
    }
}

extension Duration {
    /// In whole nanoseconds; at most 292 years.
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}

/// Until when a batch is worth holding open for more jobs.
///
/// Callers come back soon after their answers. A batch of the few that were first would make all others wait for a
/// commit of its own, while they are on their way; so a batch that is still less than half of the usual waits for them.
/// Whoever is alone waits for nobody.
struct Patience {
    /// With so many jobs a batch waits no longer.
    let company: Int
    let end: ContinuousClock.Instant

    /// For how long a batch of so many jobs waits, if at all.
    func time(with jobs: Int, at now: ContinuousClock.Instant) -> Duration {
        jobs < company ? max(.zero, end - now) : .zero
    }
}

extension Atomic<Int64> {
    /// Moves an average: an eighth of the new, seven eighths of the old.
    fileprivate borrowing func follow(_ latest: Int64) {
        let old = load(ordering: .relaxed)
        store(old + (latest - old) / 8, ordering: .relaxed)
    }
}
