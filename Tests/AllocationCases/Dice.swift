/// Repeatable chance: the same seed throws the same numbers (SplitMix64; Steele, Lea, Flood, OOPSLA 2014).
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// Dice that start from `seed`.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of `range`, all equally likely.
    package mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// Whether something with a chance of `percent` happens.
    package mutating func happens(_ percent: Int) -> Bool { roll(1...100) <= percent }

    /// An amount around `middle`: often near it, sometimes ten times as large.
    package mutating func amount(around middle: Int64) -> Int64 {
        let factor = roll(10...100) * roll(10...100) * roll(10...100)
        return middle * Int64(factor) / 150_000 + 1
    }
}
