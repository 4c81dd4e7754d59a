/// One JSON value as it was read (RFC 8259 §3).
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// A number without fraction and exponent, within ±(2^53−1); `-0` is 0.
    case integer(Int64)
    /// Any other number, its text as sent; it follows the grammar of RFC 8259 §6.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// Whether both values were written alike: texts by their bytes, members in the same order.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a.hasSameBytes(as: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }
}

extension JSONValue {
    /// Reads `bytes` as one JSON text: exactly one value, with blanks around it at most (RFC 8259 §2).
    ///
    /// Time and memory are linear in the number of bytes, whatever they are.
    /// - Throws: ``JSONSyntaxError`` for the first fault in document order.
    package init(
        parsing bytes: [UInt8], limits: JSONLimits = .standard
    ) throws(JSONSyntaxError) {
        var reader = Reader(bytes: bytes, limits: limits)
        self = try reader.document()
    }
}

extension String {
    /// Whether both texts are the same UTF-8 bytes; `==` would also equate "é" with "e" and an accent.
    func hasSameBytes(as other: String) -> Bool {
        let (left, right) = (utf8.span, other.utf8.span)
        return left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
    }
}
