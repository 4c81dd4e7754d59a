/// Makes identifiers that grow, also when the clock steps back (RFC 9562 §6.2, method 1).
///
/// Layout: 48 bits of milliseconds, version 7, a 12-bit counter, variant, 62 random bits.
package struct IdentifierSource: Sendable {
    private var millisecond: UInt64 = 0
    private var counter: UInt64 = 0

    /// A source that has made nothing yet.
    package init() {}

    /// The next identifier: later than all before it.
    package mutating func next<Entity>(
        at now: Instant, using generator: inout some RandomNumberGenerator
    ) -> Identifier<Entity> {
        advance(to: UInt64(clamping: now.milliseconds))
        let high = millisecond << 16 | 0x7000 | counter
        let low = UInt64(0b10) << 62 | generator.next() >> 2
        return Identifier(high: high, low: low)
    }

    /// Makes what comes later than `last`, which another source made: one of this instance before it was restarted.
    package mutating func follow<Entity>(_ last: Identifier<Entity>) {
        let end = (last.high >> 16, last.high & 0xFFF)
        if end > (millisecond, counter) { (millisecond, counter) = end }
    }

    private mutating func advance(to now: UInt64) {
        if now > millisecond {
            (millisecond, counter) = (now, 0)
        } else if counter < 0xFFF {
            counter += 1
        } else {
            // 4,096 in one millisecond: borrow from the next one, as RFC 9562 §6.2 allows.
            (millisecond, counter) = (millisecond + 1, 0)
        }
    }
}
