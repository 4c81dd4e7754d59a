/// Names one `Entity` for as long as it exists: a UUID (RFC 9562), normally version 7.
///
/// An `Identifier<Need>` is never an `Identifier<Offer>`. Order is that of the bytes, which for version 7
/// is the order of creation.
@frozen
package struct Identifier<Entity>: Hashable, Comparable, Sendable {
    /// The first eight bytes, most significant first.
    package let high: UInt64

    /// The last eight bytes, most significant first.
    package let low: UInt64

    /// Puts an identifier together from its 128 bits.
    @inlinable
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The same bits as the name of another kind of thing.
    @inlinable
    package init<Other>(_ other: Identifier<Other>) {
        self.init(high: other.high, low: other.low)
    }

    /// The identifier that stands for "not yet": all bits zero (RFC 9562 §5.9).
    package static var `nil`: Identifier { Identifier(high: 0, low: 0) }

    @inlinable
    package static func < (one: Identifier, other: Identifier) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }
}

extension Identifier {
    /// Reads the one accepted text form: 36 characters, lower case, with hyphens (api.md §1).
    package init?(utf8 text: some Sequence<UInt8>) {
        var halves: (UInt64, UInt64) = (0, 0)
        var position = 0
        for byte in text {
            if Self.isHyphen(position) {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard position < 36, let digit = Self.digit(byte) else { return nil }
                halves.0 = halves.0 << 4 | halves.1 >> 60
                halves.1 = halves.1 << 4 | digit
            }
            position += 1
        }
        guard position == 36 else { return nil }
        self.init(high: halves.0, low: halves.1)
    }

    /// Reads the one accepted text form.
    package init?(_ text: String) {
        self.init(utf8: text.utf8)
    }

    private static func isHyphen(_ position: Int) -> Bool {
        position == 8 || position == 13 || position == 18 || position == 23
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }
}

extension Identifier: CanonicalText {
    package static var longestText: Int { 36 }

    /// The 36 characters that are also read.
    package func append(to text: inout OutputSpan<UInt8>) {
        text.append(hexadecimal: UInt32(truncatingIfNeeded: high >> 32))
        text.append("-")
        let middle = UInt64(hexadecimal: UInt32(truncatingIfNeeded: high))
        text.append(halfOf: middle >> 32)
        text.append("-")
        text.append(halfOf: middle)
        text.append("-")
        let end = UInt64(hexadecimal: UInt32(truncatingIfNeeded: low >> 32))
        text.append(halfOf: end >> 32)
        text.append("-")
        text.append(halfOf: end)
        text.append(hexadecimal: UInt32(truncatingIfNeeded: low))
    }
}
