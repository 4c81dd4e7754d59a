/// The documents of one side: segments that never change, the oldest and largest first.
struct Side<Record: IndexRecord>: Sendable {
    private(set) var shelves: [Shelf<Record>] = []
    let sizes: IndexSizes

    init(_ sizes: IndexSizes) {
        self.sizes = sizes
    }

    /// How many documents there are.
    var count: Int { shelves.reduce(0) { $0 + $1.count } }

    /// How many documents were removed and still take room.
    var removedCount: Int { shelves.reduce(0) { $0 + $1.removedCount } }

    /// In how many documents a stem is.
    func frequency(of id: UInt64) -> Int {
        shelves.reduce(0) { sum, shelf in
            sum + (shelf.segment.postings.row(of: id).map { shelf.frequency(of: $0) } ?? 0)
        }
    }

    /// The shelf and the ordinal of a document.
    func place(of key: UInt128) -> (shelf: Int, ordinal: Int)? {
        for shelf in shelves.indices.reversed() {
            if let ordinal = shelves[shelf].ordinal(of: key) { return (shelf, ordinal) }
        }
        return nil
    }

    /// Removes a document; false if it is not there.
    mutating func remove(_ key: UInt128) -> Bool {
        guard let (shelf, ordinal) = place(of: key) else { return false }
        shelves[shelf].remove(ordinal)
        if shelves[shelf].count == 0 { shelves.remove(at: shelf) }
        return true
    }

    /// Puts in a document that is not there.
    mutating func insert(_ key: UInt128, _ record: Record, _ analysis: Analysis) {
        var builder = SegmentBuilder<Record>()
        builder.append(key, record, analysis)
        shelves.append(Shelf(builder.finish()))
        while let first = firstToMerge { merge(from: first) }
    }

    /// Puts in many documents at once, none of which is there; keys ascending.
    mutating func insert(sorted segment: Segment<Record>) {
        if !segment.keys.isEmpty { shelves.append(Shelf(segment)) }
    }

    /// Where the shelves at the end begin that are to become one.
    ///
    /// The newest documents share one small segment, which is made anew with each; full ones are put together in
    /// groups. What is larger waits for ``merge(from:)`` from 0.
    private var firstToMerge: Int? {
        guard shelves.count > 1 else { return nil }
        let last = shelves.count - 1
        if shelves[last - 1].count + shelves[last].count <= sizes.smallest { return last - 1 }
        let small = shelves.reversed().prefix { $0.count <= sizes.smallest }.count
        return small > sizes.group ? shelves.count - small : nil
    }

    /// Makes one of all shelves from `first` on, without the removed documents.
    mutating func merge(from first: Int) {
        let merged = Self.merged(shelves[first...])
        shelves.removeSubrange(first...)
        insert(sorted: merged)
    }

    private static func merged(_ shelves: ArraySlice<Shelf<Record>>) -> Segment<Record> {
        var order: [(key: UInt128, shelf: Int, ordinal: Int)] = []
        order.reserveCapacity(shelves.reduce(0) { $0 + $1.count })
        for (number, shelf) in zip(shelves.indices, shelves) {
            for (ordinal, key) in shelf.segment.keys.enumerated() where !shelf.isRemoved(ordinal) {
                order.append((key, number, ordinal))
            }
        }
        order.sort { $0.key < $1.key }
        var builder = SegmentBuilder<Record>(
            documents: order.count,
            terms: shelves.reduce(0) { $0 + $1.segment.postings.termRows.count },
            grams: shelves.reduce(0) { $0 + $1.segment.grams.hashes.count })
        for entry in order { builder.append(entry.ordinal, of: shelves[entry.shelf].segment) }
        return builder.finish()
    }
}
