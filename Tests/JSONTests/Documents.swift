import JSON
import Testing

/// Documents with what reading them must give, made from the grammar of RFC 8259.
enum Documents {
    /// A document and its value.
    struct Valid: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let value: JSONValue

        init(_ text: String, _ value: JSONValue) {
            self.bytes = Array(text.utf8)
            self.value = value
        }

        /// Whether the document has an end of its own: a number cut short may still be a number.
        var endsItself: Bool {
            [UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "e"), UInt8(ascii: "l")]
                .contains(bytes.last)
        }

        var testDescription: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// A document with its first fault.
    struct Invalid: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let offset: Int
        let reason: JSONSyntaxError.Reason

        init(_ text: String, _ offset: Int, _ reason: JSONSyntaxError.Reason) {
            self.init(Array(text.utf8), offset, reason)
        }

        init(_ bytes: [UInt8], _ offset: Int, _ reason: JSONSyntaxError.Reason) {
            self.bytes = bytes
            self.offset = offset
            self.reason = reason
        }

        var testDescription: String { "\(bytes): \(reason) at \(offset)" }
    }

    static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
    }
}

extension JSONValue {
    /// An object with `members`, whose names differ.
    static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        JSONObject(members: members.map { JSONObject.Member(name: $0.key, value: $0.value) })
            .map(JSONValue.object) ?? .null
    }
}
