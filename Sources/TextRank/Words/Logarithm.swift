/// Natural logarithms in whole numbers, so that every machine finds the same score.
enum Logarithm {
    /// What 1 is written as.
    static let unit = 4096

    /// The natural logarithm of `number` in 1/4096, rounded; `number` is at least 1.
    ///
    /// The binary digits of log2 come from squaring again and again (Knuth, TAOCP 1, §1.2.2, exercise 25), then times
    /// ln 2.
    static func natural(_ number: UInt64) -> Int {
        let whole = 63 - number.leadingZeroBitCount
        // The number between 1 and 2, in 1/2^31.
        var rest = whole > 31 ? number >> UInt64(whole - 31) : number << UInt64(31 - whole)
        var binary = UInt64(whole)
        for _ in 0..<fractionBits {
            rest = (rest * rest) >> 31
            let bit = rest >> 32
            binary = binary << 1 | bit
            rest >>= bit
        }
        let shift = UInt64(fractionBits + 24 - 12)
        return Int((binary * naturalOfTwo + (1 << (shift - 1))) >> shift)
    }

    /// Binary digits of log2 that are found.
    private static let fractionBits = 20

    /// ln 2 in 1/2^24.
    private static let naturalOfTwo: UInt64 = 11_629_080

    /// How much it tells that a word is in `frequency` of `count` documents, in 1/4096:
    /// ln(1 + (N − df + ½)/(df + ½)), which is ln(2N + 2) − ln(2df + 1).
    static func rarity(of frequency: Int, in count: Int) -> UInt32 {
        let all = natural(UInt64(2 * max(count, frequency) + 2))
        return UInt32(max(0, all - natural(UInt64(2 * frequency + 1))))
    }
}
