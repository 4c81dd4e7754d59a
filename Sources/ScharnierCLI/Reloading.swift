import HTTPWire
import Logging
import Scharnier
import ScharnierConfiguration
import Synchronization

/// What SIGHUP does: the configuration is read again, and what can change without a restart changes.
///
/// A configuration with a mistake changes nothing and is told in the log.
final class Reloading: Sendable {
    private let current: Mutex<Loaded>
    private let source: ConfigurationSource
    private let trust: ProxyTrust
    private let encryption: Encryption?
    private let logger: Logger

    init(
        of loaded: Loaded, from source: ConfigurationSource, trust: ProxyTrust, encryption: Encryption?,
        logger: Logger
    ) {
        self.encryption = encryption
        self.trust = trust
        current = Mutex(loaded)
        self.source = source
        self.logger = logger
    }

    /// Reads the configuration again.
    func reload() {
        do {
            try apply(source.load())
        } catch {
            logger.error("configuration not reloaded", metadata: ["cause": "\(error.wording.en)"])
        }
    }

    private func apply(_ loaded: Loaded) {
        let changed = current.withLock { current in
            defer { current = loaded }
            return loaded.keys(differingFrom: current)
        }
        LogThreshold.set(loaded.configuration.logLevel)
        trust.replace(with: loaded.configuration.trustedProxies)
        encryption?.reload(loaded.configuration, logger: logger)
        let applied = changed.filter(\.isReloadable).map(\.name)
        let waiting = changed.filter { !$0.isReloadable }.map(\.name)
        logger.notice("configuration reloaded", metadata: ["keys": "\(applied.joined(separator: " "))"])
        guard !waiting.isEmpty else { return }
        logger.warning("a restart is needed", metadata: ["keys": "\(waiting.joined(separator: " "))"])
    }
}
