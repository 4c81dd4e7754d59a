import Glibc
import HTTPServer
import ScharnierStore

/// What a service manager hears of the service (operations.md §14).
struct Supervision: Sendable {
    private let supervisor: Supervisor
    private let timing: WatchdogTiming?
    private let store: SQLiteStore

    init(_ environment: [String: String], of store: SQLiteStore) {
        supervisor = Supervisor(address: environment["NOTIFY_SOCKET"])
        timing = WatchdogTiming(process: getpid()) { environment[$0] }
        self.store = store
    }

    /// Says that the service serves, and from now on that it lives, if somebody wants to know.
    func begin(_ server: Server) throws -> Watchdog? {
        let pulse = WriterPulse(store)
        let watchdog = try timing.map {
            try Watchdog(server, timing: $0, supervisor: supervisor, isAlive: pulse.isAlive)
        }
        supervisor.tell(.ready, .status("bereit"))
        return watchdog
    }

    /// Reads again on SIGHUP what may change while the service runs.
    func reload(_ reloading: Reloading) {
        supervisor.tell(.reloading(monotonicMicroseconds: Supervisor.monotonicMicroseconds))
        reloading.reload()
        supervisor.tell(.ready)
    }

    func tellStopping() {
        supervisor.tell(.stopping, .status("beantwortet, was angenommen ist, und endet"))
    }
}
