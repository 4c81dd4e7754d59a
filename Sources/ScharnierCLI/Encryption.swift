import CLinux
import HTTPServer
import Logging
import Scharnier
import ScharnierConfiguration
import TLS

/// The certificate of the API's listener: read at start, changed by SIGHUP, watched for its end.
struct Encryption: Sendable {
    /// What new connections begin with.
    let context: RenewableTLSContext

    /// Reads what the configuration names; `nil` when that is plain text.
    ///
    /// A certificate out of its time is taken here: who does not check certificates, as a local health check, is
    /// still served, and ``watch(_:at:)`` says it loudly.
    /// - Throws: ``CommandFault`` (78) naming the file and the remedy.
    init?(_ configuration: Configuration, in language: Language) throws(CommandFault) {
        guard let identity = try Self.identity(configuration, in: language) else { return nil }
        do {
            context = try RenewableTLSContext(
                identity, minimum: configuration.tlsMinimum,
                ticketKeys: TicketKeys(clock: { .nanoseconds(clinux_monotonic_nanoseconds()) }))
        } catch {
            throw CommandFault(.configuration, error.wording, in: language)
        }
    }

    private static func identity(
        _ configuration: Configuration, in language: Language
    ) throws(CommandFault) -> TLSIdentity? {
        guard configuration.tlsCertificate.isEmpty == configuration.tlsKey.isEmpty else {
            throw CommandFault(
                .configuration, "tls_cert und tls_key gehören zusammen; beide setzen oder keines.",
                "tls_cert and tls_key belong together; set both or neither.", in: language)
        }
        return configuration.tlsIdentity
    }

    /// Reads the pair again, or the one that the configuration names now; a wrong one changes nothing.
    func reload(_ configuration: Configuration, logger: Logger) {
        let now = clinux_wall_seconds()
        do {
            try context.reload(configuration.tlsIdentity, now: now)
            logger.notice("certificate reloaded")
        } catch {
            logger.error("certificate not reloaded", metadata: ["cause": "\(error.wording.en)"])
        }
        watch(logger, at: now)
    }

    /// Says in the log how long the certificate lasts; three weeks before its end as a warning.
    func watch(_ logger: Logger, at now: Int64) {
        let validity = context.current.validity
        let days: Logger.Metadata = ["days_left": "\(validity.daysLeft(at: now))"]
        switch validity.standing(at: now) {
        case .good: logger.info("certificate is valid", metadata: days)
        case .ending: logger.warning("certificate ends soon", metadata: days)
        case .over: logger.error("certificate has ended", metadata: days)
        case .early: logger.error("certificate is not valid yet", metadata: days)
        }
    }
}
