/// The words of a record's texts, folded, sorted, each once: what a search looks in.
///
/// Layout: one word behind the other, each behind an octet with its length. So a list is searched in one pass, whatever
/// is looked for, and costs a write little more than its bytes.
package struct WordList: Equatable, Sendable {
    /// The layout and the folding; lists of another form have to be made anew.
    package static let form = 1

    /// Octets of a word at most; of a longer one only its beginning counts.
    package static let longestWord = 63

    /// The list as it is kept.
    package let bytes: [UInt8]

    /// The words of these texts.
    package init(_ texts: [String?]) {
        var words = FoldedWords(capacity: texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) })
        for text in texts { text.map { words.append($0) } }
        bytes = words.sorted { _ in 0 }
    }
}

/// What somebody looks for: words that must all be there, from three letters on as the beginning of one (api.md §8).
package struct WordQuery: Equatable, Sendable {
    /// Characters and words of a query at most (api.md §8).
    package static let longest = 200
    package static let mostWords = 10

    /// Letters from which on a word stands for all that begin with it, as they are typed: `Mue` has three.
    private static let lettersOfBeginning = 3

    /// The bit that asks for a word that begins so.
    private static let begins: UInt8 = 0x80

    /// The words in the layout of ``WordList``, those that are beginnings with the highest bit of their length set.
    package let bytes: [UInt8]

    /// Reads what somebody types: letters and digits, everything else only parts them.
    ///
    /// `nil` for a text that is too long, has too many words, or none.
    package init?(_ text: String) {
        guard text.unicodeScalars.count <= Self.longest else { return nil }
        var words = FoldedWords(capacity: text.utf8.count)
        words.append(text)
        guard (1...Self.mostWords).contains(words.count) else { return nil }
        bytes = words.sorted { word in
            word.letters >= Self.lettersOfBeginning || word.range.count > WordList.longestWord
                ? Self.begins : 0
        }
    }
}
