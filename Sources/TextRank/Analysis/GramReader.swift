/// Finds the groups of three, four and five letters of words, with a mark at both ends of each word.
struct GramReader {
    /// A letter group and how often it was there.
    struct Counted {
        let hash: UInt32
        let count: Int
    }

    /// What was found so far: the hash above, the count below.
    private var table = GramCounts()
    private var letters: [UInt32] = []

    /// Forgets all words.
    mutating func reset() { table.reset() }

    /// Takes in a folded word.
    mutating func append(_ word: ArraySlice<UInt8>) {
        letters.removeAll(keepingCapacity: true)
        letters.append(Self.boundary)
        if word.allSatisfy({ $0 < 0x80 }) {
            for byte in word { letters.append(UInt32(byte)) }
        } else {
            letters.append(contentsOf: String(decoding: word, as: UTF8.self).unicodeScalars.lazy.map(\.value))
        }
        letters.append(Self.boundary)
        for start in letters.indices { appendGroups(from: start) }
    }

    private mutating func appendGroups(from start: Int) {
        var state: UInt64 = 0
        for length in 1...Self.longest where start + length <= letters.count {
            state = (state ^ UInt64(letters[start + length - 1])) &* 0x9E37_79B9_7F4A_7C15
            state ^= state >> 29
            if length >= Self.shortest { table.increment(UInt32(truncatingIfNeeded: state >> 32)) }
        }
    }

    /// The groups with their counts, in no order.
    func counted() -> [Counted] { table.all }

    private static let boundary: UInt32 = 0x20
    private static let shortest = 3
    private static let longest = 5
}
