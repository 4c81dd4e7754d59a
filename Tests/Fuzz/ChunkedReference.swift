/// The chunked coding read by the letter of RFC 9112 §7.1, whole lines at a time: slow, simple, and written without
/// a look at the decoder that it judges.
struct ChunkedReference {
    /// Fields that a trailer section may have (operations.md §3).
    private static let trailerFields = 100

    private let bytes: [UInt8]
    /// Behind what has been read.
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The decoded content; `nil` if the octets do not begin with a whole, valid message.
    mutating func content() -> [UInt8]? {
        var content: [UInt8] = []
        while let line = line(), let size = Self.size(of: line) {
            if size == 0 { return skipsTrailers() ? content : nil }
            guard size <= bytes.count - position else { return nil }
            content += bytes[position..<position + size]
            position += size
            guard let end = self.line(), end.isEmpty else { return nil }
        }
        return nil
    }

    /// The octets up to the next CR LF, which are passed over.
    private mutating func line() -> [UInt8]? {
        var end = position
        while end + 1 < bytes.count {
            if bytes[end] == 0x0d, bytes[end + 1] == 0x0a {
                defer { position = end + 2 }
                return Array(bytes[position..<end])
            }
            end += 1
        }
        return nil
    }

    private mutating func skipsTrailers() -> Bool {
        var count = 0
        while let line = line() {
            if line.isEmpty { return true }
            count += 1
            guard count <= Self.trailerFields, let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
                line[..<colon].allSatisfy(Self.isToken), line[(colon + 1)...].allSatisfy(Self.isText)
            else { return false }
        }
        return false
    }

    /// `chunk-size [ chunk-ext ]`.
    private static func size(of line: [UInt8]) -> Int? {
        let digits = line.prefix { Unicode.Scalar($0).properties.isASCIIHexDigit }
        guard 1...15 ~= digits.count, isExtensions(line.dropFirst(digits.count)) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// `*( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )`.
    private static func isExtensions(_ octets: ArraySlice<UInt8>) -> Bool {
        var rest = octets
        while !rest.isEmpty {
            guard take(UInt8(ascii: ";"), &rest), takeToken(&rest) else { return false }
            var value = rest
            guard take(UInt8(ascii: "="), &value) else { continue }
            guard value.first == UInt8(ascii: "\"") ? takeQuoted(&value) : takeToken(&value) else {
                return false
            }
            rest = value
        }
        return true
    }

    private static func take(_ octet: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
        let after = rest.drop(while: isBlank)
        guard after.first == octet else { return false }
        rest = after.dropFirst().drop(while: isBlank)
        return true
    }

    private static func takeToken(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let token = rest.prefix(while: isToken)
        rest = rest.dropFirst(token.count)
        return !token.isEmpty
    }

    private static func takeQuoted(_ rest: inout ArraySlice<UInt8>) -> Bool {
        rest = rest.dropFirst()
        while let octet = rest.popFirst(), isText(octet) {
            if octet == UInt8(ascii: "\"") { return true }
            if octet == UInt8(ascii: "\\") {
                guard let escaped = rest.popFirst(), isText(escaped) else { return false }
            }
        }
        return false
    }

    private static func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || octet == 0x09 }

    private static func isText(_ octet: UInt8) -> Bool { octet == 0x09 || octet >= 0x20 && octet != 0x7f }

    private static func isToken(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(octet)
        }
    }
}
