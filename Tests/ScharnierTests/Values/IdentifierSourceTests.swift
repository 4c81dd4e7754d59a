import Scharnier
import Testing

@Suite struct IdentifierSourceTests {
    private var source = IdentifierSource()
    private var generator = SeededGenerator(seed: 20_261_121)
    private let noon = Instant.at("2026-11-21T12:00:00Z")

    private mutating func next(_ milliseconds: Int64) -> Identifier<Need> {
        source.next(at: Instant(milliseconds: milliseconds), using: &generator)
    }

    @Test mutating func `the first 48 bits are the moment, then version 7 and the variant`() {
        let identifier = next(noon.milliseconds)
        #expect(identifier.high >> 16 == UInt64(noon.milliseconds))
        #expect(identifier.high >> 12 & 0xF == 7)
        #expect(identifier.low >> 62 == 0b10)
    }

    @Test mutating func `they grow also when the clock steps back`() {
        var generatorOfSteps = SeededGenerator(seed: 3)
        var clock = noon.milliseconds
        var last = next(clock)
        for _ in 0..<5_000 {
            clock += Int64.random(in: -50...50, using: &generatorOfSteps)
            let identifier = next(clock)
            #expect(last < identifier)
            #expect(identifier.high >> 12 & 0xF == 7)
            #expect(identifier.low >> 62 == 0b10)
            last = identifier
        }
    }

    @Test mutating func `the 4,097th of a millisecond borrows from the next one`() {
        var last = next(noon.milliseconds)
        for number in 2...10_000 {
            let identifier = next(noon.milliseconds)
            #expect(last < identifier)
            #expect(identifier.high >> 16 == UInt64(noon.milliseconds) + UInt64((number - 1) / 4_096))
            last = identifier
        }
    }

    @Test mutating func `after borrowing, the clock catches up`() {
        for _ in 1...4_097 { _ = next(1_000) }
        let last = next(1_001)
        let later = next(1_002)
        #expect(last < later)
        #expect(later.high == 1_002 << 16 | 0x7000)
    }

    @Test mutating func `a clock before 1970 does no harm`() {
        let one = next(-5)
        let other = next(Int64.min)
        let later = next(1)
        #expect(one < other)
        #expect(other < later)
    }
}
