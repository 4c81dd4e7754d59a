/// The address at the other end of a connection: IPv6, with IPv4 in its mapped form (RFC 4291 §2.5.5.2).
package struct PeerAddress: Hashable, Sendable {
    /// The first eight octets, in network order.
    package var high: UInt64

    /// The last eight octets, in network order.
    package var low: UInt64

    /// The unspecified address `::` unless told otherwise.
    package init(high: UInt64 = 0, low: UInt64 = 0) {
        self.high = high
        self.low = low
    }

    static let mappedPrefix: UInt64 = 0xffff << 32

    /// The IPv4 address, first octet highest, if it is one.
    package var ipv4: UInt32? {
        high == 0 && low & ~0xffff_ffff == Self.mappedPrefix ? UInt32(truncatingIfNeeded: low) : nil
    }

    /// `127.0.0.0/8` or `::1`.
    package var isLoopback: Bool {
        ipv4.map { $0 >> 24 == 127 } ?? (high == 0 && low == 1)
    }

    /// What one subscriber usually has: the IPv4 address, or the /64 of the IPv6 address (RFC 6177 §2).
    ///
    /// Limits and quotas by address count this, for the rest of an IPv6 address is its owner's to choose.
    package var subscriber: PeerAddress {
        ipv4 == nil ? PeerAddress(high: high) : self
    }
}

extension PeerAddress: CustomStringConvertible {
    /// Dotted decimal, or eight groups without compression.
    package var description: String {
        if let ipv4 {
            return [24, 16, 8, 0].map { String(ipv4 >> $0 & 0xff) }.joined(separator: ".")
        }
        let groups = [high, low].flatMap { word in [48, 32, 16, 0].map { word >> $0 & 0xffff } }
        return groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}
