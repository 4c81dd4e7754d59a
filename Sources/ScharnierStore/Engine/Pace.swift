import Synchronization

/// How long jobs and commits take on average, to tell how long a further job would wait and how long to collect them.
final class Pace: Sendable {
    private let nanosecondsPerJob = Atomic<Int64>(0)
    private let nanosecondsPerCommit = Atomic<Int64>(0)

    /// Takes a batch into account: an eighth of the new, seven eighths of the old.
    func record(_ jobs: Int, in time: Duration) {
        let latest = time.nanoseconds / Int64(max(jobs, 1))
        let old = nanosecondsPerJob.load(ordering: .relaxed)
        nanosecondsPerJob.store(old + (latest - old) / 8, ordering: .relaxed)
    }

    /// Takes a commit into account, as a batch.
    func record(commit time: Duration) {
        let old = nanosecondsPerCommit.load(ordering: .relaxed)
        nanosecondsPerCommit.store(old + (time.nanoseconds - old) / 8, ordering: .relaxed)
    }

    /// For how long the next batch takes jobs.
    func batchTime(_ limits: WriterLimits) -> Duration {
        let time = Duration.nanoseconds(nanosecondsPerCommit.load(ordering: .relaxed)) * limits.commitTimes
        return min(limits.batchTime, max(limits.shortestBatchTime, time))
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
