import Glibc
import SQLite

/// A thread that waits for signals, so that the main one can wait for the server.
enum SignalWatch {
    /// Runs `body` on a thread of its own, which ends with the process.
    static func start(_ body: @escaping @Sendable () -> Void) {
        guard let thread = try? JobThread(name: "signals") else { return }
        thread.submit(body)
        // Kept for the rest of the process: nobody waits for a signal that may never come.
        _ = Unmanaged.passRetained(thread)
    }
}
