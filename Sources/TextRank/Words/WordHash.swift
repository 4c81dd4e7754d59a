/// The number by which a word is known: 64 bits, the same on every machine and in every version.
///
/// FNV-1a (draft-eastlake-fnv) over the octets, then mixed, so that all bits are spread evenly. Of a million words,
/// two share a number with a probability of 1 in 10^7; they would merely count as the same word.
@frozen
package struct WordHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Of no octets yet.
    package init() {}

    /// Of these octets.
    package init(_ octets: some Sequence<UInt8>) {
        for octet in octets { append(octet) }
    }

    /// Takes in one octet more.
    package mutating func append(_ octet: UInt8) {
        state = (state ^ UInt64(octet)) &* 0x100_0000_01B3
    }

    /// The number of what was taken in so far; never 0, which stands for "none".
    package var value: UInt64 {
        var mixed = (state ^ state >> 32) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 32
        return mixed == 0 ? 1 : mixed
    }
}
