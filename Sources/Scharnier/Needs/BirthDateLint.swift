extension LintWords {
    /// Whether a day stands behind a word for birth: `geb. 12.03.2015`, `geboren am 3. Mai 2012`, `*1.2.2010`.
    var holdBirthDate: Bool {
        contains { words in isBirthWord(words) || isStarred(words) }
    }

    private func isBirthWord(_ words: ArraySlice<Word>) -> Bool {
        guard let word = words.first, Self.isBirth(word) else {
            return false
        }
        // A few words may stand in between: `geboren in Dortmund am`.
        return words.dropFirst().prefix(Self.reach).indices.contains { isDate(words[$0...]) }
    }

    private func isStarred(_ words: ArraySlice<Word>) -> Bool {
        words.first?.gap.hasSuffix("*") == true && isDate(words)
    }

    /// A day, a month in digits or letters, and a year; or the other way round.
    private func isDate(_ words: ArraySlice<Word>) -> Bool {
        let parts = Array(words.prefix(3))
        guard parts.count == 3 else { return false }
        let gaps = [parts[1].gap, parts[2].gap]
        guard gaps.allSatisfy({ ["", ".", "-", "/", ". "].contains($0) }) else { return false }
        if let year = parts[0].number, Self.years.contains(year) {
            return isMonth(parts[1]) && isDay(parts[2])
        }
        guard isDay(parts[0]), isMonth(parts[1]), let year = parts[2].number else { return false }
        return Self.years.contains(year) || (parts[2].bytes.count == 2 && gaps == [".", "."])
    }

    private func isDay(_ word: Word) -> Bool { word.number.map { 1...31 ~= $0 } ?? false }

    private func isMonth(_ word: Word) -> Bool {
        if let number = word.number { return 1...12 ~= number }
        return Self.months.contains { word.starts(with: $0) }
    }

    /// How many words may stand between birth and its day.
    private static let reach = 5
    private static let years = 1900...2100

    /// `geb` is a word of its own: others begin with it too.
    private static func isBirth(_ word: Word) -> Bool {
        word.text == "geb" || birthWords.contains { word.starts(with: $0) }
    }

    private static let birthWords = ["geboren", "geburtsdatum", "geburtstag", "gebdat"]
    private static let months = [
        "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
    ]
}
