/// The letter groups of documents, one after the other.
final class GramTable: Sendable {
    /// Where the groups of each document begin, and at last where the last ones end.
    let starts: [UInt32]
    let hashes: [UInt32]
    let weights: [UInt8]

    /// How long each document's list of weights is as a vector, see ``Relevance/vectorLength(of:)``.
    let lengths: [UInt32]

    init(starts: [UInt32], hashes: [UInt32], weights: [UInt8], lengths: [UInt32]) {
        (self.starts, self.hashes, self.weights, self.lengths) = (starts, hashes, weights, lengths)
    }

    /// The groups of a document.
    subscript(ordinal: Int) -> Grams {
        let range = range(of: ordinal)
        return Grams(hashes: Array(hashes[range]), weights: Array(weights[range]))
    }

    /// Where the groups of a document are.
    func range(of ordinal: Int) -> Range<Int> { Int(starts[ordinal])..<Int(starts[ordinal + 1]) }
}
