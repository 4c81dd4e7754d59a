import Synchronization

/// How long a job takes on average, to tell how long a further one would wait.
final class Pace: Sendable {
    private let nanosecondsPerJob = Atomic<Int64>(0)

    /// Takes a batch into account: an eighth of the new, seven eighths of the old.
    func record(_ jobs: Int, in time: Duration) {
        let latest = time.nanoseconds / Int64(max(jobs, 1))
        let old = nanosecondsPerJob.load(ordering: .relaxed)
        nanosecondsPerJob.store(old + (latest - old) / 8, ordering: .relaxed)
    }

    /// How long a job would wait behind so many others.
    func expectedWait(behind jobs: Int) -> Duration {
        .nanoseconds(nanosecondsPerJob.load(ordering: .relaxed)) * jobs
    }
}

extension Duration {
    /// In whole nanoseconds; at most 292 years.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
