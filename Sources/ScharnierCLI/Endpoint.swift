import Scharnier

/// Where to listen: a numeric address and a port, as `127.0.0.1:8080` or `[::1]:8080`.
struct Endpoint: CustomStringConvertible {
    let address: String
    let port: Int

    init(_ text: String, in language: Language) throws(CommandFault) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else {
            throw CommandFault(
                .configuration, "--listen: erwartet wird ADRESSE:PORT, etwa 127.0.0.1:8080.",
                "--listen: expected is ADDRESS:PORT, as 127.0.0.1:8080.", in: language)
        }
        var address = text[..<colon]
        if address.hasPrefix("["), address.hasSuffix("]") { address = address.dropFirst().dropLast() }
        self.address = String(address)
        self.port = port
    }

    var description: String { address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)" }

    /// Plain text leaves the machine only where somebody said so (operations.md §6); TLS is not built yet.
    func requireLoopback(in language: Language) throws(CommandFault) {
        guard address == "::1" || address.hasPrefix("127.") || Environment.value("ALLOW_PLAINTEXT") == "true"
        else {
            throw CommandFault(
                .configuration,
                "Unverschlüsselt wird nur auf Loopback angeboten; davor gehört ein Proxy. Ausnahme: SCHARNIER_ALLOW_PLAINTEXT=true.",
                "Plain text is offered on loopback only; put a proxy in front. Exception: SCHARNIER_ALLOW_PLAINTEXT=true.",
                in: language)
        }
    }
}
