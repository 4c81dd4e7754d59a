/// A decimal number as it is written, to be compared without rounding: a whole number of the smallest part.
struct ExactDecimal: Comparable {
    private let parts: Int128

    /// Digits before and behind the point; together they fit 128 bits, and no measure needs more.
    private static let mostDigits = 18

    /// Reads `-12.50`: digits with at most one point between them, a sign before them.
    init?(_ text: String) {
        var (parts, whole, fraction) = (Int128(0), 0, 0)
        var (isNegative, hasPoint) = (false, false)
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                parts = parts * 10 + Int128(byte - UInt8(ascii: "0"))
                if hasPoint { fraction += 1 } else { whole += 1 }
            case UInt8(ascii: "-") where position == 0: isNegative = true
            case UInt8(ascii: ".") where !hasPoint && whole > 0: hasPoint = true
            default: return nil
            }
            guard whole <= Self.mostDigits, fraction <= Self.mostDigits else { return nil }
        }
        guard whole > 0, fraction > 0 || !hasPoint else { return nil }
        for _ in fraction..<Self.mostDigits { parts *= 10 }
        self.parts = isNegative ? -parts : parts
    }

    static func < (one: ExactDecimal, other: ExactDecimal) -> Bool { one.parts < other.parts }
}
