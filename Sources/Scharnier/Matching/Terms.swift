import TextRank

/// The words of a text that count for matching, folded, and where they stand (domain.md §7.3).
final class Terms: Sendable {
    /// The texts as they are, on a line each.
    private let text: String

    /// The folded words, one after the other.
    private let letters: [UInt8]
    private let terms: [Term]

    /// Shorter words do not count: they are mostly articles and prepositions.
    private static let shortest = 5

    /// Two umlauts are four of the five characters: three folded bytes are the least that a term can have.
    private static let fewestBytes = 3

    private struct Term {
        /// Its bytes in `letters`, and those of the word in `text`.
        let letters: Range<Int>
        let source: Range<Int>
    }

    /// In the order of the terms, and packed: most comparisons end here.
    private let edges: [Edges]

    /// The first three bytes of a term, and the last three.
    private struct Edges {
        let head: UInt32
        let tail: UInt32
    }

    /// The terms of a title and of the text below it, in order.
    init(_ title: String?, _ body: String? = nil) {
        text = [title, body].compactMap { $0 }.joined(separator: "\n")
        var words = Folding(capacity: text.utf8.count)
        var terms: [Term] = []
        // Words have seven letters or more on the whole.
        terms.reserveCapacity(text.utf8.count / 8)
        var (start, offset) = (0, 0)
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if scalar.isPartOfWords {
                words.append(scalar)
            } else {
                if let term = Self.term(in: &words, source: start..<offset) { terms.append(term) }
                start = offset + width
            }
            offset += width
        }
        if let term = Self.term(in: &words, source: start..<offset) { terms.append(term) }
        let letters = words.bytes
        self.letters = letters
        self.terms = terms
        edges = terms.map { term in
            Edges(
                head: Self.packed(letters, from: term.letters.lowerBound),
                tail: Self.packed(letters, from: term.letters.upperBound - 3))
        }
    }

    /// The word just written, if it counts.
    private static func term(in words: inout Folding, source: Range<Int>) -> Term? {
        let word = words.word
        guard !word.isEmpty else { return nil }
        let counts = words.length >= shortest && word.count >= fewestBytes
        words.next(keeping: counts)
        return counts ? Term(letters: word, source: source) : nil
    }

    private static func packed(_ bytes: [UInt8], from start: Int) -> UInt32 {
        UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
    }
}

extension Terms {
    /// Up to `limit` different ones of these terms that one of `others` matches: equal, or the shorter begins or
    /// ends the longer.
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
        for position in terms.indices where found.count < limit {
            guard let match = firstMatch(of: position, in: others) else { continue }
            let term = terms[position]
            // A word that is there twice counts once.
            if found.contains(where: { letters[$0.0.letters].elementsEqual(letters[term.letters]) }) {
                continue
            }
            found.append((term, others.terms[match]))
        }
        return found
    }

    private func firstMatch(of position: Int, in others: Terms) -> Int? {
        let mine = edges[position]
        return others.edges.indices.first { other in
            let edges = others.edges[other]
            guard edges.head == mine.head || edges.tail == mine.tail else { return false }
            return isMatch(terms[position].letters, others, others.terms[other].letters)
        }
    }

    private func isMatch(_ mine: Range<Int>, _ others: Terms, _ other: Range<Int>) -> Bool {
        let (one, two) = (letters[mine], others.letters[other])
        let (shorter, longer) = one.count <= two.count ? (one, two) : (two, one)
        return longer.prefix(shorter.count).elementsEqual(shorter)
            || longer.suffix(shorter.count).elementsEqual(shorter)
    }

    private func word(_ term: Term) -> String {
        let start = text.utf8.index(text.startIndex, offsetBy: term.source.lowerBound)
        let end = text.utf8.index(start, offsetBy: term.source.count)
        return String(text[start..<end])
    }
}
