import HTTPWire
import Testing

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}

@Suite struct MutationTests {
    /// Octets that mean something to the grammar; others are drawn at random.
    private static let special = Array("\r\n\t :;,=\"\\%?/#[]@0123456789aA\u{0}\u{7f}".utf8) + [0x80, 0xff]

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `damaged requests are read or refused, alike however they are cut`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let corpus = RawRequest.all.map(\.bytes).filter { $0.count < 400 }
        for _ in 0..<1_500 {
            guard var bytes = corpus.randomElement(using: &numbers) else { return }
            for _ in 0..<Int.random(in: 1...4, using: &numbers) { Self.damage(&bytes, &numbers) }
            let whole = Reading([bytes[...]])
            let cut = Int.random(in: 0...bytes.count, using: &numbers)
            #expect(Reading(bytes, splitAt: cut) == whole)
            #expect(Reading(octets: bytes) == whole)
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let place = Int.random(in: 0...bytes.count, using: &numbers)
        let octet = special.randomElement(using: &numbers) ?? 0
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0 where place < bytes.count: bytes[place] = octet
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes.append(contentsOf: bytes[place...])
        case 3 where place < bytes.count: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        default: bytes.insert(octet, at: place)
        }
    }
}
