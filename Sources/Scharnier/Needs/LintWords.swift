/// A text as words and numbers, spelled alike: lower case, without marks, ä as a, ß as ss.
struct LintWords {
    private(set) var words: [Word] = []

    /// A run of letters or digits.
    struct Word {
        /// In UTF-8.
        fileprivate(set) var bytes: [UInt8]

        /// What stands between it and the word before, blanks as one.
        let gap: String
        let isCapitalized: Bool

        /// The value of a run of digits of at most nine.
        let number: Int?

        var text: String { String(decoding: bytes, as: UTF8.self) }

        func starts(with prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }
    }

    /// Takes a text apart.
    init(_ text: String) {
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            let gap = rest.prefix { !Self.isPart($0) }
            rest = rest.dropFirst(gap.count)
            let isNumber = rest.first.map(Self.isDigit) ?? false
            let run = rest.prefix { Self.isPart($0) && Self.isDigit($0) == isNumber || Self.isMark($0) }
            rest = rest.dropFirst(run.count)
            if !run.isEmpty { words.append(Word(run, gap: gap)) }
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
    fileprivate static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isDiacritic }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || scalar.properties.isAlphabetic
    }

    /// Whether some word, and those behind it, are as `isFound` asks.
    func contains(where isFound: (ArraySlice<Word>) -> Bool) -> Bool {
        words.indices.contains { isFound(words[$0...]) }
    }
}

extension LintWords.Word {
    fileprivate init(_ run: Substring.UnicodeScalarView, gap: Substring.UnicodeScalarView) {
        bytes = []
        for scalar in run where !LintWords.isMark(scalar) {
            bytes += Self.spelling(scalar)
        }
        let separators = gap.map { $0.properties.isWhitespace ? " " : $0 }
        self.gap = String(String.UnicodeScalarView(separators)).split(separator: " ").joined(separator: " ")
        isCapitalized = run.first?.properties.isUppercase ?? false
        number = run.count <= 9 ? Int(String(run)) : nil
    }

    /// A letter in lower case without its marks: what it is made of comes first when it is taken apart.
    private static func spelling(_ scalar: Unicode.Scalar) -> [UInt8] {
        if let plain = plainLetters[scalar] { return Array(plain.utf8) }
        return Array(scalar.properties.lowercaseMapping.utf8)
    }

    private static let plainLetters: [Unicode.Scalar: String] = [
        "ä": "a", "Ä": "a", "ö": "o", "Ö": "o", "ü": "u", "Ü": "u", "ß": "ss", "ẞ": "ss", "é": "e", "è": "e",
        "ê": "e", "É": "e", "á": "a", "à": "a", "ç": "c", "Ç": "c", "ş": "s", "Ş": "s", "ğ": "g", "ı": "i",
        "İ": "i", "ł": "l", "Ł": "l", "ń": "n", "ó": "o", "ś": "s", "ż": "z", "ź": "z", "ć": "c", "č": "c",
        "š": "s", "ž": "z", "ñ": "n", "ă": "a", "ș": "s", "ț": "t", "â": "a", "î": "i", "í": "i", "ú": "u",
    ]
}
