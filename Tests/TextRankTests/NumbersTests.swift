import Testing

@testable import TextRank

@Suite struct NumbersTests {
    @Test(arguments: [
        (1, 0), (2, 2839), (3, 4499), (10, 9431), (1_000, 28293), (200_002, 49_996), (1 << 40, 113_565),
    ])
    func `logarithms are right to one part in 4096`(_ number: UInt64, _ expected: Int) {
        #expect(abs(Logarithm.natural(number) - expected) <= 1)
    }

    @Test func `rarity falls as a word becomes more frequent, and is never negative`() {
        let rarities = (0...1_000).map { Logarithm.rarity(of: $0, in: 1_000) }
        #expect(rarities == rarities.sorted(by: >))
        // ln(1 + 0.5/1000.5)
        #expect(rarities[1_000] <= 4)
        // ln(1 + 1000.5/0.5)
        #expect(abs(Int(rarities[0]) - 31_137) <= 2)
        #expect(Logarithm.rarity(of: 3, in: 1) == Logarithm.rarity(of: 3, in: 3))
    }

    @Test func `square roots are rounded down`() {
        for root in [UInt64(1), 2, 3, 255, 256, 65_535, 4_294_967_295] {
            #expect(Relevance.squareRoot(root * root) == root)
            #expect(Relevance.squareRoot(root * root - 1) == root - 1)
            #expect(Relevance.squareRoot(root * root + root) == root)
        }
        #expect(Relevance.squareRoot(0) == 0)
        #expect(Relevance.squareRoot(.max) == 4_294_967_295)
    }

    @Test func `the greatest impacts and rarities do not overflow`() {
        // 2.2 and what one word of 16 million documents has.
        let impact = UInt16(2.2 * 4096)
        let gain = Relevance.gain(impact, impact, rarity: Logarithm.rarity(of: 0, in: 1 << 24))
        #expect(abs(Double(gain) / 16_384 - 2.2 * 2.2 * 17.33) < 0.1)
    }

    @Test func `a table keeps what is set, and grows`() {
        var table = HashTable()
        var expected: [UInt64: UInt32] = [:]
        var numbers = SeededNumbers(1)
        for value in 0..<5_000 as Range<UInt32> {
            let hash = UInt64.random(in: 1...9_000, using: &numbers)
            table.set(hash, to: value)
            expected[hash] = value
            #expect(table.value(of: hash, orSet: 0) == value)
        }
        #expect(table.count == expected.count)
        #expect(table.sorted.map(\.hash) == expected.keys.sorted())
        #expect((0...9_001).allSatisfy { $0 == 0 || table[$0] == expected[$0] })
    }

    @Test func `the best of many are kept, in whatever order they come`() {
        var numbers = SeededNumbers(2)
        let all = (0..<500).map { key in
            BestEstimates.Entry(
                estimate: Int32.random(in: 0..<40, using: &numbers), sum: 0, shelf: 0, ordinal: 0,
                key: UInt128(key))
        }
        var first = BestEstimates(limit: 1)
        for key in [7, 3, 5] as [UInt128] {
            first.offer(BestEstimates.Entry(estimate: 1, sum: 0, shelf: 0, ordinal: 0, key: key))
        }
        #expect(first.entries.map(\.key) == [3], "of equal ones the lower key")
        for limit in [1, 2, 37, 500, 900] {
            var best = BestEstimates(limit: limit)
            for entry in all.shuffled(using: &numbers) { best.offer(entry) }
            let expected = all.sorted { $1.isWorse(than: $0) }.prefix(limit).map(\.key)
            #expect(Set(best.entries.map(\.key)) == Set(expected))
        }
    }
}
