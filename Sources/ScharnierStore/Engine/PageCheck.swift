import SQLite
import Synchronization

/// Looks through all pages of a database on a thread of its own, as after an end without a regular stop.
final class PageCheck: Sendable {
    private let thread: JobThread
    private let interrupter = Mutex<Interrupter?>(nil)
    private let isStopped = Atomic(false)

    init() throws(SystemError) {
        thread = try JobThread(name: "page check")
    }

    /// Begins; `complete` is told what is wrong, unless it is stopped before.
    func start(
        _ path: String, then complete: @escaping @Sendable (Swift.Result<[String], any Error>) -> Void
    ) {
        thread.submit { [self] in
            let result = Swift.Result { try findings(in: path) }
            if !isStopped.load(ordering: .acquiring) { complete(result) }
        }
    }

    /// Ends it, finished or not, and waits for that.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        interrupter.withLock { $0?.interrupt() }
        thread.stop()
    }

    private func findings(in path: String) throws -> [String] {
        let connection = try Connection(path: path, mode: .readWrite, settings: .reader)
        interrupter.withLock { $0 = connection.interrupter }
        guard !isStopped.load(ordering: .acquiring) else { return [] }
        return try connection.pageFindings(isQuick: true)
    }
}
