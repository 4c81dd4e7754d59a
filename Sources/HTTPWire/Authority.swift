/// A host with an optional port, as `Host` and absolute targets carry it (RFC 9110 §7.2, RFC 3986 §3.2).
///
/// User information is never part of it (RFC 9110 §4.2.4).
package struct Authority: Hashable, Sendable {
    /// The host in lower case; an IPv6 address with its brackets.
    package let host: [UInt8]

    /// The port, 0…65,535, when one is given.
    package let port: Int?

    /// Reads `host`, `host:port` or `[IPv6]:port`.
    ///
    /// - Returns: `nil` for anything else. Names are limited to the `unreserved` characters: percent-escapes
    ///   and the `sub-delims` of RFC 3986 occur in no DNS name.
    package init?(_ bytes: ArraySlice<UInt8>) {
        guard let parts = Self.parts(of: bytes.span) else { return nil }
        host = bytes.prefix(parts.hostLength).map(Octets.lowercased)
        port = parts.port
    }

    /// Whether the host is this one, in any case.
    func isNamed(_ octets: Span<UInt8>) -> Bool {
        guard octets.count == host.count else { return false }
        for index in octets.indices where Octets.lowercased(octets[index]) != host[index] { return false }
        return true
    }

    /// Finds the end of the host and the port behind it.
    static func parts(of bytes: Span<UInt8>) -> (hostLength: Int, port: Int?)? {
        guard let length = hostLength(in: bytes) else { return nil }
        if length == bytes.count { return (length, nil) }
        guard bytes[length] == Octets.colon else { return nil }
        var port = 0
        for index in length + 1..<bytes.count {
            guard Octets.isDigit(bytes[index]) else { return nil }
            port = port * 10 + Int(bytes[index] - Octets.zero)
            guard port <= 65_535 else { return nil }
        }
        return (length, length + 1 == bytes.count ? nil : port)
    }

    private static func hostLength(in bytes: Span<UInt8>) -> Int? {
        guard !bytes.isEmpty else { return nil }
        if bytes[0] == Octets.leftBracket { return literalLength(in: bytes) }
        var length = 0
        while length < bytes.count, Octets.isUnreserved(bytes[length]) { length += 1 }
        return length > 0 ? length : nil
    }

    private static func literalLength(in bytes: Span<UInt8>) -> Int? {
        for index in bytes.indices where bytes[index] == Octets.rightBracket {
            return IPv6Syntax.isAddress(bytes.extracting(1..<index)) ? index + 1 : nil
        }
        return nil
    }
}
