import TextRank

/// The words of texts, folded, in the order in which they stand there.
struct FoldedWords {
    /// One word: where it stands among the folded ones, and how many letters it had.
    struct Word {
        let range: Range<Int>
        let letters: Int

        /// The first eight octets, filled up with zeros: they decide nearly always.
        let beginning: UInt64
    }

    private var folding: Folding
    private var words: [Word] = []

    /// How many words there are.
    var count: Int { words.count }

    /// Nothing yet; there will hardly be more than `capacity` bytes.
    init(capacity: Int) {
        folding = Folding(capacity: capacity)
        words.reserveCapacity(capacity / 6)
    }

    /// Takes in the words of a text: runs of letters, digits and their marks.
    mutating func append(_ text: String) {
        var rest = text.unicodeScalars[...]
        let bytes = text.utf8.span
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                append(ascii: byte)
                index += 1
                continue
            }
            rest = text.unicodeScalars[text.utf8.index(text.utf8.startIndex, offsetBy: index)...]
            guard let scalar = rest.first else { break }
            scalar.isPartOfWords ? folding.append(scalar) : end()
            index += UTF8.width(scalar)
        }
        end()
    }

    private mutating func append(ascii byte: UInt8) {
        // Unsigned: what is below the first digit or letter wraps around to a large number.
        if byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 {
            folding.append(ascii: byte)
        } else {
            end()
        }
    }

    private mutating func end() {
        let range = folding.word
        guard !range.isEmpty else { return folding.next(keeping: false) }
        let beginning = Self.beginning(of: folding.bytes[range])
        words.append(Word(range: range, letters: folding.length, beginning: beginning))
        folding.next(keeping: true)
    }

    private static func beginning(of word: ArraySlice<UInt8>) -> UInt64 {
        let missing = 8 - min(word.count, 8)
        return word.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } << (8 * missing)
    }

    /// All words, sorted, each once, behind its length and what `mark` adds to that.
    func sorted(_ mark: (Word) -> UInt8) -> [UInt8] {
        var list: [UInt8] = []
        let bytes = folding.bytes
        list.reserveCapacity(bytes.count + words.count)
        var last: (range: Range<Int>, mark: UInt8)?
        for word in words.sorted(by: comes) {
            let range = word.range.prefix(WordList.longestWord)
            let mark = mark(word)
            if let last, last.mark == mark, bytes[last.range] == bytes[range] { continue }
            list.append(UInt8(truncatingIfNeeded: range.count) | mark)
            list += bytes[range]
            last = (range, mark)
        }
        return list
    }

    private func comes(_ one: Word, before other: Word) -> Bool {
        if one.beginning != other.beginning { return one.beginning < other.beginning }
        return folding.bytes[one.range].lexicographicallyPrecedes(folding.bytes[other.range])
    }
}
