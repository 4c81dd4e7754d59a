// Identifiers are the most frequent thing in answers, logs and the audit log: eight digits at a time instead of one.

extension UInt64 {
    /// The eight hexadecimal digits of `bits`, lower case, in ASCII; the first is the most significant octet.
    init(hexadecimal bits: UInt32) {
        // Each step moves the upper half of each group away from the lower one, until each octet has one digit.
        var digits = UInt64(bits)
        digits = (digits | digits << 16) & 0x0000_ffff_0000_ffff
        digits = (digits | digits << 8) & 0x00ff_00ff_00ff_00ff
        digits = (digits | digits << 4) & 0x0f0f_0f0f_0f0f_0f0f
        // 6 more carries a digit from ten on into the fifth bit.
        let areLetters = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        self = digits &+ 0x3030_3030_3030_3030 &+ areLetters &* (0x61 - 0x30 - 10)
    }
}

extension OutputSpan<UInt8> {
    /// Appends eight hexadecimal digits.
    @inline(__always)
    mutating func append(hexadecimal bits: UInt32) {
        let digits = UInt64(hexadecimal: bits)
        append(halfOf: digits >> 32)
        append(halfOf: digits)
    }

    /// Appends the four octets of the lower half, the most significant first.
    @inline(__always)
    mutating func append(halfOf digits: UInt64) {
        append(UInt8(truncatingIfNeeded: digits >> 24))
        append(UInt8(truncatingIfNeeded: digits >> 16))
        append(UInt8(truncatingIfNeeded: digits >> 8))
        append(UInt8(truncatingIfNeeded: digits))
    }
}
