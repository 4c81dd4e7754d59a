/// How alike two documents are.
@frozen
package struct Relevance: Sendable, Equatable {
    /// What shared stems are worth (BM25F from both sides), in 1/16384.
    package let sum: UInt32

    /// How much the letter groups point the same way, in ten-thousandths.
    package let cosine: Int

    /// What shared stems are worth, and the cosine of the letter groups.
    package init(sum: UInt32, cosine: Int) {
        self.sum = sum
        self.cosine = cosine
    }

    /// What 1 is in ``sum``.
    package static let unit: UInt32 = 16_384

    /// What one shared stem is worth: both impacts and the rarity in 1/4096, the result in 1/16384.
    @inlinable
    package static func gain(_ one: UInt16, _ other: UInt16, rarity: UInt32) -> UInt32 {
        // Impacts are at most 2.2 and rarities at most 20, so the product is below 2^32.
        (((UInt32(one) &* UInt32(other)) >> 12) &* rarity) >> 10
    }

    /// The cosine of two lists of weights with this scalar product, as long as ``vectorLength(of:)`` says.
    static func cosine(product: UInt32, lengths one: UInt32, _ other: UInt32) -> Int {
        // At most 256 · 255² · 10^4 · 2^16, which is below 2^54.
        let both = UInt64(one) * UInt64(other)
        return both == 0 ? 0 : Int(min(10_000, (UInt64(product) * (10_000 << 16) + both / 2) / both))
    }

    /// The square root of the sum of the squares of these weights, in 1/256.
    static func vectorLength(of weights: some Sequence<UInt8>) -> UInt32 {
        UInt32(squareRoot(weights.reduce(UInt64(0)) { $0 + UInt64($1) * UInt64($1) } << 16))
    }

    /// The square root, rounded down (Newton's iteration from above).
    static func squareRoot(_ number: UInt64) -> UInt64 {
        guard number > 1 else { return number }
        var root = UInt64(1) << UInt64((65 - number.leadingZeroBitCount) / 2)
        while true {
            let next = (root + number / root) / 2
            if next >= root { return root }
            root = next
        }
    }
}
