/// The terms of documents, listed by term and by document.
final class Postings: Sendable {
    /// The hashes of all stems, ascending; the place of a stem here is its row.
    let ids: [UInt64]

    /// Where the row of each stem begins in `ordinals`, and at last where the last one ends.
    let rowStarts: [UInt32]

    /// The documents that have a stem, row by row, ascending.
    let ordinals: [UInt32]

    /// The impacts that belong to `ordinals`.
    let impacts: [UInt16]

    /// Where the terms of each document begin in `termRows`, and at last where the last ones end.
    let documentStarts: [UInt32]

    /// The rows of the terms, document by document, ascending.
    let termRows: [UInt32]

    /// The impacts that belong to `termRows`.
    let termImpacts: [UInt16]

    /// The places that belong to `termRows`.
    let termPlaces: [UInt16]

    /// The lengths of the documents.
    let lengths: [UInt16]

    init(
        ids: [UInt64], rowStarts: [UInt32], ordinals: [UInt32], impacts: [UInt16], documentStarts: [UInt32],
        termRows: [UInt32], termImpacts: [UInt16], termPlaces: [UInt16], lengths: [UInt16]
    ) {
        (self.ids, self.rowStarts, self.ordinals, self.impacts) = (ids, rowStarts, ordinals, impacts)
        (self.documentStarts, self.termRows) = (documentStarts, termRows)
        (self.termImpacts, self.termPlaces, self.lengths) = (termImpacts, termPlaces, lengths)
    }

    /// The row of a stem.
    ///
    /// Hashes are spread evenly, so the first guess is nearly right (interpolation search).
    func row(of id: UInt64) -> Int? {
        guard !ids.isEmpty else { return nil }
        var row = Int(truncatingIfNeeded: id.multipliedFullWidth(by: UInt64(ids.count)).high)
        while row > 0, ids[row] > id { row -= 1 }
        while row < ids.count - 1, ids[row] < id { row += 1 }
        return ids[row] == id ? row : nil
    }

    /// The postings of a row.
    func postings(of row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }

    /// The places of a document's terms in `termRows`.
    func terms(at ordinal: Int) -> Range<Int> {
        Int(documentStarts[ordinal])..<Int(documentStarts[ordinal + 1])
    }

    /// The terms of a document as they were put in.
    func terms(of ordinal: Int) -> [Analysis.Term] {
        terms(at: ordinal).map { place in
            Analysis.Term(
                id: ids[Int(termRows[place])], impact: termImpacts[place], place: termPlaces[place])
        }
    }

    /// Adds what documents with a stem gain by it to their sums.
    ///
    /// Both impacts in 1/4096, the rarity too, the sum in 1/16384: at most 2^21 a stem, so that sums fit for 2,000
    /// stems, and rounded the same from both sides.
    func accumulate(row: Int, impact: UInt16, rarity: UInt32, into sums: inout [UInt32]) {
        let (ordinals, impacts) = (ordinals, impacts)
        for place in postings(of: row) {
            let gain = Relevance.gain(impact, impacts[place], rarity: rarity)
            sums[Int(ordinals[place])] &+= gain
        }
    }
}
