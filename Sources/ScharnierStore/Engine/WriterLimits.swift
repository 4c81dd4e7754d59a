/// The limits of the writer (operations.md §1, §3).
package struct WriterLimits: Sendable {
    /// Jobs in one commit.
    package var batchJobs = 64

    /// Time after which a batch takes no further job: those in it wait for their answer.
    package var batchTime = Duration.milliseconds(20)

    /// Time for which a batch takes jobs however fast the disk is.
    package var shortestBatchTime = Duration.milliseconds(2)

    /// In between, a batch takes jobs for so many times as long as its commit will take.
    ///
    /// The commit then costs a third of the time at most, and callers get their answers, and send what comes next,
    /// while the next batch is being worked on: with 64 callers on a fast disk a third more is stored than if all
    /// waited for one commit.
    package var commitTimes = 2

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
