/// Puts documents together into a ``Segment``, in the order of their keys.
struct SegmentBuilder<Record: IndexRecord> {
    private var keys: [UInt128] = []
    private var records: [Record] = []
    private var terms: PostingsBuilder
    private var gramStarts: [UInt32] = [0]
    private var gramHashes: [UInt32] = []
    private var gramWeights: [UInt8] = []
    private var gramLengths: [UInt32] = []

    /// Room for this much; what is not needed of it costs no memory, as no page of it is touched.
    init(documents: Int = 1, terms: Int = 0, grams: Int = 0) {
        self.terms = PostingsBuilder(documents: documents, terms: terms)
        keys.reserveCapacity(documents)
        records.reserveCapacity(documents)
        gramStarts.reserveCapacity(documents + 1)
        gramLengths.reserveCapacity(documents)
        gramHashes.reserveCapacity(grams)
        gramWeights.reserveCapacity(grams)
    }

    /// Takes in a document; its key is greater than all before.
    mutating func append(_ key: UInt128, _ record: Record, _ analysis: Analysis) {
        append(key, record)
        for term in analysis.terms { terms.append(term.id, term.impact, term.place) }
        terms.finish(length: analysis.length)
        gramHashes += analysis.grams.hashes
        gramWeights += analysis.grams.weights
        finishGrams(length: Relevance.vectorLength(of: analysis.grams.weights))
    }

    /// Takes in a document of another segment; its key is greater than all before.
    mutating func append(_ ordinal: Int, of segment: Segment<Record>) {
        append(segment.keys[ordinal], segment.records[ordinal])
        let postings = segment.postings
        for place in postings.terms(at: ordinal) {
            terms.append(
                postings.ids[Int(postings.termRows[place])], postings.termImpacts[place],
                postings.termPlaces[place])
        }
        terms.finish(length: Int(postings.lengths[ordinal]))
        let range = segment.grams.range(of: ordinal)
        gramHashes += segment.grams.hashes[range]
        gramWeights += segment.grams.weights[range]
        finishGrams(length: segment.grams.lengths[ordinal])
    }

    private mutating func append(_ key: UInt128, _ record: Record) {
        keys.append(key)
        records.append(record)
    }

    private mutating func finishGrams(length: UInt32) {
        gramStarts.append(UInt32(gramHashes.count))
        gramLengths.append(length)
    }

    /// The segment of all documents taken in.
    consuming func finish() -> Segment<Record> {
        Segment(
            keys: keys, records: records, postings: terms.finish(),
            grams: GramTable(
                starts: gramStarts, hashes: gramHashes, weights: gramWeights,
                lengths: gramLengths))
    }
}
