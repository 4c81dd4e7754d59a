import HTTPServer
import Metrics
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore
import Synchronization
import TLS

/// What becomes of the facts about requests: a line of the log, and figures.
final class Observation: Sendable {
    private let log: LogQueue
    private let metrics: ServiceMetrics
    private let sources: MetricSources
    private let watched: Watched

    init(
        _ store: SQLiteStore, _ configuration: Configuration, encryption: RenewableTLSContext?, log: LogQueue,
        metrics: ServiceMetrics
    ) throws {
        let watched = Watched()
        self.watched = watched
        self.log = log
        self.metrics = metrics
        metrics.feedHead.set(try store.read { try $0.lastPosition() })
        sources = MetricSources(
            store: store, database: configuration.db, log: log, started: WallClock.now(),
            encryption: encryption,
            figures: { watched.figures })
    }

    /// Takes a request's facts; never waits.
    func observe(_ record: RequestRecord) {
        metrics.requests.record(record)
        metrics.deprecations.record(record)
        guard LogThreshold.admits(AccessLine.level(of: record)) else { return }
        log.append(.request(record))
    }

    /// The server whose connections are counted, once there is one.
    func watch(_ server: Server) { watched.set(server) }

    /// The metrics at this moment.
    var text: @Sendable () -> [UInt8] {
        let registry = metrics.registry(sources)
        return { registry.text }
    }
}

/// A server that is made after those who count it, and that keeps them: not the other way round as well.
private final class Watched: Sendable {
    private struct Reference {
        weak var server: Server?
    }

    private let reference = Mutex(Reference())

    var figures: ServerFigures? { reference.withLock { $0.server }?.figures }

    func set(_ server: Server) { reference.withLock { $0.server = server } }
}
