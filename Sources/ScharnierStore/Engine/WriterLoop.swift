import SQLite

/// What the writer's thread does from its start to its end.
struct WriterLoop: Sendable {
    /// How long a checkpoint of an overgrown log waits for readers before it looks for new jobs.
    static let checkpointWaitMilliseconds: Int32 = 20

    let queue: BlockingQueue<Job>
    let runner: BatchRunner
    let pace: Pace

    func run() {
        while let job = queue.take() {
            let start = runner.now()
            let patience = pace.patience(from: start)
            let batch = runner.run(job, for: pace.batchTime(runner.limits)) { collected in
                queue.takeIfAny() ?? wait(with: collected, patience)
            }
            batch.answer()
            if let error = batch.fatal { return fail(error) }
            let time = runner.now() - start
            pace.record(batch.jobs.count, in: time)
            if let commit = batch.commitTime { pace.record(commit: commit) }
            runner.hooks.measured(BatchReport(jobs: batch.jobs.count, time: time))
            cutLog()
        }
        close()
    }

    /// The next job, if one is to be expected soon and comes.
    private func wait(with collected: Int, _ patience: Patience) -> Job? {
        let time = patience.time(with: collected, at: runner.now())
        return time > .zero ? queue.take(within: time) : nil
    }

    /// Nothing more can be trusted to be stored: whoever waits is told so.
    ///
    /// No checkpoint: the connection was closed without touching the log, which the next start reads.
    private func fail(_ error: SQLiteError) {
        queue.close()
        while let job = queue.takeIfAny() { job.fail(StoreFailure.outcomeUnknown) }
        runner.hooks.failed(error)
    }

    /// Cuts an overgrown log; tries again as long as readers are in the way and nothing else is to be done.
    private func cutLog() {
        do {
            var isBlocked = true
            while isBlocked {
                isBlocked = try runner.connections.lend { connection in
                    guard connection.logBytes > runner.limits.logBytes else { return false }
                    let wait = queue.isIdle ? Self.checkpointWaitMilliseconds : 0
                    return try connection.checkpoint(.truncate, waitMilliseconds: wait).wasBlocked
                }
                guard queue.isIdle else { return }
            }
        } catch {
            runner.hooks.checkpointFailed(error)
        }
    }

    private func close() {
        do {
            try runner.connections.lend { _ = try $0.checkpoint(.truncate) }
        } catch {
            runner.hooks.checkpointFailed(error)
        }
        runner.connections.close()
    }
}

extension BlockingQueue {
    /// Whether nothing waits and something may still come.
    fileprivate var isIdle: Bool { count == 0 && !isClosed }
}
