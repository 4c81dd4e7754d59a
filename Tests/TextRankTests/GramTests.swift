import Testing

@testable import TextRank

@Suite struct GramTests {
    private func table(of grams: Grams) -> GramTable {
        GramTable(
            starts: [0, UInt32(grams.hashes.count)], hashes: grams.hashes, weights: grams.weights,
            lengths: [Relevance.vectorLength(of: grams.weights)])
    }

    private func plainProduct(_ one: Grams, _ other: Grams) -> UInt32 {
        var product: UInt32 = 0
        for (hash, weight) in zip(one.hashes, one.weights) {
            guard let place = other.hashes.firstIndex(of: hash) else { continue }
            product += UInt32(weight) * UInt32(other.weights[place])
        }
        return product
    }

    /// Hashes of few different bits, so that every way of looking up is used.
    private func grams(_ numbers: inout SeededNumbers, mask: UInt32) -> Grams {
        var hashes = Set<UInt32>([0])
        while hashes.count < 200 { hashes.insert(UInt32.random(in: 0...UInt32.max, using: &numbers) & mask) }
        return Grams(
            hashes: hashes.sorted(),
            weights: (0..<200).map { _ in UInt8.random(in: 1...255, using: &numbers) })
    }

    @Test(arguments: [UInt32.max, 0xF000_FFFF, 0x0F0F_F00F, 0xFF0F_F000, 0x00FF_F000])
    func `looking groups up gives the scalar product`(_ mask: UInt32) {
        var numbers = SeededNumbers(UInt64(mask))
        for _ in 0..<20 {
            let (one, other) = (grams(&numbers, mask: mask), grams(&numbers, mask: mask))
            #expect(GramLookup(one).product(with: table(of: other), 0..<200) == plainProduct(one, other))
            #expect(GramLookup(other).product(with: table(of: one), 0..<200) == plainProduct(one, other))
        }
    }

    @Test func `groups of three to five letters with marks at the ends`() {
        var reader = GramReader()
        reader.append(Array("haus".utf8)[...])
        // _haus_ has 4 + 3 + 2 groups.
        #expect(reader.counted().count == 9)
        reader.append(Array("haus".utf8)[...])
        #expect(reader.counted().allSatisfy { $0.count == 2 })
        reader.reset()
        #expect(reader.counted().isEmpty)
        reader.append(Array("дом".utf8)[...])
        #expect(reader.counted().count == 6)
    }

    @Test func `many groups are counted as few`() {
        var reader = GramReader()
        var expected: [String: Int] = [:]
        var numbers = SeededNumbers(3)
        for _ in 0..<400 {
            let word = sampleText(words: 1, &numbers)
            reader.append(Array(word.utf8)[...])
            let letters = Array(" " + word + " ")
            for length in 3...5 where letters.count >= length {
                for start in 0...(letters.count - length) {
                    expected[String(letters[start..<start + length]), default: 0] += 1
                }
            }
        }
        #expect(reader.counted().map(\.count).sorted() == expected.values.sorted())
    }

    @Test func `the cosine of equal groups is 1, of different ones 0`() {
        var numbers = SeededNumbers(5)
        let one = grams(&numbers, mask: 0xFFFF)
        let other = Grams(hashes: one.hashes.map { $0 | 0x8000_0000 }, weights: one.weights)
        let table = table(of: one)
        let length = table.lengths[0]
        let same = GramLookup(one).product(with: table, 0..<200)
        #expect(Relevance.cosine(product: same, lengths: length, length) == 10_000)
        #expect(GramLookup(other).product(with: table, 0..<200) == 0)
        #expect(Relevance.cosine(product: 0, lengths: 0, length) == 0)
    }
}
