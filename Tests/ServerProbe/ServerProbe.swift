import Glibc
import HTTPServer
import HTTPWire

/// A server with no application behind it, for tests of whole processes and for measurements:
/// `ServerProbe [threads=N] [connections=N] [per-address=N] [in-work=N] [raise=1] [control=PATH]`.
///
/// Prints its port and its limit of connections, then serves until SIGTERM.
@main
enum ServerProbe {
    static func main() throws {
        Signals.block()
        let options = Options(CommandLine.arguments.dropFirst())
        if options["raise"] == 1 { _ = Descriptors.raiseLimit() }
        let server = try Server(options.configuration, responder: ProbeResponder())
        try server.start()
        tell("port \(server.port)\nconnections \(server.connectionLimit)\n")
        while Signals.wait() == .reload {}
        server.drain()
        exit(server.waitUntilStopped() ? 0 : 75)
    }

    private static func tell(_ text: String) {
        _ = unsafe write(STDOUT_FILENO, text, text.utf8.count)
    }
}

/// `name=value` arguments.
struct Options {
    private let values: [Substring: Substring]

    init(_ arguments: some Sequence<String>) {
        let pairs = arguments.map { $0.split(separator: "=", maxSplits: 1) }.filter { $0.count == 2 }
        values = Dictionary(pairs.map { ($0[0], $0[1]) }) { _, last in last }
    }

    subscript(name: Substring) -> Int? { values[name].flatMap { Int($0) } }

    var configuration: ServerConfiguration {
        var configuration = ServerConfiguration()
        configuration.listeners = [ListenerConfiguration(.tcp(address: "127.0.0.1", port: self["port"] ?? 0))]
        if let path = values["control"] {
            configuration.listeners.append(
                ListenerConfiguration(.unix(path: String(path), mode: 0o600), purpose: .control))
        }
        configuration.threads = self["threads"] ?? configuration.threads
        configuration.connections = self["connections"] ?? configuration.connections
        configuration.connectionsPerAddress = self["per-address"] ?? configuration.connectionsPerAddress
        configuration.requestsPerConnection = self["per-connection"] ?? configuration.requestsPerConnection
        configuration.requestsInWork = self["in-work"] ?? configuration.requestsInWork
        return configuration
    }
}
