/// The words of a text that count for matching, folded, and where they stand (domain.md §7.3).
struct Terms: Sendable {
    /// The texts as they are, joined by line feeds.
    private let source: [UInt8]

    /// The folded words, one after the other.
    private let letters: [UInt8]
    private let terms: [Term]

    /// Shorter words do not count: they are mostly articles and prepositions.
    private static let shortest = 5

    /// Two umlauts are four of the five characters: three folded bytes are the least that a term can have.
    private static let fewestBytes = 3

    /// The first three bytes of each term, and the last three: most comparisons end with them.
    private let heads: [UInt32]
    private let tails: [UInt32]

    private struct Term {
        /// Its bytes in `letters`, and those of the word in `source`.
        let letters: Range<Int>
        let source: Range<Int>
    }

    /// The terms of these texts, in order.
    init(_ texts: String?...) {
        var text = texts.compactMap { $0 }.joined(separator: "\n")
        text.makeContiguousUTF8()
        source = Array(text.utf8)
        var words = Folding(capacity: source.count)
        var terms: [Term] = []
        var (start, offset) = (0, 0)
        for scalar in text.unicodeScalars {
            if scalar.isPartOfWords {
                words.append(scalar)
            } else {
                if let term = Self.term(in: &words, source: start..<offset) { terms.append(term) }
                start = offset + UTF8.width(scalar)
            }
            offset += UTF8.width(scalar)
        }
        if let term = Self.term(in: &words, source: start..<offset) { terms.append(term) }
        let letters = words.bytes
        self.letters = letters
        self.terms = terms
        heads = terms.map { Self.packed(letters, from: $0.letters.lowerBound) }
        tails = terms.map { Self.packed(letters, from: $0.letters.upperBound - 3) }
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
    /// Up to `limit` different ones of these terms that one of `others` matches: equal, or the shorter begins or ends the longer.
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
        let (head, tail) = (heads[position], tails[position])
        for other in others.heads.indices where others.heads[other] == head || others.tails[other] == tail {
            if isMatch(terms[position].letters, others, others.terms[other].letters) { return other }
        }
        return nil
    }

    private func isMatch(_ mine: Range<Int>, _ others: Terms, _ other: Range<Int>) -> Bool {
        let (one, two) = (letters[mine], others.letters[other])
        let (shorter, longer) = one.count <= two.count ? (one, two) : (two, one)
        return longer.prefix(shorter.count).elementsEqual(shorter)
            || longer.suffix(shorter.count).elementsEqual(shorter)
    }

    private func word(_ term: Term) -> String {
        String(decoding: source[term.source], as: UTF8.self)
    }
}
