/// Goes through a text from written word to written word.
struct WordCursor {
    let text: String
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        self.text = text
        rest = text.unicodeScalars[...]
    }

    /// The next written word.
    mutating func next() -> WrittenWord? {
        skip { !$0.isPartOfWords }
        guard !rest.isEmpty else { return nil }
        let start = rest.startIndex
        var isHyphenated = false
        while true {
            if let ending = innerEnding() { return word(from: start, isHyphenated, ending) }
            if startsWithHyphenInside {
                isHyphenated = true
                rest.removeFirst()
                continue
            }
            if let ending = markedEnding() { return word(from: start, isHyphenated, ending) }
            return word(from: start, isHyphenated, rest.startIndex)
        }
    }

    private mutating func word(
        from start: String.Index, _ isHyphenated: Bool, _ end: String.Index
    ) -> WrittenWord {
        let base = start..<rest.startIndex
        rest = rest[end...]
        return WrittenWord(range: start..<end, base: base, isHyphenated: isHyphenated)
    }

    private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
        rest = rest.drop(while: condition)
    }

    /// Goes to the end of a run of letters; stops before the `Innen` of `SchülerInnen` and gives its end.
    private mutating func innerEnding() -> String.Index? {
        var letters = 0
        var isBehindSmall = false
        while let scalar = rest.first, scalar.isPartOfWords {
            if scalar == "I", isBehindSmall, letters >= Self.shortestBase,
                let end = Self.feminineEnd(of: rest)
            {
                return end
            }
            isBehindSmall = scalar.isSmallLetter
            letters += 1
            rest.removeFirst()
        }
        return nil
    }

    /// The end of `*innen`, `:in`, `_innen`, `/-innen` or `(innen` here.
    private func markedEnding() -> String.Index? {
        guard let mark = rest.first, Self.genderMarks.contains(mark) else { return nil }
        var ending = rest.dropFirst()
        if mark == "/", let hyphen = ending.first, hyphen.isHyphen { ending = ending.dropFirst() }
        return Self.feminineEnd(of: ending)
    }

    private var startsWithHyphenInside: Bool {
        guard let hyphen = rest.first, hyphen.isHyphen, let next = rest.dropFirst().first else {
            return false
        }
        return next.isPartOfWords
    }

    private static let genderMarks: Set<Unicode.Scalar> = ["*", ":", "_", "/", "("]

    /// Shorter words have no form for women.
    private static let shortestBase = 3

    /// The end of `in` or `innen` at the beginning of a text, if the word ends there.
    private static func feminineEnd(of text: Substring.UnicodeScalarView) -> String.Index? {
        var place = text.startIndex
        var length = 0
        for letter in "innen".unicodeScalars {
            guard place < text.endIndex else { break }
            let scalar = text[place]
            guard scalar == letter || length == 0 && scalar == "I" else { break }
            place = text.index(after: place)
            length += 1
        }
        guard length == 2 || length == 5 else { return nil }
        return place < text.endIndex && text[place].isPartOfWords ? nil : place
    }
}

extension Unicode.Scalar {
    fileprivate var isSmallLetter: Bool {
        isASCII ? value &- 0x61 < 26 : properties.isLowercase
    }
}
