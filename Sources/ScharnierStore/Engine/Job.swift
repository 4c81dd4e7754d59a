import SQLite

/// One change that waits for the writer, whatever its result.
struct Job: Sendable {
    /// Gives the result to its caller.
    typealias Answer = @Sendable () -> Void

    /// Time that it may take in SQLite, if not that of any job.
    let time: Duration?

    /// Makes the change; may be called again if its transaction was lost.
    let run: @Sendable (Connection) throws -> Answer

    /// Gives an error to the caller instead.
    let fail: @Sendable (any Error) -> Void

    init<Result: Sendable>(
        within time: Duration? = nil, _ job: @escaping @Sendable (Connection) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        self.time = time
        run = { connection in
            let result = try job(connection)
            return { complete(.success(result)) }
        }
        fail = { complete(.failure($0)) }
    }

    /// Tells the caller how it ended.
    func finish(_ outcome: Result<Answer, any Error>) {
        switch outcome {
        case .success(let answer): answer()
        case .failure(let error): fail(error)
        }
    }
}
