/// Words that tell nothing of what a text is about, and words that are not taken apart.
package struct StopWords: Sendable {
    let german: WordSet
    let english: WordSet
    let unsplit: WordSet

    /// Three lists of words.
    package init(german: WordSet, english: WordSet, unsplit: WordSet) {
        self.german = german
        self.english = english
        self.unsplit = unsplit
    }

    /// The lists that come with the product.
    package static let standard = StopWords(
        german: WordSet(lines: PackageResources.german_stop_words_txt),
        english: WordSet(lines: PackageResources.english_stop_words_txt),
        unsplit: WordSet(lines: PackageResources.unsplit_words_txt))

    /// Whether a folded word with this hash tells nothing, in either language.
    func contains(_ hash: UInt64) -> Bool { german.contains(hash) || english.contains(hash) }
}
