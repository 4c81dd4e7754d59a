/// Which words mean nearly the same, as people have written it down.
package struct Lexicon: Sendable {
    /// A word and what else it is called.
    package struct Entry: Sendable, Equatable {
        /// The word.
        package let term: String
        /// Its other names.
        package let same: [String]
        /// How much of another name's weight the word has, in tenths; at most 5.
        package let tenths: Int

        /// A word with its other names.
        package init(_ term: String, same: [String], tenths: Int = Entry.usualTenths) {
            self.term = term
            self.same = same
            self.tenths = tenths
        }

        /// Half: a word that is only meant never counts as much as one that is written.
        package static let usualTenths = 5
    }

    /// What is wrong with an entry.
    package enum Fault: Error, Equatable {
        /// A text of the entry is not one word.
        case notAWord(String, entry: Int)
        /// A word is among its own names.
        case sameAsItself(String, entry: Int)
        /// The word has an entry already.
        case duplicate(String, entry: Int)
        /// A word has more names than ``Lexicon/mostNames``.
        case tooManyNames(String, entry: Int)
        /// The weight is not 1…5 tenths.
        case weightOutOfRange(entry: Int)
        /// More entries than ``Lexicon/mostEntries``.
        case tooManyEntries
    }

    /// One of the words that a stem stands for as well.
    struct Name: Sendable {
        let id: UInt64
        let tenths: Int
    }

    /// More would be no synonyms any more.
    package static let mostNames = 20

    /// What a city can keep an eye on.
    package static let mostEntries = 5_000

    private var names: [UInt64: [Name]] = [:]

    /// No words.
    package init() {}

    /// The words of these entries; a name leads back to the term, too.
    ///
    /// - Throws: what is wrong with the first faulty entry.
    package init(_ entries: [Entry]) throws(Fault) {
        guard entries.count <= Self.mostEntries else { throw .tooManyEntries }
        let stems = WordStems()
        var seen = Set<UInt64>()
        for (row, entry) in entries.enumerated() {
            guard 1...Entry.usualTenths ~= entry.tenths else { throw .weightOutOfRange(entry: row) }
            guard entry.same.count <= Self.mostNames else { throw .tooManyNames(entry.term, entry: row) }
            guard let term = stems.id(of: entry.term) else { throw .notAWord(entry.term, entry: row) }
            guard seen.insert(term).inserted else { throw .duplicate(entry.term, entry: row) }
            for same in entry.same {
                guard let other = stems.id(of: same) else { throw .notAWord(same, entry: row) }
                guard other != term else { throw .sameAsItself(same, entry: row) }
                add(other, to: term, entry.tenths)
                add(term, to: other, entry.tenths)
            }
        }
    }

    private mutating func add(_ name: UInt64, to term: UInt64, _ tenths: Int) {
        let isKnown = names[term]?.contains { $0.id == name } ?? false
        if !isKnown { names[term, default: []].append(Name(id: name, tenths: tenths)) }
    }

    /// The other names of a stem.
    func names(of stem: UInt64) -> [Name] { names[stem] ?? [] }

    /// How many stems have other names.
    package var count: Int { names.count }
}

/// The stems of single German words.
struct WordStems {
    private let stemmer = Stemmer(language: "german")

    /// The hash of a word's stem; nil if the text is not one word.
    func id(of text: String) -> UInt64? {
        var tokenizer = Tokenizer()
        tokenizer.scan(text) { _, _ in false }
        guard tokenizer.count == 1, let token = tokenizer.tokens.last(where: { $0.kind == .whole }) else {
            return nil
        }
        var stem: [UInt8] = []
        stemmer?.stem(tokenizer.bytes[token.range], into: &stem)
        return WordHash(stem).value
    }
}
