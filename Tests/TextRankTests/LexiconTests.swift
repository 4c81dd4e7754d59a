import Testing

@testable import TextRank

@Suite struct LexiconTests {
    private func entry(_ term: String, _ same: [String], tenths: Int = 5) -> Lexicon.Entry {
        Lexicon.Entry(term, same: same, tenths: tenths)
    }

    @Test func `names lead to the term and back, not to each other`() throws {
        let lexicon = try Lexicon([entry("Nachhilfe", ["Lernförderung", "Lernhilfen"])])
        let term = try #require(try stemID("Nachhilfe"))
        let one = try #require(try stemID("Lernförderungen"))
        let other = try #require(try stemID("Lernhilfe"))
        #expect(lexicon.names(of: term).map(\.id) == [one, other])
        #expect(lexicon.names(of: one).map(\.id) == [term])
        #expect(lexicon.names(of: other).map(\.tenths) == [5])
        #expect(lexicon.count == 3)
    }

    @Test func `faulty entries are refused with their row`() {
        let good = entry("Ball", ["Kugel"])
        #expect(throws: Lexicon.Fault.notAWord("zwei Wörter", entry: 1)) {
            try Lexicon([good, entry("zwei Wörter", ["Paar"])])
        }
        #expect(throws: Lexicon.Fault.notAWord("", entry: 0)) { try Lexicon([entry("Ball", [""])]) }
        #expect(throws: Lexicon.Fault.sameAsItself("Bälle", entry: 0)) {
            try Lexicon([entry("Ball", ["Bälle"])])
        }
        #expect(throws: Lexicon.Fault.duplicate("Bälle", entry: 1)) {
            try Lexicon([good, entry("Bälle", ["Runde"])])
        }
        #expect(throws: Lexicon.Fault.weightOutOfRange(entry: 0)) {
            try Lexicon([entry("Ball", ["Kugel"], tenths: 6)])
        }
        #expect(throws: Lexicon.Fault.weightOutOfRange(entry: 0)) {
            try Lexicon([entry("Ball", ["Kugel"], tenths: 0)])
        }
    }

    @Test func `a word has at most twenty names, a lexicon at most five thousand entries`() throws {
        let names = (0..<21).map { String(repeating: "x", count: $0 + 3) + "ung" }
        #expect(try Lexicon([entry("Ball", Array(names.prefix(20)))]).count == 21)
        #expect(throws: Lexicon.Fault.tooManyNames("Ball", entry: 0)) { try Lexicon([entry("Ball", names)]) }
        let entries = (0..<5_001).map { entry("wort\($0)x", ["anderes\($0)y"]) }
        #expect(try Lexicon(Array(entries.dropLast())).count == 10_000)
        #expect(throws: Lexicon.Fault.tooManyEntries) { try Lexicon(entries) }
    }

    @Test func `the lines of a file are entries`() {
        let text = "# Bildung\nNachhilfe = Lernhilfe, Lernförderung # zwei\n\nohne Zeichen\n"
        #expect(
            Lexicon.entries(lines: text.utf8) == [entry("Nachhilfe", ["Lernhilfe", "Lernförderung"])])
    }

    @Test func `the lexicon of the product is without fault`() throws {
        #expect(try Lexicon(Lexicon.standardEntries).count > 0)
    }

    @Test func `the lists of words are read`() {
        #expect(StopWords.standard.german.count > 150)
        #expect(StopWords.standard.english.count >= 80)
        #expect(StopWords.standard.contains(WordHash(fold("möchten").utf8).value))
        #expect(!StopWords.standard.contains(WordHash("schule".utf8).value))
        #expect(StopWords.standard.unsplit.contains(WordHash("bahnhof".utf8).value))
    }
}
