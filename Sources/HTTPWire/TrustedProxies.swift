import Synchronization

/// Whose word about callers is believed.
package struct TrustedProxies: Hashable, Sendable {
    private let prefixes: [NetworkPrefix]
    private let includesUnix: Bool

    /// The keyword for peers on Unix sockets, which have no address.
    private static let unix = "unix"

    /// Nobody unless told otherwise.
    package init(_ prefixes: [NetworkPrefix] = [], includesUnix: Bool = false) {
        self.prefixes = prefixes
        self.includesUnix = includesUnix
    }

    /// Reads blocks of addresses and the word `unix`, as the configuration lists them.
    ///
    /// - Throws: ``Unreadable`` with the first entry that is neither.
    package init(reading entries: [String]) throws(Unreadable) {
        var prefixes: [NetworkPrefix] = []
        for entry in entries where entry != Self.unix {
            guard let prefix = NetworkPrefix(entry) else { throw Unreadable(entry: entry) }
            prefixes.append(prefix)
        }
        self.init(prefixes, includesUnix: entries.contains(Self.unix))
    }

    /// Whether a connection of this origin comes from a trusted proxy.
    package func include(_ origin: Origin) -> Bool {
        origin.credentials == nil ? contain(origin.peer) : includesUnix
    }

    /// Whether an address is that of a trusted proxy.
    package func contain(_ address: PeerAddress) -> Bool {
        prefixes.contains { $0.contains(address) }
    }

    /// An entry that names no block of addresses.
    package struct Unreadable: Error, Hashable, Sendable {
        /// The entry as it was given.
        package let entry: String
    }
}

/// The trusted proxies of a running server: read by every loop, replaced when the configuration is read again.
package final class ProxyTrust: Sendable {
    private let proxies: Mutex<TrustedProxies>

    /// Begins with these.
    package init(_ proxies: TrustedProxies = TrustedProxies()) {
        self.proxies = Mutex(proxies)
    }

    /// Those of this moment.
    package var current: TrustedProxies { proxies.withLock { $0 } }

    /// Holds for whatever is asked from now on.
    package func replace(with proxies: TrustedProxies) {
        self.proxies.withLock { $0 = proxies }
    }
}
