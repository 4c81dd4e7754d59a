import CLinux
import Synchronization

/// How often the service manager wants to hear that the process lives (sd_watchdog_enabled(3)).
package struct WatchdogTiming: Hashable, Sendable {
    /// After so long without ``Supervisor/Message/alive`` the process is killed and started again.
    package let limit: Duration

    /// Reads `WATCHDOG_USEC` and `WATCHDOG_PID`, which `variable` looks up.
    ///
    /// - Returns: `nil` when nobody watches this process.
    package init?(process: Int32, variable: (String) -> String?) {
        if let owner = variable("WATCHDOG_PID"), Int32(owner) != process { return nil }
        guard let microseconds = variable("WATCHDOG_USEC").flatMap(Int64.init), microseconds > 0 else {
            return nil
        }
        limit = .microseconds(microseconds)
    }

    /// A limit that is given.
    package init(limit: Duration) {
        self.limit = limit
    }

    /// A quarter: half of the limit is advised, and a sign of life takes one round to be seen.
    var interval: Duration { limit / 4 }
}

/// Tells the service manager that the process lives, as long as it does: every event loop has turned since the last
/// time, and what else has to live says that it does.
///
/// A process that hangs in one part only would else be kept alive by the others.
package final class Watchdog: Sendable {
    private let server: Server
    private let supervisor: Supervisor
    private let interval: Int32
    private let isAlive: @Sendable () -> Bool
    private let stopSignal: Int32
    private let thread = Mutex<LoopThread?>(nil)

    /// Begins to watch on a thread of its own; `isAlive` is called there and must not block for long.
    ///
    /// - Throws: ``ServerError`` when threads or descriptors run out.
    package init(
        _ server: Server, timing: WatchdogTiming, supervisor: Supervisor,
        isAlive: @escaping @Sendable () -> Bool
    ) throws(ServerError) {
        self.server = server
        self.supervisor = supervisor
        interval = Int32(clamping: timing.interval.nanoseconds / 1_000_000)
        self.isAlive = isAlive
        stopSignal = try ServerError.check(clinux_eventfd(), "eventfd")
        let loop = try LoopThread { [weak self] in
            while let self, self.watchOnce() {}
        }
        thread.withLock { $0 = loop }
    }

    deinit {
        clinux_close(stopSignal, 0)
    }

    /// Asks the loops for a sign of life and looks for it one interval later.
    ///
    /// - Returns: Whether to go on.
    private func watchOnce() -> Bool {
        let before = server.prodLoops()
        guard clinux_wait_readable(stopSignal, interval) == 0 else { return false }
        if server.haveTurned(since: before), isAlive() { supervisor.tell(.alive) }
        return true
    }

    /// Ends the watching; nothing is told any more when it returns.
    package func stop() {
        _ = clinux_eventfd_signal(stopSignal)
        let watching = thread.withLock { $0.take() }
        watching?.join()
    }
}
