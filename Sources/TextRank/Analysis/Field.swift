/// One text of a document, and how much its words count beside those of other fields.
package struct Field: Sendable {
    /// What is written.
    package let text: String

    /// 1 for running text, more for what is denser, as a title; at most 8.
    package let boost: Int

    /// A text whose words count `boost` times.
    package init(_ text: String, boost: Int = 1) {
        self.text = text
        self.boost = min(max(boost, 1), Self.greatestBoost)
    }

    private static let greatestBoost = 8
}

/// Further tokens do not count: long lists of words must not win (the texts that matter are much shorter).
let mostInformativeTokens = 60

/// Written words that are read at most, informative or not: what else it costs is bounded by this.
private let mostWords = 20_000

/// Reads the fields in order until there are enough informative tokens, and gives all tokens to `body`: with their
/// octets, the number of their field, and whether they count.
func scanTokens(
    of fields: [Field], with tokenizer: inout Tokenizer, stopWords: StopWords,
    _ body: (Token, _ bytes: [UInt8], _ field: Int, _ counts: Bool) -> Void
) {
    tokenizer.reset()
    var count = 0
    for (number, field) in fields.enumerated() where count < mostInformativeTokens {
        tokenizer.scan(field.text) { tokenizer, first in
            for token in tokenizer.tokens[first...] {
                let counts = count < mostInformativeTokens && !stopWords.contains(token.hash)
                if counts { count += 1 }
                body(token, tokenizer.bytes, number, counts)
            }
            return count >= mostInformativeTokens || tokenizer.count >= mostWords
        }
    }
}
