import Digest
import Testing

@Suite struct StockedRandomnessTests {
    @Test func `numbers differ, also over several stocks and from one generator to the next`() {
        var (one, other) = (StockedRandomness(), StockedRandomness())
        let numbers = (0..<500).flatMap { _ in [one.next(), other.next()] }
        #expect(Set(numbers).count == numbers.count)
        // Each bit is set in about half of a thousand numbers; 400 to 600 is six deviations to each side.
        for bit in 0..<64 {
            #expect((400...600).contains(numbers.count { $0 >> UInt64(bit) & 1 == 1 }), "bit \(bit)")
        }
    }
}
