import HTTPWire

/// The names that callers give to a request, so that they can find it in the log of the instance (api.md §14).
///
/// They come from outside: what does not have exactly the right form is ignored, not repaired.
package struct ForeignIDs: Hashable, Sendable {
    /// The value of `X-Request-Id`: 8 to 64 letters, digits, `.`, `_` or `-`.
    package let request: String?

    /// The trace that `traceparent` names: 32 hexadecimal digits.
    package let trace: String?

    private static let requestLengths = 8...64

    /// Those in a field section.
    init(_ fields: Fields) {
        request = Self.only(.requestID, in: fields).flatMap(Self.requestID)
        trace = Self.only("traceparent", in: fields).flatMap(Self.traceID)
    }

    /// The identifier of a request that is called `id` here: what a trusted proxy has already called it is taken over, so
    /// that it has one name in the logs of both.
    func id(else id: String, from client: Client) -> String {
        client.isNamedByProxy ? request ?? id : id
    }

    /// Of two fields nobody can say which one is meant.
    private static func only(_ name: FieldName, in fields: Fields) -> ArraySlice<UInt8>? {
        guard let value = fields.first(name), fields.count(of: name) == 1 else { return nil }
        return value
    }

    private static func requestID(_ value: ArraySlice<UInt8>) -> String? {
        guard requestLengths.contains(value.count), value.allSatisfy(isPlain) else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// `traceparent` (W3C Trace Context, §3.2.2): `version-trace-parent-flags` in lower-case hexadecimal digits.
extension ForeignIDs {
    private static let length = 55
    private static let version = 0..<2
    private static let trace = 3..<35
    private static let parent = 36..<52
    private static let flags = 53..<55
    private static let dashes = [2, 35, 52]

    /// - Returns: `nil` for anything that §3.2.2 calls invalid. Of later versions only the part that all have in common is
    ///   read (§3.2.3); it ends there or at a dash.
    private static func traceID(_ value: ArraySlice<UInt8>) -> String? {
        let value = Array(value)
        guard value.count >= length, dashes.allSatisfy({ value[$0] == UInt8(ascii: "-") }),
            [version, trace, parent, flags].allSatisfy({ value[$0].allSatisfy(isDigit) })
        else { return nil }
        let isFirstVersion = value[version].allSatisfy(isZero)
        let isForbiddenVersion = value[version].allSatisfy { $0 == UInt8(ascii: "f") }
        let mayGoOn = !isFirstVersion && value.dropFirst(length).first == UInt8(ascii: "-")
        guard !isForbiddenVersion, value.count == length || mayGoOn, !value[trace].allSatisfy(isZero),
            !value[parent].allSatisfy(isZero)
        else { return nil }
        return String(decoding: value[trace], as: UTF8.self)
    }

    private static func isZero(_ octet: UInt8) -> Bool { octet == UInt8(ascii: "0") }

    private static func isDigit(_ octet: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= octet || UInt8(ascii: "a")...UInt8(ascii: "f") ~= octet
    }
}
