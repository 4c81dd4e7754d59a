/// The text form of IPv6 addresses, without zones (RFC 3986 §3.2.2, `IPv6address`).
enum IPv6Syntax {
    private static let groups = 8

    static func isAddress(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        var count = 0
        var hasGap = false
        while index < bytes.count {
            if isGap(bytes, at: index) {
                guard !hasGap else { return false }
                hasGap = true
                index += 2
                continue
            }
            if count > 0, bytes[index - 1] != Octets.colon {
                guard bytes[index] == Octets.colon, index + 1 < bytes.count else { return false }
                index += 1
            }
            let length = groupLength(bytes, from: index)
            if index + length < bytes.count, bytes[index + length] == Octets.period {
                count += 2
                return isIPv4(bytes.extracting(index..<bytes.count)) && isComplete(count, hasGap)
            }
            guard 1...4 ~= length else { return false }
            index += length
            count += 1
        }
        return isComplete(count, hasGap)
    }

    private static func isComplete(_ count: Int, _ hasGap: Bool) -> Bool {
        hasGap ? count < groups : count == groups
    }

    private static func isGap(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == Octets.colon && bytes[index + 1] == Octets.colon
    }

    private static func groupLength(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, Octets.hexadecimal(bytes[end]) != nil { end += 1 }
        return end - start
    }

    /// Four numbers 0…255 without leading zeros (RFC 3986 §3.2.2, `IPv4address`).
    static func isIPv4(_ bytes: Span<UInt8>) -> Bool {
        var numbers = 0
        var index = 0
        while index < bytes.count {
            let start = index
            var value = 0
            while index < bytes.count, Octets.isDigit(bytes[index]), index - start < 3 {
                value = value * 10 + Int(bytes[index] - Octets.zero)
                index += 1
            }
            let length = index - start
            guard length > 0, value <= 255, length == 1 || bytes[start] != Octets.zero else { return false }
            numbers += 1
            if index == bytes.count { break }
            guard bytes[index] == Octets.period, index + 1 < bytes.count else { return false }
            index += 1
        }
        return numbers == 4
    }
}
