/// What the texts of a need and an offer say of the pair.
package struct TextFinding: Equatable, Sendable {
    package let evidence: TextEvidence

    /// The words that the two have in common, as the need has them, those that count most first.
    package let words: [String]

    /// Nothing known.
    package static let none = TextFinding(TextEvidence())

    /// How alike they are, and in which words.
    package init(_ evidence: TextEvidence, words: [String] = []) {
        self.evidence = evidence
        self.words = words
    }

    /// The same with these words.
    func naming(_ words: [String]) -> TextFinding {
        words.isEmpty ? self : TextFinding(evidence, words: words)
    }
}
