import HTTPServer
import Logging
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore
import Synchronization

/// The server, the API over the store, and how they end.
struct Service {
    private let server: Server
    private let readiness = Readiness()
    private let logger: Logger
    private let endpoint: Endpoint
    private let reloading: Reloading
    private let language: Language

    /// Listens, but does not serve yet.
    ///
    /// - Throws: ``CommandFault`` (69) when the address is taken or not permitted.
    init(_ store: SQLiteStore, _ loaded: Loaded, from source: ConfigurationSource) throws {
        let configuration = loaded.configuration
        logger = Logger(label: "scharnier") { _ in JSONLog() }
        endpoint = configuration.listen
        language = source.language
        reloading = Reloading(of: loaded, from: source, logger: logger)
        let settings = API.Settings(configuration, instanceKey: store.instanceKey, readiness: readiness)
        let api = API(store: store, settings: settings, logger: logger)
        do {
            server = try Server(
                ServerConfiguration(configuration, at: endpoint), responder: APIResponder(api: api))
        } catch {
            throw CommandFault(
                .unavailable, "\(endpoint) ist nicht frei oder nicht erlaubt (\(error)).",
                "\(endpoint) is not free or not permitted (\(error)).", in: language)
        }
    }

    /// Serves until SIGTERM or SIGINT, then answers what was accepted; a second signal ends it at once.
    func runUntilStopped() throws {
        try server.start()
        readiness.set(true)
        logger.info("serving", metadata: ["address": "\(endpoint.address)", "port": "\(server.port)"])
        while Signals.wait() == .reload { reloading.reload() }
        readiness.set(false)
        logger.info("draining")
        server.drain()
        try cutOnSecondSignal()
        let wasClean = server.waitUntilStopped()
        logger.info("stopped", metadata: ["clean": "\(wasClean)"])
        if !wasClean {
            throw CommandFault(
                .tryLater, "Nicht alle Verbindungen endeten in der Frist.", "Some connections had to be cut.",
                in: language)
        }
    }

    private func cutOnSecondSignal() throws {
        try SignalWatch.start {
            while Signals.wait() == .reload {}
            server.cut()
        }
    }
}

/// Whether the service takes requests; asked by every `/readyz`.
final class Readiness: Sendable {
    private let state = Atomic(false)

    var isReady: Bool { state.load(ordering: .relaxed) }

    func set(_ value: Bool) { state.store(value, ordering: .relaxed) }
}
