/// What was counted over many texts, frozen: which words there are, how rare letter groups are, how long texts are.
///
/// An analysis depends on these numbers, so they change only together with all analyses.
package struct Statistics: Sendable {
    /// A word of at least two documents, folded.
    package struct Word: Sendable, Equatable {
        /// The folded word.
        package let word: String
        /// In how many documents it is.
        package let frequency: Int

        /// A word with the number of documents that it is in.
        package init(_ word: String, _ frequency: Int) {
            self.word = word
            self.frequency = frequency
        }
    }

    /// A group of three to five letters of at least two documents.
    package struct Gram: Sendable, Equatable {
        /// The hash of its letters.
        package let hash: UInt32
        /// In how many documents it is.
        package let frequency: Int

        /// A letter group with the number of documents that it is in.
        package init(_ hash: UInt32, _ frequency: Int) {
            self.hash = hash
            self.frequency = frequency
        }
    }

    /// How many documents were counted.
    package let documentCount: Int

    /// How long a document is on average, in the unit of ``Analysis/length``.
    package let averageLength: Int

    /// What compounds are made of, by hash of the folded word or stem: the logarithm of its frequency.
    let vocabulary: HashTable

    /// How rare letter groups are, by hash, in 1/4096.
    let gramRarities: HashTable

    /// How rare a letter group is that no two documents have.
    let unseenGramRarity: UInt32

    /// Freezes what was counted; `extra` are words that are known without being counted.
    package init(
        documentCount: Int, averageLength: Int, words: [Word], grams: [Gram], extra: [String] = []
    ) {
        self.documentCount = documentCount
        self.averageLength = max(1, averageLength)
        vocabulary = Self.vocabulary(of: words + extra.map { Word($0, 1) })
        var rarities = HashTable(capacity: grams.count)
        for gram in grams {
            rarities.set(UInt64(gram.hash), to: Logarithm.rarity(of: gram.frequency, in: documentCount))
        }
        gramRarities = rarities
        unseenGramRarity = Logarithm.rarity(of: 1, in: documentCount)
    }

    /// Nothing was counted: no compound is split, every letter group is as rare as any other.
    package static let none = Statistics(
        documentCount: 0, averageLength: usualLength, words: [], grams: [])

    /// A title of five words and a text of thirty.
    private static let usualLength = 400

    /// Shorter words are no parts of compounds: too many syllables look like them.
    static let shortestPart = 4

    private static func vocabulary(of words: [Word]) -> HashTable {
        let stemmer = Stemmer(language: "german")
        var table = HashTable(capacity: words.count * 2)
        var stem: [UInt8] = []
        for word in words {
            let bytes = Array(word.word.utf8)
            let weight = UInt32(Logarithm.natural(UInt64(max(1, word.frequency))))
            stemmer?.stem(bytes[...], into: &stem)
            for form in [bytes, stem] where form.count >= shortestPart {
                let hash = WordHash(form).value
                table.set(hash, to: max(weight, table[hash] ?? 0))
            }
        }
        return table
    }
}
