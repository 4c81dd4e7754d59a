import Glibc
import Synchronization
import TestSupport

/// Callers that connect, ask once and connect again, until nobody lets them in any more.
final class Callers: Sendable {
    private struct State {
        var running = 0
        var answered = 0
        var failures: [String] = []
    }

    /// Far more than any test needs.
    private static let bound = 20_000

    private let port: Int
    private let state = Mutex(State())

    init(port: Int) {
        self.port = port
    }

    var running: Int { state.withLock { $0.running } }
    var answered: Int { state.withLock { $0.answered } }
    /// What went wrong after a connection had been made.
    var failures: [String] { state.withLock { $0.failures } }

    func start() {
        state.withLock { $0.running += 1 }
        Threads.run { [self] in
            for _ in 0..<Self.bound { guard call() else { break } }
            state.withLock { $0.running -= 1 }
        }
    }

    /// - Returns: Whether somebody let it in.
    private func call() -> Bool {
        guard let client = try? RawClient(port: port) else { return false }
        do {
            try client.send("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            _ = try client.readResponse()
            state.withLock { $0.answered += 1 }
        } catch {
            state.withLock { $0.failures.append("\(error)") }
        }
        return true
    }
}

/// Callers that knock and run away, as fast as they can, until they are stopped.
final class Crowd: Sendable {
    private static let bound = 100_000
    private let isStopped = Atomic(false)

    init(port: Int) {
        Threads.run { [self] in
            for _ in 0..<Self.bound where !isStopped.load(ordering: .relaxed) {
                _ = try? RawClient(port: port, timeout: 1)
            }
        }
    }

    func stop() { isStopped.store(true, ordering: .relaxed) }
}
