@_spi(_Unicode) import Swift

/// Finds the words of texts and folds them: letters and digits, hyphens within, the forms of `Schüler*innen`.
///
/// Reads each character once; what it keeps of a word is bounded, however long the word is.
struct Tokenizer {
    /// What is longer is cut: no German word in use is.
    static let longestWord = 40

    /// Parts between hyphens beyond these only count within the whole.
    static let mostParts = 6

    /// The tokens so far.
    private(set) var tokens: [Token] = []
    private var folding = Folding()

    /// How many words were written so far.
    private(set) var count = 0

    /// The octets of all tokens.
    var bytes: [UInt8] { folding.bytes }

    /// Forgets all tokens.
    mutating func reset() {
        tokens.removeAll(keepingCapacity: true)
        folding.removeAll()
        count = 0
    }

    /// Takes in the words of a text, until `isEnough` says so after a written word.
    mutating func scan(_ text: String, until isEnough: (borrowing Tokenizer, Int) -> Bool) {
        var cursor = WordCursor(Self.composed(text))
        while let word = cursor.next() {
            let first = tokens.count
            append(word, of: cursor.text)
            count += 1
            if isEnough(self, first) { return }
        }
    }

    /// The text in normalization form C (UAX #15).
    ///
    /// Below U+0300 nothing can be composed, and that is nearly every text.
    static func composed(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
        var composed = String.UnicodeScalarView()
        composed.append(contentsOf: text._nfc)
        return String(composed)
    }

    private mutating func append(_ word: WrittenWord, of text: String) {
        if word.isHyphenated {
            let parts = word.parts(of: text).prefix(Self.mostParts)
            for part in parts { append(part, of: text, as: .part, source: word.range) }
        }
        append(word.base, of: text, as: .whole, source: word.range)
        if word.hasFeminine { appendFeminine(source: word.range) }
    }

    /// The folded letters of a stretch of the text, if they are a word.
    private mutating func append(
        _ range: Range<String.Index>, of text: String, as kind: Token.Kind, source: Range<String.Index>
    ) {
        var length = 0
        var hasLetter = false
        for scalar in text.unicodeScalars[range] where scalar.isPartOfWords {
            if length == Self.longestWord { break }
            folding.append(scalar)
            length += 1
            hasLetter = hasLetter || !scalar.isDecimalDigit
        }
        finish(as: kind, source: source, if: length >= 2 && hasLetter)
    }

    private mutating func appendFeminine(source: Range<String.Index>) {
        guard let base = tokens.last, base.kind == .whole, base.number == count else { return }
        // The base as it was folded: no vowel that could become an umlaut comes behind it.
        for byte in folding.bytes[base.range] + Array("innen".utf8) { folding.append(folded: byte) }
        finish(as: .part, source: source, if: true)
    }

    private mutating func finish(as kind: Token.Kind, source: Range<String.Index>, if counts: Bool) {
        let range = folding.word
        folding.next(keeping: counts)
        guard counts, !range.isEmpty else { return }
        let hash = WordHash(folding.bytes[range]).value
        tokens.append(Token(range: range, hash: hash, kind: kind, number: count, source: source))
    }
}

extension Unicode.Scalar {
    fileprivate var isDecimalDigit: Bool {
        isASCII ? value &- 0x30 < 10 : properties.generalCategory == .decimalNumber
    }
}
