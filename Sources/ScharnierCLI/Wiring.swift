import CLinux
import HTTPServer
import HTTPWire
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore

/// The configuration as the parts of the process take it.
extension ServerConfiguration {
    /// Listens at `listeners`.
    init(_ configuration: Configuration, at listeners: [ListenerConfiguration]) {
        self = configuration.server
        self.listeners = listeners
        trust = ProxyTrust(configuration.trustedProxies)
        if configuration.eventLoops > 0 { threads = configuration.eventLoops }
    }
}

extension Configuration {
    /// Where to listen: at the sockets that the supervisor hands over, else where the configuration says.
    ///
    /// A socket's name in its unit says what it is for; any other than `metrics` is for everybody.
    func listeners(activation: SocketActivation) -> [ListenerConfiguration] {
        guard activation.sockets.isEmpty else {
            return activation.sockets.map { socket in
                ListenerConfiguration(
                    .inherited(descriptor: socket.descriptor),
                    purpose: socket.name == ListenerPurpose.metrics.rawValue ? .metrics : .public)
            }
        }
        let metrics = metricsListen.map { [ListenerConfiguration($0, purpose: .metrics)] } ?? []
        return [ListenerConfiguration(listen, purpose: .public)] + metrics
    }
}

extension ListenerConfiguration {
    fileprivate init(_ endpoint: ScharnierConfiguration.Endpoint, purpose: ListenerPurpose) {
        self.init(.tcp(address: endpoint.address, port: endpoint.port), purpose: purpose)
    }
}

extension API.Settings {
    init(
        _ configuration: Configuration, instanceKey: [UInt8],
        readiness: @escaping @Sendable () -> [ReadinessCheck],
        observation: Observation,
        trust: ProxyTrust
    ) {
        let origin = configuration.publicURL
        self.init(
            publicURL: origin.isEmpty ? "http://\(configuration.listen)" : origin,
            hosts: configuration.hosts, instanceKey: instanceKey, version: Build.version,
            checks: readiness, now: WallClock.now)
        json = configuration.json
        bodyBytes = configuration.server.limits.body
        defaultLanguage = configuration.defaultLanguage
        monotonic = { clinux_monotonic_nanoseconds() }
        observed = { observation.observe($0) }
        metrics = observation.text
        client = { Client(of: $0, behind: trust.current).address }
    }
}
