@testable import TextRank

/// Numbers that come in the same order every time (SplitMix64, Steele and others, 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Statistics {
    /// Words of which the compounds of the tests are made.
    static func sample(_ words: [(String, Int)] = Statistics.sampleWords) -> Statistics {
        Statistics(
            documentCount: 100, averageLength: 400, words: words.map { Word(fold($0.0), $0.1) }, grams: [])
    }

    static let sampleWords = [
        ("Haus", 20), ("Aufgaben", 12), ("Hilfe", 40), ("Schule", 30), ("Ranzen", 8), ("Kinder", 50),
        ("Garten", 20), ("Sprache", 15), ("Kurs", 25), ("Fahrrad", 9), ("Werkstatt", 7), ("Eltern", 18),
        ("Projekt", 60), ("Woche", 11), ("Jugend", 22), ("Nach", 5), ("Lehrer", 6), ("Stelle", 9),
    ]
}

func fold(_ word: String) -> String {
    var folding = Folding()
    for scalar in word.unicodeScalars { folding.append(scalar) }
    return String(decoding: folding.bytes, as: UTF8.self)
}

/// The words of a text as they are counted, parts behind a plus sign.
func tokens(_ text: String) -> [String] {
    var tokenizer = Tokenizer()
    tokenizer.scan(text) { _, _ in false }
    return tokenizer.tokens.map { token in
        let word = String(decoding: tokenizer.bytes[token.range], as: UTF8.self)
        return token.kind == .part ? "+" + word : word
    }
}

/// The hash of the stem of a word.
func stemID(_ word: String) throws -> UInt64? { WordStems().id(of: word) }

/// Text of words that are often the same: few syllables, some words far more frequent.
func sampleText(words count: Int, _ numbers: inout SeededNumbers) -> String {
    let syllables = ["hau", "gar", "ten", "schul", "ler", "sport", "mu", "sik", "rad", "ver", "ein"]
    return (0..<count).map { _ in
        let length = Int.random(in: 1...3, using: &numbers)
        return (0..<length).map { _ in
            syllables[min(syllables.count - 1, Int.random(in: 0..<16, using: &numbers) / 2 + length - 1)]
        }.joined()
    }.joined(separator: " ")
}

/// Estimates by nothing but shared stems.
struct ByStems: Estimator {
    mutating func estimate(
        _ records: [Int], _ columns: NoColumns, _ range: Range<Int>, _ sums: [UInt32],
        atLeast threshold: Int32, into estimates: inout [Int32]
    ) {
        for ordinal in range where records[ordinal] >= 0 {
            estimates[ordinal - range.lowerBound] = Int32(truncatingIfNeeded: sums[ordinal])
        }
    }
}
