/// Collects the terms of documents and lists them by term.
struct PostingsBuilder {
    private var documentStarts: [UInt32] = [0]
    private var termRows: [UInt32] = []
    private var termImpacts: [UInt16] = []
    private var termPlaces: [UInt16] = []
    private var lengths: [UInt16] = []

    /// The rows in the order in which their stems came.
    private var rows = HashTable()
    private var rowCounts: [UInt32] = []

    init(documents: Int, terms: Int) {
        documentStarts.reserveCapacity(documents + 1)
        lengths.reserveCapacity(documents)
        termRows.reserveCapacity(terms)
        termImpacts.reserveCapacity(terms)
        termPlaces.reserveCapacity(terms)
    }

    /// Takes in a term of the document; ids ascend within it.
    mutating func append(_ id: UInt64, _ impact: UInt16, _ place: UInt16) {
        let row = rows.value(of: id, orSet: UInt32(rowCounts.count))
        if Int(row) == rowCounts.count { rowCounts.append(0) }
        rowCounts[Int(row)] += 1
        termRows.append(row)
        termImpacts.append(impact)
        termPlaces.append(place)
    }

    /// The document is complete.
    mutating func finish(length: Int) {
        documentStarts.append(UInt32(termRows.count))
        lengths.append(UInt16(min(length, Int(UInt16.max))))
    }

    /// All terms, by stem and by document.
    consuming func finish() -> Postings {
        let ids = renumberRows()
        let rowStarts = starts(of: ids.count)
        var next = rowStarts
        var ordinals = [UInt32](repeating: 0, count: termRows.count)
        var impacts = [UInt16](repeating: 0, count: termRows.count)
        for ordinal in lengths.indices {
            for place in Int(documentStarts[ordinal])..<Int(documentStarts[ordinal + 1]) {
                let row = Int(termRows[place])
                ordinals[Int(next[row])] = UInt32(ordinal)
                impacts[Int(next[row])] = termImpacts[place]
                next[row] += 1
            }
        }
        return Postings(
            ids: ids, rowStarts: rowStarts, ordinals: ordinals, impacts: impacts,
            documentStarts: documentStarts, termRows: termRows,
            termImpacts: termImpacts, termPlaces: termPlaces, lengths: lengths)
    }

    /// Gives the rows their numbers in the order of the hashes, and returns the hashes.
    private mutating func renumberRows() -> [UInt64] {
        let sorted = rows.sorted
        var numbers = [UInt32](repeating: 0, count: sorted.count)
        for (number, row) in sorted.enumerated() { numbers[Int(row.value)] = UInt32(number) }
        for place in termRows.indices { termRows[place] = numbers[Int(termRows[place])] }
        var counts = [UInt32](repeating: 0, count: sorted.count)
        for row in rowCounts.indices { counts[Int(numbers[row])] = rowCounts[row] }
        rowCounts = counts
        return sorted.map(\.hash)
    }

    private func starts(of rows: Int) -> [UInt32] {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(rows + 1)
        for count in rowCounts { starts.append((starts.last ?? 0) + count) }
        return starts
    }
}
