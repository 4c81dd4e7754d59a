import Testing

@testable import TextRank

/// Histories of random changes, each compared with an index that is built from scratch.
@Suite struct IndexHistoryTests {
    /// What should be in the index.
    private struct Model {
        var sides: [[UInt128: (record: Int, analysis: Analysis)]] = [[:], [:]]

        /// An index into which the documents were put at once.
        func index(_ sizes: IndexSizes) -> Index<Int> {
            var index = Index<Int>(sideCount: 2, sizes: sizes)
            for side in sides.indices {
                index.load(
                    side: side,
                    sides[side].sorted { $0.key < $1.key }.map {
                        ($0.key, $0.value.record, $0.value.analysis)
                    })
            }
            return index
        }
    }

    /// Everything that a segment consists of.
    private struct Content: Equatable {
        let keys: [UInt128], records: [Int], ids: [UInt64], rowStarts: [UInt32], ordinals: [UInt32]
        let impacts: [UInt16], starts: [UInt32], rows: [UInt32], termImpacts: [UInt16], places: [UInt16]
        let lengths: [UInt16], gramStarts: [UInt32], hashes: [UInt32], weights: [UInt8], vectors: [UInt32]

        init(_ segment: Segment<Int>) {
            let (postings, grams) = (segment.postings, segment.grams)
            (keys, records) = (segment.keys, segment.records)
            (ids, rowStarts, ordinals) = (postings.ids, postings.rowStarts, postings.ordinals)
            (impacts, starts, rows) = (postings.impacts, postings.documentStarts, postings.termRows)
            (termImpacts, places) = (postings.termImpacts, postings.termPlaces)
            (lengths, gramStarts, hashes) = (postings.lengths, grams.starts, grams.hashes)
            (weights, vectors) = (grams.weights, grams.lengths)
        }
    }

    private static func contents(_ index: Index<Int>) -> [[Content]] {
        index.sides.map { $0.shelves.map { Content($0.segment) } }
    }

    /// Analyses of few words, so that documents share some.
    private static func analyses(_ numbers: inout SeededNumbers) throws -> [Analysis] {
        let analyzer = try #require(Analyzer(statistics: .none))
        return (0..<24).map { _ in
            let count = Int.random(in: 0...5, using: &numbers)
            return analyzer.analysis(of: [Field(sampleText(words: count, &numbers))])
        }
    }

    private static func change(
        _ index: inout Index<Int>, _ model: inout Model, _ analyses: [Analysis],
        _ numbers: inout SeededNumbers
    ) throws {
        let side = Int.random(in: 0...1, using: &numbers)
        let key = UInt128(Int.random(in: 0..<9, using: &numbers))
        switch Int.random(in: 0..<10, using: &numbers) {
        case 0..<6:
            let record = Int.random(in: 0..<100, using: &numbers)
            let analysis = try #require(analyses.randomElement(using: &numbers))
            index.upsert(key, side: side, record, analysis)
            model.sides[side][key] = (record, analysis)
        case 6..<9:
            #expect(index.remove(key, side: side) == (model.sides[side].removeValue(forKey: key) != nil))
        default: index.compact()
        }
    }

    private static func ranking(of index: Index<Int>, _ query: Analysis, side: Int) -> [String] {
        var ranker = Ranker()
        var estimator = ByStems()
        return ranker.hits(for: Query(query, in: index), in: index, side: side, by: &estimator, shortlist: 5)
            .map { "\($0.key) \($0.record) \($0.relevance) \($0.estimate)" }.sorted()
    }

    @Test func `after ten thousand histories the index is what a new one would be`() throws {
        var numbers = SeededNumbers(2026)
        let analyses = try Self.analyses(&numbers)
        for history in 0..<10_000 {
            let sizes = IndexSizes(smallest: 1 + history % 3, group: 1 + history % 4)
            var index = Index<Int>(sideCount: 2, sizes: sizes)
            var model = Model()
            for _ in 0..<Int.random(in: 1...24, using: &numbers) {
                try Self.change(&index, &model, analyses, &numbers)
            }
            let fresh = model.index(sizes)
            guard Self.agree(index, fresh, on: analyses[history % analyses.count]) else {
                Issue.record("history \(history) differs")
                return
            }
        }
    }

    private static func agree(_ index: Index<Int>, _ fresh: Index<Int>, on query: Analysis) -> Bool {
        let before = (0..<2).map { ranking(of: index, query, side: $0) }
        let expected = (0..<2).map { ranking(of: fresh, query, side: $0) }
        guard before == expected, index.count == fresh.count else { return false }
        var compacted = index
        compacted.compact()
        return contents(compacted) == contents(fresh)
            && query.terms.allSatisfy { index.frequency(of: $0.id) == fresh.frequency(of: $0.id) }
            && (0..<2).allSatisfy { index.keys(side: $0) == fresh.keys(side: $0) }
    }

    @Test func `a copy stays as it is while the index goes on`() throws {
        var numbers = SeededNumbers(11)
        let analyses = try Self.analyses(&numbers)
        var (index, model) = (Index<Int>(sideCount: 2, sizes: IndexSizes(smallest: 2, group: 2)), Model())
        for _ in 0..<40 { try Self.change(&index, &model, analyses, &numbers) }
        let copy = index
        let before = Self.ranking(of: copy, analyses[3], side: 0)
        let contents = Self.contents(copy)
        for _ in 0..<200 { try Self.change(&index, &model, analyses, &numbers) }
        #expect(Self.ranking(of: copy, analyses[3], side: 0) == before)
        #expect(Self.contents(copy) == contents)
    }

    @Test func `documents come back as they were put in`() throws {
        var numbers = SeededNumbers(12)
        let analyses = try Self.analyses(&numbers)
        var (index, model) = (Index<Int>(sideCount: 2, sizes: IndexSizes(smallest: 2, group: 2)), Model())
        for _ in 0..<300 {
            try Self.change(&index, &model, analyses, &numbers)
            for side in 0...1 {
                for key in 0..<9 as Range<UInt128> {
                    let (found, expected) = (index.document(key, side: side), model.sides[side][key])
                    #expect(found?.record == expected?.record && found?.analysis == expected?.analysis)
                }
            }
        }
    }

    @Test func `segments and dead documents do not pile up`() throws {
        var numbers = SeededNumbers(13)
        let analyses = try Self.analyses(&numbers)
        var index = Index<Int>(sideCount: 1, sizes: IndexSizes(smallest: 4, group: 4))
        for round in 0..<5_000 {
            index.upsert(UInt128(round % 50), side: 0, round, analyses[round % analyses.count])
            if index.wantsCompaction { index.compact() }
            #expect(index.sides[0].shelves.count <= 8)
            #expect(index.sides[0].removedCount <= 10)
        }
        #expect(index.count == 50)
    }
}
