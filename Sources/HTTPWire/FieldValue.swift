/// A value that a field may have: no CR, LF, NUL or other control character but tab (RFC 9110 §5.5).
///
/// A wrong value is refused, never repaired: what was meant cannot be known.
package struct FieldValue: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The octets as they are sent.
    package let bytes: [UInt8]

    /// Checks octets that come from outside.
    ///
    /// - Throws: ``InvalidFieldValue`` for control characters and for blanks at either end.
    package init(_ bytes: [UInt8]) throws(InvalidFieldValue) {
        try Self.check(bytes.span)
        self.bytes = bytes
    }

    /// Checks a text that comes from outside; it is sent as UTF-8.
    ///
    /// - Throws: ``InvalidFieldValue`` for control characters and for blanks at either end.
    package init(_ text: String) throws(InvalidFieldValue) {
        try self.init(Array(text.utf8))
    }

    /// A whole number in decimal.
    package init(_ number: Int) {
        bytes = Array(String(number).utf8)
    }

    /// A value written in the code; a wrong one there is a programming error and traps.
    package init(stringLiteral value: StaticString) {
        self.init(known: value.description)
    }

    /// A value of the program itself; a wrong one is a programming error and traps.
    init(known value: String) {
        bytes = Array(value.utf8)
        precondition(Self.isValid(bytes.span))
    }

    /// Tells whether these octets may be sent as a field value.
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        guard let last = bytes.indices.last else { return true }
        return !Octets.isBlank(bytes[0]) && !Octets.isBlank(bytes[last])
            && Octets.endOfFieldValue(bytes, from: 0, to: bytes.count) == bytes.count
    }

    static func check(_ bytes: Span<UInt8>) throws(InvalidFieldValue) {
        guard isValid(bytes) else { throw InvalidFieldValue() }
    }
}

/// The refusal of a field value that would not arrive as it was meant.
package struct InvalidFieldValue: Error, Hashable, Sendable {}
