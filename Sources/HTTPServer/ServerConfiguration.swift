import Glibc
package import HTTPWire

/// Where a server listens and what it tolerates.
package struct ServerConfiguration: Sendable {
    /// Where it listens, all with the same responder.
    package var listeners = [ListenerConfiguration(.tcp(address: "127.0.0.1", port: 8080))]

    /// Event loops, each on a thread of its own.
    package var threads = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Connections that may wait at each listener to be accepted; the kernel may lower it (`net.core.somaxconn`).
    package var backlog = 4_096

    /// Open connections in all; lowered at start to what ``Descriptors`` leave.
    package var connections = 4_096

    /// Open connections from one address (IPv6: /64), so that one caller cannot take them all.
    package var connectionsPerAddress = 256

    /// The proxies that speak for many callers and are exempt from ``connectionsPerAddress``; may change while the
    /// server runs.
    package var trust = ProxyTrust()

    /// After so many requests a connection closes: spreads load after a restart.
    package var requestsPerConnection = 1_000

    /// Answers that the responder may owe in all; beyond that requests are refused (``ServerRefusal``).
    package var requestsInWork = 256

    /// Paths that are answered during overload too: supervisors must not take a busy server for a dead one.
    package var unshedPaths = [Array("/healthz".utf8), Array("/readyz".utf8)]

    /// Sizes of requests.
    package var limits = Limits()

    /// How long everything may take.
    package var timeLimits = TimeLimits()

    /// The defaults of the operating manual, on loopback only.
    package init() {}
}
