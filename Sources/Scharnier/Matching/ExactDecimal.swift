/// A decimal number as it is written, to be compared without rounding, however many digits it has.
struct ExactDecimal: Comparable {
    private let isNegative: Bool

    /// The digits before the point without leading zeros, and those behind it without trailing ones.
    private let whole: [UInt8]
    private let fraction: [UInt8]

    /// Reads `-12.50`: digits with at most one point between them, a sign before them.
    init?(_ text: String) {
        var rest = Substring(text)
        let hasSign = rest.first == "-"
        if hasSign { rest = rest.dropFirst() }
        let parts = rest.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }) else {
            return nil
        }
        let zero = UInt8(ascii: "0")
        whole = Array(first.drop { $0 == zero })
        let behind = parts.count == 2 ? Array(parts[1]) : []
        fraction = Array(behind.prefix((behind.lastIndex { $0 != zero } ?? -1) + 1))
        isNegative = hasSign && !(whole.isEmpty && fraction.isEmpty)
    }

    static func < (one: ExactDecimal, other: ExactDecimal) -> Bool {
        guard one.isNegative == other.isNegative else { return one.isNegative }
        return one.isNegative ? other.isCloserToZero(than: one) : one.isCloserToZero(than: other)
    }

    private func isCloserToZero(than other: ExactDecimal) -> Bool {
        guard whole.count == other.whole.count else { return whole.count < other.whole.count }
        guard whole == other.whole else { return whole.lexicographicallyPrecedes(other.whole) }
        return fraction.lexicographicallyPrecedes(other.fraction)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
