import CLinux
import HTTPServer
import Logging
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore

/// The server, the API over the store, and how they end.
struct Service {
    private let server: Server
    private let readiness: Readiness
    private let logger: Logger
    private let endpoint: Endpoint
    private let reloading: Reloading
    private let encryption: Encryption?
    private let language: Language
    private let supervision: Supervision
    private let wantedConnections: Int

    /// Listens, but does not serve yet.
    ///
    /// - Throws: ``CommandFault`` (69) when an address is taken or not permitted.
    init(
        _ store: SQLiteStore, _ loaded: Loaded, from source: ConfigurationSource, readiness: Readiness,
        log: LogQueue, logger: Logger, metrics: ServiceMetrics
    ) throws {
        let configuration = loaded.configuration
        self.logger = logger
        self.readiness = readiness
        endpoint = configuration.listen
        language = source.language
        encryption = try Encryption(configuration, in: language)
        let listeners = configuration.listeners(
            activation: try source.activation(), tls: encryption?.context)
        let server = ServerConfiguration(configuration, at: listeners)
        let context = encryption?.context
        let observation = try DatabaseFaults.told(in: source.language) {
            try Observation(store, configuration, encryption: context, log: log, metrics: metrics)
        }
        let settings = API.Settings(
            configuration, instanceKey: store.instanceKey, readiness: { readiness.checks(of: store) },
            observation: observation,
            trust: server.trust)
        let api = API(store: store, settings: settings, logger: logger)
        let responder = APIResponder(api: api, metrics: observation.text)
        self.server = try Self.server(server, responder, language)
        observation.watch(self.server)
        wantedConnections = server.connections
        if configuration.controlPath == nil {
            logger.warning("no control socket", metadata: ["cause": "db and its path are too long for one"])
        }
        supervision = Supervision(try source.environment(), of: store)
        reloading = Reloading(
            of: loaded, from: source, trust: server.trust, encryption: encryption, logger: logger)
    }

    private static func server(
        _ configuration: ServerConfiguration, _ responder: APIResponder, _ language: Language
    ) throws(CommandFault) -> Server {
        do {
            return try Server(configuration, responder: responder)
        } catch {
            let place = error.place ?? configuration.listeners.map(\.description).joined(separator: ", ")
            throw CommandFault(
                .unavailable, "\(place) ist nicht frei oder nicht erlaubt (\(error.call): \(error.number)).",
                "\(place) is not free or not permitted (\(error.call): \(error.number)).", in: language)
        }
    }

    /// Serves until SIGTERM or SIGINT, then answers what was accepted; a second signal ends it at once.
    func runUntilStopped() throws {
        try server.start()
        readiness.setServing(true)
        logger.info(
            "serving",
            metadata: ["address": "\(endpoint.address)", "port": "\(server.port)", "ports": "\(ports)"])
        encryption?.watch(logger, at: clinux_wall_seconds())
        let watchdog = try supervision.begin(server)
        while Signals.wait() == .reload { supervision.reload(reloading) }
        readiness.setServing(false)
        server.drain()
        logger.info("draining")
        supervision.tellStopping()
        try cutOnSecondSignal()
        let wasClean = server.waitUntilStopped()
        watchdog?.stop()
        logger.info("stopped", metadata: ["clean": "\(wasClean)"])
        if !wasClean {
            throw CommandFault(
                .tryLater, "Nicht alle Verbindungen endeten in der Frist.", "Some connections had to be cut.",
                in: language)
        }
    }

    /// Says how many connections fit, when that is fewer than configured.
    func reportDescriptors(_ descriptors: Int) {
        guard server.connectionLimit < wantedConnections else { return }
        logger.warning(
            "few descriptors: fewer connections",
            metadata: ["descriptors": "\(descriptors)", "connections": "\(server.connectionLimit)"])
    }

    private var ports: String { server.ports.filter { $0 > 0 }.map(String.init).joined(separator: " ") }

    private func cutOnSecondSignal() throws {
        try SignalWatch.start {
            while Signals.wait() == .reload {}
            server.cut()
        }
    }
}
