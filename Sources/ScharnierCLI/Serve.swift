import ArgumentParser
import Glibc
import HTTPServer
import Logging
import Scharnier
import ScharnierAPI
import ScharnierStore
import Synchronization

/// `scharnier serve`: runs the service until it is told to stop.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Startet den Dienst. (Runs the service.)")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Adresse und Port; sonst $SCHARNIER_LISTEN, sonst 127.0.0.1:8080. (Address and port.)")
    var listen: String?

    @Option(
        name: .customLong("public-url"), help: "Öffentliche Adresse für Verweise. (Public origin for links.)")
    var publicURL: String?

    @Flag(help: "Bringt ein älteres Schema zuerst auf Stand. (Migrates an older schema first.)")
    var migrate = false

    func run() throws {
        // Before the first thread: threads inherit the mask (style: traps of the platform).
        Signals.block()
        Memory.keepForReuse()
        let descriptors = Descriptors.raiseLimit()
        let endpoint = try Endpoint(
            listen ?? Environment.value("LISTEN") ?? "127.0.0.1:8080", in: database.talk.language)
        try endpoint.requireLoopback(in: database.talk.language)
        var events = StoreEvents()
        events.failed = { _ in quitAfterDiskFault() }
        let open = try OpenDatabase(database, isMigrating: migrate, events: events)
        let service = try Service(
            open.store, endpoint: endpoint, publicURL: publicURL ?? Environment.value("PUBLIC_URL"),
            language: database.talk.language)
        service.reportDescriptors(descriptors)
        try service.runUntilStopped(talk: database.talk)
        open.store.stop()
    }
}

/// Ends the process after a commit failed on the disk: a second fsync would lie (operations.md §1).
private func quitAfterDiskFault() {
    Console.error(
        "scharnier: Schreiben auf die Platte ist gescheitert; Neustart nötig. (Commit failed on disk.)")
    _exit(FaultCode.inputOutput.rawValue)
}

/// The server, the API over the store, and how they end.
struct Service {
    private let server: Server
    private let readiness: Readiness
    private let logger: Logger
    private let endpoint: Endpoint
    private let store: SQLiteStore
    private let supervisor = Supervisor(address: Environment.plain("NOTIFY_SOCKET"))

    init(_ store: SQLiteStore, endpoint: Endpoint, publicURL: String?, language: Language) throws {
        logger = Logger(label: "scharnier") { _ in JSONLog() }
        let readiness = Readiness()
        let settings = API.Settings(
            publicURL: publicURL ?? "http://\(endpoint.description)", instanceKey: store.instanceKey,
            version: Build.version, isReady: { readiness.isReady }, now: WallClock.now)
        let api = API(store: store, settings: settings, logger: logger)
        var configuration = ServerConfiguration()
        configuration.listeners = [
            ListenerConfiguration(.tcp(address: endpoint.address, port: endpoint.port))
        ]
        self.readiness = readiness
        self.endpoint = endpoint
        self.store = store
        do {
            server = try Server(configuration, responder: APIResponder(api: api))
        } catch {
            throw CommandFault(
                .unavailable, "\(endpoint) ist nicht frei oder nicht erlaubt (\(error)).",
                "\(endpoint) is not free or not permitted (\(error)).", in: language)
        }
    }

    /// Serves until SIGTERM or SIGINT, then answers what was accepted; a second signal ends it at once.
    func runUntilStopped(talk: TalkOptions) throws {
        try server.start()
        readiness.set(true)
        logger.info("serving", metadata: ["address": "\(endpoint.address)", "port": "\(server.port)"])
        let watchdog = try watch()
        supervisor.tell(.ready, .status("bereit"))
        while Signals.wait() == .reload { reload() }
        readiness.set(false)
        server.drain()
        logger.info("draining")
        supervisor.tell(.stopping, .status("beantwortet, was angenommen ist, und endet"))
        try cutOnSecondSignal()
        let wasClean = server.waitUntilStopped()
        watchdog?.stop()
        logger.info("stopped", metadata: ["clean": "\(wasClean)"])
        if !wasClean {
            throw CommandFault(
                .tryLater, "Nicht alle Verbindungen endeten in der Frist.", "Some connections had to be cut.",
                in: talk.language)
        }
    }

    /// Says how many connections fit, when that is fewer than configured.
    func reportDescriptors(_ descriptors: Int) {
        guard server.connectionLimit < ServerConfiguration().connections else { return }
        logger.warning(
            "few descriptors: fewer connections",
            metadata: ["descriptors": "\(descriptors)", "connections": "\(server.connectionLimit)"])
    }

    /// Reads again on SIGHUP what may change while the service runs.
    private func reload() {
        supervisor.tell(.reloading(monotonicMicroseconds: Supervisor.monotonicMicroseconds))
        logger.info("nothing to reload")
        supervisor.tell(.ready)
    }

    /// Tells the supervisor that loops and writer live, if it wants to know.
    private func watch() throws -> Watchdog? {
        guard let timing = WatchdogTiming(process: getpid(), variable: Environment.plain) else { return nil }
        let pulse = WriterPulse(store)
        return try Watchdog(server, timing: timing, supervisor: supervisor, isAlive: pulse.isAlive)
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
