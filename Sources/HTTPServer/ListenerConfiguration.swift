package import HTTPWire
package import TLS

/// One place where a server listens, and what for.
package struct ListenerConfiguration: Sendable {
    /// Where connections come in.
    package enum Endpoint: Hashable, Sendable {
        /// A numeric IPv4 or IPv6 address and a port 0…65,535; 0 lets the system choose.
        case tcp(address: String, port: Int)
        /// A socket file of this mode, which is made at start and removed at the end.
        case unix(path: String, mode: UInt32)
        /// A listening socket that was opened by whoever started the process (``SocketActivation``).
        case inherited(descriptor: Int32)
    }

    package var endpoint: Endpoint

    /// Comes with every request, so that the application can tell its callers apart.
    package var purpose: ListenerPurpose

    /// With what its connections are encrypted; `nil` for plain text.
    package var tls: RenewableTLSContext?

    /// A listener for everybody, in plain text, unless told otherwise.
    package init(
        _ endpoint: Endpoint, purpose: ListenerPurpose = .public, tls: RenewableTLSContext? = nil
    ) {
        self.endpoint = endpoint
        self.purpose = purpose
        self.tls = tls
    }

    /// The mode of a socket that only its owner, and root, may connect to.
    package static let privateMode: UInt32 = 0o600
}

extension ListenerConfiguration: CustomStringConvertible {
    /// As in a configuration: `127.0.0.1:8080`, `[::1]:8080`, `unix:/run/x.sock`, `fd:3`.
    package var description: String {
        switch endpoint {
        case .tcp(let address, let port):
            address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
        case .unix(let path, _): "unix:\(path)"
        case .inherited(let descriptor): "fd:\(descriptor)"
        }
    }
}
