/// A word of a text, folded.
struct Token {
    /// What it is in relation to what is written.
    enum Kind {
        /// The word as it is written; of `Haus-Aufgaben`, both together.
        case whole
        /// A part of what is written, as `Haus` in `Haus-Aufgaben`, or the longer form of `Schüler*innen`.
        case part
    }

    /// Its octets among those of all tokens.
    let range: Range<Int>

    /// The hash of its octets.
    let hash: UInt64

    let kind: Kind

    /// The how manieth written word it belongs to, from 0; a word with hyphens is one.
    let number: Int

    /// Where that written word stands.
    let source: Range<String.Index>
}
