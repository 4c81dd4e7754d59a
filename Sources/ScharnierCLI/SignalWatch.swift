import SQLite
import Synchronization

/// A thread that waits for signals, so that the main one can wait for the server.
enum SignalWatch {
    // Kept for the rest of the process: nobody joins a thread that waits for a signal which may never come.
    private static let threads = Mutex<[JobThread]>([])

    /// Runs `body` on a thread of its own, which ends with the process.
    ///
    /// - Throws: `SystemError` when threads run out.
    static func start(_ body: @escaping @Sendable () -> Void) throws {
        let thread = try JobThread(name: "signals")
        thread.submit(body)
        threads.withLock { $0.append(thread) }
    }
}
