import HTTPServer
import HTTPWire
import JSON
import Scharnier

/// What has to hold between keys.
extension Loaded {
    func checkTogether() throws(ConfigurationFault) {
        if configuration.tlsIdentity == nil { try checkPlaintext("listen", configuration.listen) }
        if let metrics = configuration.metricsListen { try checkPlaintext("metrics_listen", metrics) }
        try checkControlSocket()
        try checkOrder(
            "target_bytes", configuration.server.limits.target, "head_bytes", configuration.server.limits.head
        )
        try checkOrder(
            "connections_per_address", configuration.server.connectionsPerAddress, "connections",
            configuration.server.connections)
        try checkOrder(
            "json_string_bytes", configuration.json.stringBytes, "body_bytes",
            configuration.server.limits.body)
    }

    /// Plain text leaves the machine only where somebody said so (operations.md §6).
    private func checkPlaintext(_ name: String, _ endpoint: Endpoint) throws(ConfigurationFault) {
        guard !endpoint.isLoopback, !configuration.allowsPlaintext else { return }
        throw ConfigurationFault(
            place(of: name),
            "Unverschlüsselt wird nur auf Loopback angeboten; davor gehört ein Proxy, oder tls_cert und tls_key. Ausnahme: allow_plaintext = true.",
            "Plain text is offered on loopback only; put a proxy in front, or set tls_cert and tls_key. Exception: allow_plaintext = true."
        )
    }

    private func checkControlSocket() throws(ConfigurationFault) {
        guard !configuration.controlSocket.isEmpty, configuration.controlPath == nil else { return }
        throw ConfigurationFault(
            place(of: "control_socket"),
            "Der Pfad eines Unix-Sockets hat höchstens \(Configuration.longestSocketPath) Bytes; einen kürzeren nennen.",
            "The path of a Unix socket has at most \(Configuration.longestSocketPath) bytes; name a shorter one."
        )
    }

    private func checkOrder(
        _ smaller: String, _ small: Int, _ larger: String, _ large: Int
    ) throws(ConfigurationFault) {
        guard small > large else { return }
        throw ConfigurationFault(
            place(of: smaller),
            "`\(smaller)` (\(small)) ist größer als `\(larger)` (\(large)); eines von beiden ändern.",
            "`\(smaller)` (\(small)) is larger than `\(larger)` (\(large)); change one of them.")
    }

    private func place(of name: String) -> String {
        guard let key = Key.named(name), origin(of: key) != .fallback else { return name }
        return origin(of: key).description
    }
}
