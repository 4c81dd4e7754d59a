import HTTPWire

/// Where to listen: a numeric address and a port, as `127.0.0.1:8080` or `[::1]:8080`.
package struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    /// IPv4 in dotted decimal, or IPv6 without brackets.
    package let address: String

    /// 0…65,535; 0 lets the system choose.
    package let port: Int

    /// A port on this machine's own address.
    init(loopback port: Int) {
        address = "127.0.0.1"
        self.port = port
    }

    /// Reads `ADDRESS:PORT`; `nil` for names and for anything else.
    package init?(_ text: String) {
        guard let authority = Authority(Array(text.utf8)[...]), let port = authority.port else { return nil }
        let host = String(decoding: authority.host, as: UTF8.self)
        guard host.hasPrefix("[") || Self.isIPv4(host) else { return nil }
        address = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        self.port = port
    }

    package var description: String { address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)" }

    /// Whether only this machine can reach it.
    package var isLoopback: Bool { address == "::1" || address.hasPrefix("127.") }

    private static func isIPv4(_ host: String) -> Bool {
        let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy(isOctet)
    }

    private static func isOctet(_ part: Substring.UTF8View) -> Bool {
        guard part.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            let number = DecimalText.integer(Array(part)[...])
        else { return false }
        return number <= 255
    }
}
