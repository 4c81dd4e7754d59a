/// A made-up language that behaves as German does: words take endings, grow together, and are misspelt.
///
/// No word of it is in any list of the product, so that no list is measured by itself.
struct CaseLanguage {
    /// Words that everybody uses.
    private let common: [String]

    /// Words of each subject: first those that askers prefer, last those that givers prefer.
    private let subjects: [[String]]

    private static let beginnings = [
        "Bl", "Dr", "Fr", "Gr", "Kl", "Kn", "M", "N", "P", "R", "Schl", "Str", "T", "W", "Z",
    ]
    private static let middles = ["a", "au", "ä", "e", "ei", "i", "o", "ö", "u", "ü"]
    private static let ends = [
        "bel", "der", "ft", "gel", "ken", "lm", "mpf", "nd", "nk", "pp", "rk", "st", "tz", "xt",
    ]
    private static let endings = ["", "", "", "e", "en", "er", "n", "s"]

    /// A language for so many subjects.
    init(subjects count: Int, _ numbers: inout CaseNumbers) {
        common = (0..<120).map { _ in Self.word(&numbers) }
        subjects = (0..<count).map { _ in (0..<18).map { _ in Self.word(&numbers) } }
    }

    private static func word(_ numbers: inout CaseNumbers) -> String {
        (0..<Int.random(in: 1...2, using: &numbers)).map { part in
            let beginning = numbers.one(of: beginnings)
            let text = beginning + numbers.one(of: middles) + numbers.one(of: ends)
            return part == 0 ? text : text.lowercased()
        }.joined()
    }

    /// A word on a subject, as an asker or a giver would choose it, with its ending, as a compound now and then.
    func word(on subject: Int, byGiver: Bool, _ numbers: inout CaseNumbers) -> String {
        let words = subjects[subject]
        // Two thirds of the words are used by both.
        let range = byGiver ? 6..<18 : 0..<12
        var word = words[Int.random(in: range, using: &numbers)]
        if numbers.happens(20) {
            word +=
                numbers.one(of: ["", "s", "en"]) + words[Int.random(in: range, using: &numbers)].lowercased()
        }
        return spelt(word + numbers.one(of: Self.endings), &numbers)
    }

    private func spelt(_ word: String, _ numbers: inout CaseNumbers) -> String {
        if numbers.happens(15) {
            return word.map { ["ä": "ae", "ö": "oe", "ü": "ue"][$0] ?? String($0) }.joined()
        }
        guard numbers.happens(4), word.count > 4 else { return word }
        var letters = Array(word)
        letters.swapAt(2, 3)
        return String(letters)
    }

    /// So many words on a subject among words that everybody uses.
    func text(on subject: Int, words: Int, byGiver: Bool, _ numbers: inout CaseNumbers) -> String {
        (0..<words).map { _ in
            numbers.happens(45)
                ? word(on: subject, byGiver: byGiver, &numbers)
                : numbers.happens(50)
                    ? numbers.one(of: common) : numbers.one(of: ["und", "für", "mit", "wir", "die"])
        }.joined(separator: " ")
    }
}
