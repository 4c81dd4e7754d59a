/// A block of addresses: `10.0.0.0/8`, `2001:db8::/32`, or a single address (RFC 4632 §3.1, RFC 4291 §2.3).
package struct NetworkPrefix: Hashable, Sendable {
    /// The first address of the block.
    package let address: PeerAddress

    /// The number of leading bits that all addresses of the block share: 0…32 for IPv4, 0…128 for IPv6.
    package let length: Int

    /// Reads a block; without `/` it is a single address.
    ///
    /// - Returns: `nil` for what is no block, and for bits set behind the prefix: `10.0.0.1/8` says two things.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: Octets.slash, maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = PeerAddress(Array(first).span) else { return nil }
        let width = address.ipv4 == nil ? 128 : 32
        let length = parts.count > 1 ? Self.number(Array(parts[1])) : width
        guard let length, length <= width else { return nil }
        self.address = address
        self.length = length
        guard masked(address) == address else { return nil }
    }

    /// Whether an address lies in the block; blocks of one family hold no address of the other.
    package func contains(_ other: PeerAddress) -> Bool {
        (other.ipv4 == nil) == (address.ipv4 == nil) && masked(other) == address
    }

    private func masked(_ other: PeerAddress) -> PeerAddress {
        let bits = address.ipv4 == nil ? length : length + 96
        return PeerAddress(
            high: other.high & Self.mask(min(bits, 64)), low: other.low & Self.mask(max(0, bits - 64)))
    }

    /// A word whose first bits are ones; Swift's shift by 64 gives 0.
    private static func mask(_ ones: Int) -> UInt64 { UInt64.max << (64 - ones) }

    private static func number(_ digits: [UInt8]) -> Int? {
        guard 1...3 ~= digits.count, digits.allSatisfy(Octets.isDigit),
            digits.count == 1 || digits[0] != Octets.zero
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - Octets.zero) }
    }
}

extension NetworkPrefix: CustomStringConvertible {
    /// Address and length, also of a single address.
    package var description: String { "\(address)/\(length)" }
}
