extension PeerAddress {
    private static let group: UInt64 = 16

    /// Reads a numeric address: dotted decimal without leading zeros, or IPv6 without a zone (RFC 3986 §3.2.2).
    ///
    /// - Returns: `nil` for anything else; names are not looked up.
    package init?(_ text: Span<UInt8>) {
        if IPv6Syntax.isIPv4(text) {
            self.init(ipv4: Self.ipv4(text))
        } else if IPv6Syntax.isAddress(text) {
            self = Self.ipv6(text)
        } else {
            return nil
        }
    }

    /// Reads a numeric address from a text.
    package init?(_ text: String) {
        self.init(text.utf8.span)
    }

    /// An IPv4 address, first octet highest.
    package init(ipv4: UInt32) {
        self.init(low: Self.mappedPrefix | UInt64(ipv4))
    }

    private static func ipv4(_ text: Span<UInt8>) -> UInt32 {
        var address: UInt32 = 0
        var number: UInt32 = 0
        for index in text.indices {
            if text[index] == Octets.period {
                address = address << 8 | number
                number = 0
            } else {
                number = number * 10 + UInt32(text[index] - Octets.zero)
            }
        }
        return address << 8 | number
    }

    /// The value of what ``IPv6Syntax`` has accepted: the groups before the gap, then those behind it.
    private static func ipv6(_ text: Span<UInt8>) -> PeerAddress {
        var front: [UInt16] = []
        var back: [UInt16]?
        var start = 0
        for index in 0...text.count where index == text.count || text[index] == Octets.colon {
            let groups = groups(text.extracting(start..<index))
            if back == nil { front += groups } else { back? += groups }
            if index > 0, index < text.count, index == start { back = back ?? [] }
            start = index + 1
        }
        let gap = [UInt16](repeating: 0, count: max(0, 8 - front.count - (back?.count ?? 0)))
        let all = front + gap + (back ?? [])
        return PeerAddress(high: word(all[..<4]), low: word(all[4...]))
    }

    /// One group of hexadecimal digits, two of an IPv4 address at the end, none between two colons.
    private static func groups(_ text: Span<UInt8>) -> [UInt16] {
        if text.isEmpty { return [] }
        if IPv6Syntax.isIPv4(text) {
            let address = ipv4(text)
            return [UInt16(address >> 16), UInt16(address & 0xffff)]
        }
        var value: UInt16 = 0
        for index in text.indices { value = value << 4 | UInt16(Octets.hexadecimal(text[index]) ?? 0) }
        return [value]
    }

    private static func word(_ groups: ArraySlice<UInt16>) -> UInt64 {
        groups.reduce(0) { $0 << group | UInt64($1) }
    }
}
