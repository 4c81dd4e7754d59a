package import TextRank

/// By which words texts are read: what is known of them changes only together with the whole book.
package struct MatchLanguage: Sendable {
    private let statistics: Statistics
    private let lexicon: Lexicon

    /// Reads with these statistics and other names.
    package init(statistics: Statistics, lexicon: Lexicon) {
        (self.statistics, self.lexicon) = (statistics, lexicon)
    }

    /// What comes with the product: the same for everybody, whatever is published at the time.
    ///
    /// - Throws: `Lexicon.Fault` if the product's own list is faulty, which a test rules out.
    package static func standard() throws -> MatchLanguage { try product.get() }

    private static let product = Result { try MatchLanguage(Lexicon.standardEntries) }

    /// Words and letter groups are as rare as they are among these entries.
    private init(_ entries: [Lexicon.Entry]) throws {
        var count = StatisticsCount(stopWords: .standard)
        for entry in entries { count.add(([entry.term] + entry.same).map { Field($0) }) }
        let statistics = Statistics(
            documentCount: entries.count, averageLength: Self.usualLength, words: count.repeatedWords,
            grams: count.repeatedGrams)
        self.init(statistics: statistics, lexicon: try Lexicon(entries))
    }

    /// A title of five words and a text of thirty, in the unit of `Analysis.length`.
    private static let usualLength = 400

    /// A reader of its own for each thread; nil if the stemmer cannot be had.
    func analyzer() -> Analyzer? { Analyzer(statistics: statistics, lexicon: lexicon) }
}

extension Need {
    /// Its texts as they are matched: the title first, then what the lines ask for.
    var fields: [Field] {
        [Field(content.title ?? "", boost: Field.titleBoost)]
            + items.filter { !$0.isWithdrawn }.map { Field($0.content.title) }
            + [Field(content.text ?? "")]
    }
}

extension Offer {
    /// Its texts as they are matched.
    var fields: [Field] {
        [
            Field(content.title ?? "", boost: Field.titleBoost), Field(content.text ?? ""),
            Field(content.conditions ?? ""),
        ]
    }
}

extension Field {
    /// A title counts twice (matching.md §3).
    fileprivate static let titleBoost = 2
}
