/// Reads texts: words, stems, parts of compounds, other names, letter groups (matching.md §7).
///
/// Not to be shared between threads; each has one of its own. The cost is bounded by the first sixty words that tell
/// anything, and by one pass over what stands before them.
package final class Analyzer {
    private let statistics: Statistics
    private let stopWords: StopWords
    private let lexicon: Lexicon
    private let german: Stemmer
    private let english: Stemmer
    private var tokenizer = Tokenizer()
    private var grams = GramReader()
    private var compounds: Compounds
    private var occurrences: [Occurrence] = []
    private var stem: [UInt8] = []
    private var partStem: [UInt8] = []

    /// What a part of a compound weighs beside the whole, in tenths.
    private static let partStrength = 6

    /// Reads with these words; nil if libstemmer has no memory or lacks German or English.
    package init?(statistics: Statistics, lexicon: Lexicon = Lexicon(), stopWords: StopWords = .standard) {
        guard let german = Stemmer(language: "german"), let english = Stemmer(language: "english") else {
            return nil
        }
        (self.german, self.english) = (german, english)
        (self.statistics, self.lexicon, self.stopWords) = (statistics, lexicon, stopWords)
        compounds = Compounds(statistics.vocabulary)
    }

    /// What the fields of a document say.
    package func analysis(of fields: [Field]) -> Analysis {
        var counted: [(token: Token, place: Place)] = []
        var (germanHits, englishHits, length) = (0, 0, 0)
        grams.reset()
        scanTokens(of: fields, with: &tokenizer, stopWords: stopWords) { token, bytes, field, counts in
            germanHits += stopWords.german.contains(token.hash) ? 1 : 0
            englishHits += stopWords.english.contains(token.hash) ? 1 : 0
            guard counts else { return }
            let boost = fields[field].boost
            counted.append((token, Place(boost: boost, field: field, number: token.number)))
            length += token.kind == .whole ? Analysis.wholeStrength * boost : 0
            grams.append(bytes[token.range])
        }
        return analysis(of: counted, isEnglish: englishHits > germanHits, length: length)
    }

    private func analysis(
        of tokens: [(token: Token, place: Place)], isEnglish: Bool, length: Int
    ) -> Analysis {
        occurrences.removeAll(keepingCapacity: true)
        for (token, place) in tokens { append(token, at: place, isEnglish: isEnglish) }
        let weighing = TermWeighing(length: length, averageLength: statistics.averageLength)
        return Analysis(
            terms: weighing.terms(of: occurrences), grams: Grams(grams.counted(), statistics), length: length)
    }

    /// Where a token stands.
    private struct Place {
        let boost: Int
        let field: Int
        let number: Int
    }

    private func append(_ token: Token, at place: Place, isEnglish: Bool) {
        let word = tokenizer.bytes[token.range]
        let strength = token.kind == .whole ? Analysis.wholeStrength : Self.partStrength
        guard word.allSatisfy({ $0 < 0x80 }) else {
            // Other scripts: the word as it is; the algorithms know Latin letters alone.
            return append(token.hash, strength, at: place)
        }
        (isEnglish ? english : german).stem(word, into: &stem)
        append(WordHash(stem).value, strength, at: place)
        if !isEnglish, token.kind == .whole, !stopWords.unsplit.contains(token.hash) {
            appendParts(at: place)
        }
    }

    private func appendParts(at place: Place) {
        for part in compounds.parts(of: stem[...]) {
            if stopWords.contains(WordHash(stem[part]).value) { continue }
            german.stem(stem[part], into: &partStem)
            append(WordHash(partStem).value, Self.partStrength, at: place)
        }
    }

    private func append(_ id: UInt64, _ strength: Int, at place: Place) {
        func note(_ id: UInt64, _ strength: Int) {
            occurrences.append(
                Occurrence(
                    id: id, strength: strength, boost: place.boost, field: place.field, place: place.number))
        }
        note(id, strength)
        for name in lexicon.names(of: id) {
            note(name.id, max(1, strength * name.tenths / Analysis.wholeStrength))
        }
    }
}
