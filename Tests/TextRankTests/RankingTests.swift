import Glibc
import Testing

@testable import TextRank

@Suite struct RankingTests {
    private let analyses: [Analysis]
    private let index: Index<Int>

    init() throws {
        var numbers = SeededNumbers(77)
        let analyzer = try #require(Analyzer(statistics: .none))
        analyses = (0..<120).map { _ in
            analyzer.analysis(of: [
                Field(sampleText(words: 3, &numbers), boost: 2), Field(sampleText(words: 12, &numbers)),
            ])
        }
        index = Self.index(of: Array(analyses.indices), analyses)
    }

    /// The first 80 on side 0, the others on side 1, put in in this order.
    private static func index(of order: [Int], _ analyses: [Analysis]) -> Index<Int> {
        var index = Index<Int>(sideCount: 2, sizes: IndexSizes(smallest: 3, group: 3))
        for number in order {
            index.upsert(UInt128(number), side: number < 80 ? 0 : 1, number, analyses[number])
        }
        return index
    }

    private func hits(_ query: Int, side: Int, in index: Index<Int>, shortlist: Int = 1_000) -> [Hit<Int>] {
        var ranker = Ranker()
        var estimator = ByStems()
        return ranker.hits(
            for: Query(analyses[query], in: index), in: index, side: side, by: &estimator,
            shortlist: shortlist)
    }

    /// BM25F as the formula says it, in floating point.
    private func plainSum(_ one: Analysis, _ other: Analysis) -> Double {
        one.terms.reduce(0) { sum, term in
            guard let match = other.terms.first(where: { $0.id == term.id }) else { return sum }
            let frequency = Double(analyses.count { $0.terms.contains { $0.id == term.id } })
            let rarity = log(1 + (Double(analyses.count) - frequency + 0.5) / (frequency + 0.5))
            return sum + Double(term.impact) / 4096 * Double(match.impact) / 4096 * rarity
        }
    }

    @Test func `sums are what the formula says`() {
        for query in [80, 99, 119] {
            let hits = hits(query, side: 0, in: index)
            #expect(hits.count == 80)
            let wrong = hits.filter { hit in
                let exact = plainSum(analyses[query], analyses[hit.record])
                return abs(Double(hit.relevance.sum) / 16_384 - exact) > 0.01 + exact / 500
            }
            #expect(wrong.isEmpty)
        }
    }

    @Test func `a pair is alike from both sides`() {
        for need in [0, 17, 79] {
            for offer in [80, 101, 119] {
                let there = hits(need, side: 1, in: index).first { $0.record == offer }
                let back = hits(offer, side: 0, in: index).first { $0.record == need }
                #expect(there?.relevance == back?.relevance)
                #expect(there?.relevance == Query(analyses[need], in: index).relevance(of: analyses[offer]))
            }
        }
    }

    @Test func `shared stems add up to the sum exactly, the most worth first`() {
        let query = Query(analyses[90], in: index)
        for hit in hits(90, side: 0, in: index) {
            let shared = query.sharedTerms(with: hit, in: index)
            #expect(shared.reduce(0) { $0 + $1.gain } == hit.relevance.sum)
            #expect(shared.map(\.gain) == shared.map(\.gain).sorted(by: >))
        }
    }

    @Test func `the order of arrival does not matter`() {
        var numbers = SeededNumbers(5)
        let expected = hits(85, side: 0, in: index, shortlist: 20).map(\.key).sorted()
        for _ in 0..<10 {
            let shuffled = Self.index(of: analyses.indices.shuffled(using: &numbers), analyses)
            #expect(hits(85, side: 0, in: shuffled, shortlist: 20).map(\.key).sorted() == expected)
        }
    }

    @Test func `one more shared word never makes a document worth less`() throws {
        let analyzer = try #require(Analyzer(statistics: .none))
        let query = Query(analyzer.analysis(of: [Field("Ranzen Garten Sprache Fahrrad")]), in: index)
        let texts = [
            "Zelt Seil Topf Buch", "Ranzen Seil Topf Buch", "Ranzen Garten Topf Buch",
            "Ranzen Garten Sprache Buch",
        ]
        let sums = texts.map { query.relevance(of: analyzer.analysis(of: [Field($0)])).sum }
        #expect(sums[0] == 0 && sums == sums.sorted() && Set(sums).count == 4)
    }

    @Test func `what the estimator rules out and what was removed is not found`() {
        var index = index
        index.upsert(5, side: 0, -1, analyses[5])
        index.remove(6, side: 0)
        let found = Set(hits(85, side: 0, in: index).map(\.key))
        #expect(found.count == 78 && !found.contains(5) && !found.contains(6))
    }

    @Test func `words that only removed documents had are as rare as if they had never been there`() {
        var index = index
        index.upsert(900, side: 1, 900, analyses[85])
        let with = hits(85, side: 0, in: index).map(\.relevance.sum)
        index.remove(900, side: 1)
        #expect(
            hits(85, side: 0, in: index).map(\.relevance)
                == hits(85, side: 0, in: self.index).map(\.relevance))
        #expect(hits(85, side: 0, in: index).map(\.relevance.sum) != with)
    }

    @Test func `the document itself is the most alike`() {
        for query in [3, 40] {
            let best = hits(query, side: 0, in: index).max { $0.relevance.cosine < $1.relevance.cosine }
            #expect(best?.record == query && best?.relevance.cosine ?? 0 >= 9_990)
        }
    }
}
