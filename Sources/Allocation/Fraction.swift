/// An exact share: a numerator over a denominator, in lowest terms.
///
/// Both stay below 10^16 here (sums of at most 10,000 amounts of 10^12), so that products fit 128 bits.
package struct Fraction: Comparable, Hashable, Sendable {
    /// The part above the line; never negative.
    package let numerator: Int64

    /// The part below the line; always positive.
    package let denominator: Int64

    /// All of it.
    package static let one = Fraction(1, 1)

    /// Nothing of it.
    package static let zero = Fraction(0, 1)

    /// A share in lowest terms; of nothing it is nothing.
    package init(_ numerator: Int64, _ denominator: Int64) {
        let divisor = Self.greatestCommonDivisor(numerator, denominator)
        guard denominator > 0, divisor > 0 else {
            (self.numerator, self.denominator) = (0, 1)
            return
        }
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    package static func < (one: Fraction, other: Fraction) -> Bool {
        Int128(one.numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(one.denominator)
    }

    /// The share of `amount`, rounded down to a whole number.
    package func of(_ amount: Int64) -> Int64 {
        Int64(Int128(amount) * Int128(numerator) / Int128(denominator))
    }

    /// The share in millionths, rounded down.
    package var millionths: Int64 { of(1_000_000) }

    private static func greatestCommonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
        var (larger, smaller) = (one, other)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
