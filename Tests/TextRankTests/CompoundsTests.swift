import Testing

@testable import TextRank

@Suite struct CompoundsTests {
    private func parts(_ word: String, _ statistics: Statistics = .sample()) throws -> [String] {
        let stemmer = try #require(Stemmer(language: "german"))
        var stem: [UInt8] = []
        stemmer.stem(Array(fold(word).utf8)[...], into: &stem)
        var compounds = Compounds(statistics.vocabulary)
        return compounds.parts(of: stem[...]).map { String(decoding: stem[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("Hausaufgabenhilfe", ["haus", "aufgab", "hilf"]),
        ("Hausaufgabenhilfen", ["haus", "aufgab", "hilf"]),
        ("Schulranzen", ["schul", "ranz"]), ("Kindergärten", ["kind", "gart"]),
        ("Sprachkurse", ["sprach", "kurs"]),
        ("Fahrradwerkstatt", ["fahrrad", "werkstatt"]), ("Nachhilfelehrer", ["nach", "hilf", "lehr"]),
        ("Jugendprojekt", ["jugend", "projekt"]), ("Elternsprache", ["eltern", "sprach"]),
        ("Ranzen", []), ("Schule", []), ("Unsinn", []), ("Hausboot", []),
    ])
    func `compounds are taken apart by known words`(_ word: String, _ expected: [String]) throws {
        let found = try parts(word)
        #expect(found == expected)
    }

    @Test func `fewer parts win over more frequent ones`() throws {
        let words = [("haus", 90), ("aufgaben", 90), ("hausaufgaben", 2), ("hilfe", 9)]
        #expect(try parts("Hausaufgabenhilfe", .sample(words)) == ["hausaufgab", "hilf"])
    }

    @Test func `of as many parts the more frequent win, then the longer last one`() throws {
        let first = [("druck", 2), ("erzeugnis", 2), ("drucker", 9), ("zeugnis", 9)]
        #expect(try parts("Druckerzeugnis", .sample(first)) == ["druck", "zeugnis"])
        let second = [("druck", 9), ("erzeugnis", 9), ("drucker", 2), ("zeugnis", 2)]
        #expect(try parts("Druckerzeugnis", .sample(second)) == ["druck", "erzeugnis"])
        let equal = [("druck", 3), ("erzeugnis", 3), ("drucker", 3), ("zeugnis", 3)]
        #expect(try parts("Druckerzeugnis", .sample(equal)) == ["druck", "erzeugnis"])
    }

    @Test func `nothing is taken apart without statistics`() throws {
        #expect(try parts("Hausaufgabenhilfe", .none).isEmpty)
    }

    @Test func `a word that would take too long to take apart stays whole`() throws {
        // Each beginning of at least four letters is a word, and every rest of the wrong kind.
        let words = (4...36).map { (String(repeating: "a", count: $0), 9) }
        #expect(try parts(String(repeating: "a", count: 39) + "z", .sample(words)).isEmpty)
        #expect(try parts(String(repeating: "a", count: 40), .sample(words)).count == 2)
    }

    @Test func `a search is over after two thousand steps`() {
        // Every stretch is a word, and each may be followed by a joint; only the end is none.
        let words = (4...40).map { (String(repeating: "e", count: $0), 9) }
        var compounds = Compounds(Statistics.sample(words).vocabulary)
        let word = Array((String(repeating: "e", count: 39) + "z").utf8)
        #expect(compounds.parts(of: word[...]).isEmpty)
        #expect(compounds.steps > 2_000 && compounds.steps < 2_100)
    }

    @Test func `words of the list are not taken apart, and parts that tell nothing do not count`() throws {
        let statistics = Statistics.sample()
        let analyzer = try #require(Analyzer(statistics: statistics))
        func ids(_ text: String) -> Set<UInt64> { Set(analyzer.analysis(of: [Field(text)]).terms.map(\.id)) }
        #expect(ids("Kindergarten").count == 1)
        let garden = try #require(try stemID("Garten"))
        #expect(!ids("Kindergarten").contains(garden))
        #expect(ids("Schulgarten").contains(garden))
        let project = try #require(try stemID("Projekt"))
        let youth = try #require(try stemID("Jugend"))
        #expect(ids("Jugendprojekt").contains(youth))
        #expect(!ids("Jugendprojekt").contains(project))
    }
}
