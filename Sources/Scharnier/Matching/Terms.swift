/// The words of a text that count for matching, folded, and where they stand (domain.md §7.3).
struct Terms: Sendable {
    /// The texts as they are, joined by line feeds.
    private let source: [UInt8]

    /// The folded words, one after the other.
    private var letters: [UInt8] = []
    private var terms: [Term] = []

    /// Shorter words do not count: they are mostly articles and prepositions.
    private static let shortest = 5

    /// Two umlauts are four of the five characters: three folded bytes are the least that a term can have.
    private static let fewestBytes = 3

    private struct Term {
        /// Its bytes in `letters`, and those of the word in `source`.
        let letters: Range<Int>
        let source: Range<Int>

        /// The first and the last three bytes: most comparisons end with them.
        let head: UInt32
        let tail: UInt32
    }

    /// The terms of these texts, each once, in order.
    init(_ texts: String?...) {
        let text = texts.compactMap { $0 }.joined(separator: "\n")
        source = Array(text.utf8)
        var word = Folding()
        var (start, offset) = (0, 0)
        for scalar in text.unicodeScalars {
            if scalar.isPartOfWords {
                word.append(scalar)
            } else {
                close(&word, source: start..<offset)
                start = offset + UTF8.width(scalar)
            }
            offset += UTF8.width(scalar)
        }
        close(&word, source: start..<offset)
    }

    private mutating func close(_ word: inout Folding, source: Range<Int>) {
        defer { word.clear() }
        guard word.length >= Self.shortest, word.bytes.count >= Self.fewestBytes else { return }
        let range = letters.count..<letters.count + word.bytes.count
        let term = Term(
            letters: range, source: source, head: Self.packed(word.bytes.prefix(3)),
            tail: Self.packed(word.bytes.suffix(3)))
        guard !terms.contains(where: { isSame($0, term, word.bytes) }) else { return }
        letters += word.bytes
        terms.append(term)
    }

    private func isSame(_ one: Term, _ other: Term, _ word: [UInt8]) -> Bool {
        guard one.head == other.head, one.tail == other.tail, one.letters.count == word.count else {
            return false
        }
        return letters[one.letters].elementsEqual(word)
    }

    private static func packed(_ three: ArraySlice<UInt8>) -> UInt32 {
        three.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension Terms {
    /// Up to `limit` of these terms that one of `others` matches: equal, or the shorter begins or ends the longer.
    ///
    /// - Returns: the words as they are written, as in `Schulranzen ~ Ranzen`.
    func matches(in others: Terms, limit: Int) -> [String] {
        pairs(with: others, limit: limit).map { mine, other in
            let (word, match) = (self.word(mine), others.word(other))
            return word == match ? word : "\(word) ~ \(match)"
        }
    }

    /// How many of these terms one of `others` matches, at most `limit`.
    func matchCount(in others: Terms, limit: Int) -> Int {
        pairs(with: others, limit: limit).count
    }

    private func pairs(with others: Terms, limit: Int) -> [(Term, Term)] {
        var found: [(Term, Term)] = []
        for term in terms where found.count < limit {
            if let match = others.terms.first(where: { matches(term, $0, of: others) }) {
                found.append((term, match))
            }
        }
        return found
    }

    private func matches(_ mine: Term, _ other: Term, of others: Terms) -> Bool {
        guard mine.head == other.head || mine.tail == other.tail else { return false }
        let (one, two) = (letters[mine.letters], others.letters[other.letters])
        let (shorter, longer) = one.count <= two.count ? (one, two) : (two, one)
        return longer.prefix(shorter.count).elementsEqual(shorter)
            || longer.suffix(shorter.count).elementsEqual(shorter)
    }

    private func word(_ term: Term) -> String {
        String(decoding: source[term.source], as: UTF8.self)
    }
}
