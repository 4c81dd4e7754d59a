/// Counts words, letter groups and lengths over documents.
package struct StatisticsCount {
    private var documentCount = 0
    private var totalLength = 0
    private var frequencies = HashTable()
    /// The words that two documents have, by hash.
    private var words: [UInt64: String] = [:]
    private var gramFrequencies = HashTable()
    private var tokenizer = Tokenizer()
    private var grams = GramReader()
    private let stopWords: StopWords

    /// Nothing counted yet.
    package init(stopWords: StopWords) {
        self.stopWords = stopWords
    }

    /// Counts one document.
    package mutating func add(_ fields: [Field]) {
        documentCount += 1
        var seen = Set<UInt64>()
        grams.reset()
        scanTokens(of: fields, with: &tokenizer, stopWords: stopWords) { token, bytes, field, counts in
            if counts {
                grams.append(bytes[token.range])
                if token.kind == .whole { totalLength += fields[field].boost * Analysis.wholeStrength }
            }
            guard token.range.count >= Statistics.shortestPart, seen.insert(token.hash).inserted else {
                return
            }
            frequencies.increment(token.hash)
            if frequencies[token.hash] == 2 {
                words[token.hash] = String(decoding: bytes[token.range], as: UTF8.self)
            }
        }
        for gram in grams.counted() { gramFrequencies.increment(UInt64(gram.hash)) }
    }

    /// What was counted, with the words of only one document left out; `extra` are further known words.
    package func frozen(extra: [String] = []) -> Statistics {
        Statistics(
            documentCount: documentCount, averageLength: totalLength / max(1, documentCount),
            words: repeatedWords, grams: repeatedGrams, extra: extra)
    }

    /// The words of at least two documents, in order.
    package var repeatedWords: [Statistics.Word] {
        words.map { Statistics.Word($0.value, Int(frequencies[$0.key] ?? 0)) }.sorted { $0.word < $1.word }
    }

    /// The letter groups of at least two documents, in order.
    package var repeatedGrams: [Statistics.Gram] {
        gramFrequencies.sorted.filter { $0.value > 1 }
            .map { Statistics.Gram(UInt32(truncatingIfNeeded: $0.hash), Int($0.value)) }
    }
}
