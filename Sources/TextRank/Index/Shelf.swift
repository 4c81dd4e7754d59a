/// A segment, and which of its documents have been removed since.
struct Shelf<Record: IndexRecord>: Sendable {
    let segment: Segment<Record>

    /// A bit for each removed document; empty as long as there is none.
    private(set) var removed: [UInt64] = []

    /// How many of the removed documents have each row's stem; empty as long as there is none.
    private var removedFrequencies: [UInt32] = []

    private(set) var removedCount = 0

    init(_ segment: Segment<Record>) {
        self.segment = segment
    }

    /// How many documents are left.
    var count: Int { segment.keys.count - removedCount }

    /// Whether a document has been removed.
    func isRemoved(_ ordinal: Int) -> Bool {
        !removed.isEmpty && removed[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 1
    }

    /// The ordinal of a document that is still there.
    func ordinal(of key: UInt128) -> Int? {
        guard let ordinal = segment.ordinal(of: key), !isRemoved(ordinal) else { return nil }
        return ordinal
    }

    /// In how many documents the stem of a row is.
    func frequency(of row: Int) -> Int {
        let count = segment.postings.postings(of: row).count
        return removedFrequencies.isEmpty ? count : count - Int(removedFrequencies[row])
    }

    /// Removes a document that is there.
    mutating func remove(_ ordinal: Int) {
        let postings = segment.postings
        if removed.isEmpty {
            removed = [UInt64](repeating: 0, count: (segment.keys.count + 63) / 64)
            removedFrequencies = [UInt32](repeating: 0, count: postings.ids.count)
        }
        removed[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
        for place in postings.terms(at: ordinal) { removedFrequencies[Int(postings.termRows[place])] += 1 }
        removedCount += 1
    }
}
