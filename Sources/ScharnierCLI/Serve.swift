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
        let endpoint = try Endpoint(
            listen ?? Environment.value("LISTEN") ?? "127.0.0.1:8080", in: database.talk.language)
        try endpoint.requireLoopback(in: database.talk.language)
        var events = StoreEvents()
        events.failed = { _ in quitAfterDiskFault() }
        let logger = Logger(label: "scharnier") { _ in JSONLog() }
        events.troubled = { logger.warning("disk trouble", metadata: ["cause": "\($0)"]) }
        let soundness = Readiness(true)
        events.checked = { noteCheck($0, soundness, logger) }
        let open = try OpenDatabase(database, isMigrating: migrate, events: events)
        let service = try Service(
            open.store, soundness: soundness, endpoint: endpoint,
            publicURL: publicURL ?? Environment.value("PUBLIC_URL"), logger: logger,
            language: database.talk.language)
        open.store.holdReserve()
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

/// After an unclean end: a damaged database is told, and the service no longer calls itself ready.
private func noteCheck(_ result: Result<[String], any Error>, _ soundness: Readiness, _ logger: Logger) {
    switch result {
    case .success([]): logger.info("pages checked after an unclean end")
    case .success(let findings):
        soundness.set(false)
        logger.error(
            "database damaged; restore a backup",
            metadata: ["count": "\(findings.count)", "first": "\(findings[0])"])
    case .failure(let error): logger.error("pages not checked", metadata: ["cause": "\(error)"])
    }
}

/// The server, the API over the store, and how they end.
struct Service {
    private let server: Server
    private let readiness: Readiness
    private let logger: Logger
    private let endpoint: Endpoint

    init(
        _ store: SQLiteStore, soundness: Readiness, endpoint: Endpoint, publicURL: String?, logger: Logger,
        language: Language
    ) throws {
        self.logger = logger
        let readiness = Readiness()
        let settings = API.Settings(
            publicURL: publicURL ?? "http://\(endpoint.description)", instanceKey: store.instanceKey,
            version: Build.version,
            isReady: { readiness.isReady && soundness.isReady && !store.isShortOfSpace }, now: WallClock.now)
        let api = API(store: store, settings: settings, logger: logger)
        var configuration = ServerConfiguration()
        configuration.address = endpoint.address
        configuration.port = endpoint.port
        self.readiness = readiness
        self.endpoint = endpoint
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
        while Signals.wait() == .reload { logger.info("nothing to reload") }
        readiness.set(false)
        logger.info("draining")
        server.drain()
        try cutOnSecondSignal()
        let wasClean = server.waitUntilStopped()
        logger.info("stopped", metadata: ["clean": "\(wasClean)"])
        if !wasClean {
            throw CommandFault(
                .tryLater, "Nicht alle Verbindungen endeten in der Frist.", "Some connections had to be cut.",
                in: talk.language)
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
    private let state: Atomic<Bool>

    init(_ value: Bool = false) { state = Atomic(value) }

    var isReady: Bool { state.load(ordering: .relaxed) }

    func set(_ value: Bool) { state.store(value, ordering: .relaxed) }
}
