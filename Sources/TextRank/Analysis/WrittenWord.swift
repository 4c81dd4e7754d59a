/// A word as it stands in a text: `Ranzen`, `Haus-Aufgaben`, `Schüler*innen`.
struct WrittenWord {
    /// All of it.
    let range: Range<String.Index>

    /// All of it without the ending for women: of `Schüler*innen`, `Schüler`.
    let base: Range<String.Index>

    let isHyphenated: Bool

    /// Whether both sexes are meant by one word.
    var hasFeminine: Bool { base.upperBound < range.upperBound }

    /// What stands between the hyphens.
    func parts(of text: String) -> [Range<String.Index>] {
        text.unicodeScalars[base].split(whereSeparator: \.isHyphen).map { $0.startIndex..<$0.endIndex }
    }
}

extension Unicode.Scalar {
    /// Hyphen-minus, hyphen, or hyphen that is not broken at.
    var isHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }
}
