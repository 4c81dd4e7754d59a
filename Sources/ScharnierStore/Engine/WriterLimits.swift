/// The limits of the writer (operations.md §1, §3).
package struct WriterLimits: Sendable {
    /// Jobs in one commit.
    package var batchJobs = 64

    /// Time after which a batch takes no further job: those in it wait for their answer.
    package var batchTime = Duration.milliseconds(20)

    /// Jobs that may wait.
    package var waitingJobs = 1024

    /// Expected wait beyond which a job is refused: it would come too late to be of use.
    package var expectedWait = Duration.seconds(2)

    /// Time that one job may take in SQLite.
    package var jobTime = Duration.milliseconds(250)

    /// Size of the log beyond which it is cut to nothing as soon as no reader is in the way, in bytes.
    package var logBytes = 32 << 20

    /// Makes the default limits.
    package init() {}
}
