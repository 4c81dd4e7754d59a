import ArgumentParser
import Glibc
import HTTPServer
import Logging
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore

/// `scharnier serve`: runs the service until it is told to stop.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Startet den Dienst. (Runs the service.)",
        discussion: """
            Jeder Schlüssel der Konfiguration ist auch ein Flag, etwa --db city.sqlite --listen 127.0.0.1:8080; \
            `scharnier config` nennt alle. (Every key is a flag too; `scharnier config` lists them.)
            """)

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Bringt ein älteres Schema zuerst auf Stand. (Migrates an older schema first.)")
    var migrate = false

    @Flag(
        help: "Zeigt alle Schlüssel mit Wert und Herkunft, startet nichts. (Shows all keys; does not start.)")
    var printConfig = false

    @Flag(help: "Prüft die Konfiguration, startet nichts. (Checks the configuration; does not start.)")
    var checkConfig = false

    func run() throws {
        // Before the first thread: threads inherit the mask (style: traps of the platform).
        Signals.block()
        Memory.keepForReuse()
        let descriptors = Descriptors.raiseLimit()
        let source = try options.source
        let loaded = try source.load()
        if printConfig { Console.result(loaded.printed) }
        if checkConfig { tellSound(loaded) }
        guard !printConfig, !checkConfig else { return }
        LogThreshold.set(loaded.configuration.logLevel)
        let log = try LogWriter(routes: RouteTable.all)
        let metrics = ServiceMetrics(routes: RouteTable.all)
        log.start()
        defer { log.finish() }
        let logger = Logger(label: "scharnier") { _ in JSONLog(log.queue) }
        for name in loaded.unknownVariables {
            logger.warning("variable sets nothing", metadata: ["name": "\(name)"])
        }
        let readiness = Readiness()
        let open = try OpenDatabase(
            loaded.configuration, language: source.language, isMigrating: migrate,
            events: events(metrics, readiness, logger))
        defer { open.store.stop() }
        let service = try Service(
            open.store, loaded, from: source, readiness: readiness, log: log.queue, logger: logger,
            metrics: metrics)
        service.reportDescriptors(descriptors)
        open.store.holdReserve()
        let timers = try Timers(open.store, events: metrics.timerEvents(logger))
        defer { timers.stop() }
        try service.runUntilStopped()
    }

    private func events(_ metrics: ServiceMetrics, _ readiness: Readiness, _ logger: Logger) -> StoreEvents {
        var events = metrics.events
        events.failed = { _ in quitAfterDiskFault() }
        events.troubled = { logger.warning("disk trouble", metadata: ["cause": "\($0)"]) }
        events.checked = { noteCheck($0, readiness, logger) }
        return events
    }

    private func tellSound(_ loaded: Loaded) {
        for variable in loaded.unknownVariables {
            Console.say(Self.unknownVariable(variable).text(in: options.talk.language))
        }
        Console.say(Self.sound.text(in: options.talk.language))
    }

    private static let sound = Wording("Die Konfiguration ist in Ordnung.", "The configuration is in order.")

    private static func unknownVariable(_ name: String) -> Wording {
        Wording("Warnung: \(name) setzt nichts.", "Warning: \(name) sets nothing.")
    }
}

/// Ends the process after a commit failed on the disk: a second fsync would lie (operations.md §1).
private func quitAfterDiskFault() {
    Console.error(
        "scharnier: Schreiben auf die Platte ist gescheitert; Neustart nötig. (Commit failed on disk.)")
    _exit(FaultCode.inputOutput.rawValue)
}

/// After an unclean end: a damaged database is told, and the service no longer calls itself ready.
private func noteCheck(_ result: Result<[String], any Error>, _ readiness: Readiness, _ logger: Logger) {
    switch result {
    case .success([]): logger.info("pages checked after an unclean end")
    case .success(let findings):
        readiness.noteDamage()
        logger.error(
            "database damaged; restore a backup",
            metadata: ["count": "\(findings.count)", "first": "\(findings[0])"])
    case .failure(let error): logger.error("pages not checked", metadata: ["cause": "\(error)"])
    }
}
