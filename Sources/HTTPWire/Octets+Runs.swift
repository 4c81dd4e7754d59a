extension Octets {
    /// The first octet at or after `start` that cannot stand in a field value, or `end`.
    ///
    /// Looks at eight octets at a time: values are most of a head, and most of them are plain.
    @inline(__always)
    static func endOfFieldValue(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index + 8 <= end {
            let controls = controls(in: word(bytes.extracting(index..<index + 8)))
            if controls == 0 {
                index &+= 8
            } else {
                index &+= controls.trailingZeroBitCount / 8
                guard bytes[index] == tab else { return index }
                index &+= 1
            }
        }
        while index < end, isFieldValue(bytes[index]) { index &+= 1 }
        return index
    }

    /// Eight octets as one number, the first lowest: the compiler makes one load of it.
    @inline(__always)
    static func word(_ bytes: Span<UInt8>) -> UInt64 {
        let low =
            UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16 | UInt64(bytes[3]) << 24
        let high =
            UInt64(bytes[4]) | UInt64(bytes[5]) << 8 | UInt64(bytes[6]) << 16 | UInt64(bytes[7]) << 24
        return low | high << 32
    }

    /// The top bits of those octets that are control characters; exact for the first of them.
    ///
    /// Per octet: below 0x20, subtracting 0x20 borrows into the top bit of an octet that had none; 0x7f is the
    /// one whose difference to 0x7f is zero. A borrow passes only from a control character to later octets, which
    /// may then be reported although they are none.
    @inline(__always)
    private static func controls(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops = ones << 7
        let belowSpace = (word &- ones &* 0x20) & ~word
        let difference = word ^ ones &* 0x7f
        let isDelete = (difference &- ones) & ~difference
        return (belowSpace | isDelete) & tops
    }
}
