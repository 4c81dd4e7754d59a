import CLinux
import HTTPServer
import HTTPWire
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore
import TLS

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
    /// A socket's name in its unit says what it is for; any other than `metrics` and `control` is for everybody. The
    /// control socket is always there, behind all others.
    func listeners(
        activation: SocketActivation, tls: RenewableTLSContext?
    ) -> [ListenerConfiguration] {
        let listeners = activation.sockets.isEmpty ? ownListeners(tls) : inherited(activation, tls)
        guard !listeners.contains(where: { $0.purpose == .control }), let controlPath else {
            return listeners
        }
        let place = ListenerConfiguration.Endpoint.unix(
            path: controlPath, mode: ListenerConfiguration.privateMode)
        return listeners + [ListenerConfiguration(place, purpose: .control)]
    }

    private func ownListeners(_ tls: RenewableTLSContext?) -> [ListenerConfiguration] {
        let metrics = metricsListen.map { [ListenerConfiguration($0, purpose: .metrics)] } ?? []
        return [ListenerConfiguration(listen, purpose: .public, tls: tls)] + metrics
    }

    private func inherited(
        _ activation: SocketActivation, _ tls: RenewableTLSContext?
    ) -> [ListenerConfiguration] {
        activation.sockets.map { socket in
            let purpose = ListenerPurpose(rawValue: socket.name) ?? .public
            return ListenerConfiguration(
                .inherited(descriptor: socket.descriptor), purpose: purpose,
                tls: purpose == .public ? tls : nil)
        }
    }
}

extension Configuration {
    /// Where the service is found when nobody says otherwise.
    fileprivate var listenURL: String { "\(tlsIdentity == nil ? "http" : "https")://\(listen)" }
}

extension ListenerConfiguration {
    fileprivate init(
        _ endpoint: ScharnierConfiguration.Endpoint, purpose: ListenerPurpose, tls: RenewableTLSContext? = nil
    ) {
        self.init(.tcp(address: endpoint.address, port: endpoint.port), purpose: purpose, tls: tls)
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
            publicURL: origin.isEmpty ? configuration.listenURL : origin,
            hosts: configuration.hosts, instanceKey: instanceKey, version: Build.version,
            checks: readiness, now: WallClock.now)
        json = configuration.json
        bodyBytes = configuration.server.limits.body
        quotas = configuration.quotas
        timers = configuration.timers
        crossOrigin = configuration.crossOrigin
        defaultLanguage = configuration.defaultLanguage
        monotonic = { clinux_monotonic_nanoseconds() }
        observed = { observation.observe($0) }
        metrics = observation.text
        client = { Client(of: $0, behind: trust.current) }
    }
}
