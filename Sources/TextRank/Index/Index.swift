/// The documents of two or more sides, ready to be ranked against each other.
///
/// A value: a copy takes no time and never changes, so that a thread may rank on its copy while another one puts
/// documents in. Stems are as rare as they are on all sides together, so that a pair is alike from both sides.
package struct Index<Record: IndexRecord>: Sendable {
    private(set) var sides: [Side<Record>]

    /// An index without documents.
    package init(sideCount: Int, sizes: IndexSizes = .standard) {
        sides = [Side<Record>](repeating: Side(sizes), count: sideCount)
    }

    /// How many documents a side has.
    package func count(side: Int) -> Int { sides[side].count }

    /// How many documents all sides have.
    package var count: Int { sides.reduce(0) { $0 + $1.count } }

    /// In how many documents of all sides a stem is.
    package func frequency(of id: UInt64) -> Int { sides.reduce(0) { $0 + $1.frequency(of: id) } }

    /// Puts a document in, instead of the one that had its key on this side.
    package mutating func upsert(_ key: UInt128, side: Int, _ record: Record, _ analysis: Analysis) {
        _ = sides[side].remove(key)
        sides[side].insert(key, record, analysis)
    }

    /// Takes a document out; false if it was not there.
    ///
    /// It takes up room until ``compact()``.
    @discardableResult
    package mutating func remove(_ key: UInt128, side: Int) -> Bool { sides[side].remove(key) }

    /// Takes in documents that come in ascending order of their keys, none of them there yet: for the start.
    package mutating func load(
        side: Int, _ documents: some Sequence<(key: UInt128, record: Record, analysis: Analysis)>
    ) {
        let count = documents.underestimatedCount
        var builder = SegmentBuilder<Record>(
            documents: count, terms: count * Self.usualTerms, grams: count * Grams.most)
        for document in documents { builder.append(document.key, document.record, document.analysis) }
        sides[side].insert(sorted: builder.finish())
    }

    /// Stems of a document of usual length, with the parts of compounds.
    private static var usualTerms: Int { 64 }

    /// A document as it was put in.
    package func document(_ key: UInt128, side: Int) -> (record: Record, analysis: Analysis)? {
        guard let (shelf, ordinal) = sides[side].place(of: key) else { return nil }
        let segment = sides[side].shelves[shelf].segment
        return (segment.records[ordinal], segment.analysis(at: ordinal))
    }

    /// The keys of a side's documents, ascending.
    package func keys(side: Int) -> [UInt128] {
        sides[side].shelves.flatMap { shelf in
            shelf.segment.keys.indices.filter { !shelf.isRemoved($0) }.map { shelf.segment.keys[$0] }
        }.sorted()
    }

    /// Whether more than a tenth of a side was removed, or is spread over small segments.
    package var wantsCompaction: Bool {
        sides.contains { side in
            let largest = side.shelves.first?.count ?? 0
            return side.removedCount * 10 > side.count
                || side.shelves.count > 2 && (side.count - largest) * 10 > largest
        }
    }

    /// Makes one segment of each side; nothing is left of removed documents.
    ///
    /// Takes about two microseconds a document, so it is for a copy, away from who waits.
    package mutating func compact() {
        for side in sides.indices { sides[side].merge(from: 0) }
    }
}
