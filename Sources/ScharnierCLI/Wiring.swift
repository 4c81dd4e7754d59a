import HTTPServer
import HTTPWire
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore

/// The configuration as the parts of the process take it.
extension ServerConfiguration {
    init(_ configuration: Configuration, at endpoint: Endpoint) {
        self = configuration.server
        address = endpoint.address
        port = endpoint.port
        if configuration.eventLoops > 0 { threads = configuration.eventLoops }
    }
}

extension API.Settings {
    init(_ configuration: Configuration, instanceKey: [UInt8], readiness: Readiness) {
        let origin = configuration.publicURL
        self.init(
            publicURL: origin.isEmpty ? "http://\(configuration.listen)" : origin,
            hosts: configuration.hosts, instanceKey: instanceKey, version: Build.version,
            isReady: { readiness.isReady }, now: WallClock.now)
        json = configuration.json
        bodyBytes = configuration.server.limits.body
        defaultLanguage = configuration.defaultLanguage
    }
}
