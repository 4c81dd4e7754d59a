/// Words that are treated alike, read from a text: one a line, `#` begins a remark.
package struct WordSet: Sendable {
    private var hashes = HashTable()

    /// How many different words there are.
    package var count: Int { hashes.count }

    /// No words.
    package init() {}

    /// The words of a text, folded.
    package init(lines: some Sequence<UInt8>) {
        for line in String(decoding: Array(lines), as: UTF8.self).split(separator: "\n") {
            insert(String(line.prefix { $0 != "#" }))
        }
    }

    /// Takes in a word as it is written; blanks around it do not matter.
    package mutating func insert(_ word: String) {
        var folding = Folding()
        for scalar in word.unicodeScalars where scalar.isPartOfWords { folding.append(scalar) }
        guard !folding.bytes.isEmpty else { return }
        hashes.set(WordHash(folding.bytes).value, to: 1)
    }

    /// Whether a folded word with this hash is one of them.
    func contains(_ hash: UInt64) -> Bool { hashes[hash] != nil }
}
