import Testing

@testable import Scharnier

@Suite struct TermsTests {
    @Test func `the vector of the specification matches one term`() {
        let asked = Terms("30 Schulranzen für Erstklässler")
        let given = Terms("Ranzen und Federmäppchen, neu")
        #expect(asked.matches(in: given, limit: 3) == ["Schulranzen ~ Ranzen"])
        #expect(asked.matchCount(in: given, limit: 3) == 1)
    }

    @Test(arguments: [
        ("Nachhilfe", "nachhilfe", 1), ("Nachhilfe", "NACHHILFE!", 1), ("Möbel", "Moebel", 1),
        ("Hausaufgabenhilfe", "Hausaufgaben", 1), ("Hausaufgaben", "Hausaufgabenhilfe", 1),
        ("Ranzen", "Ranzenspende", 1), ("Stranzent", "Ranzen", 0), ("Tisch", "Fisch", 0),
        ("Hilfe", "Nachhilfe", 1),
        ("Raum", "Raum", 0), ("Büro", "Büro", 1), ("Büro", "Bürobedarf", 1), ("", "Ranzen", 0),
        ("Ranzen", "", 0),
        ("Schul-Ranzen", "Ranzen", 1), ("Lesen Lesen Lesen", "Lesen", 1), ("Школа", "школа", 1),
    ])
    func `equal words match, and those that begin or end longer ones`(
        _ asked: String, _ given: String, _ count: Int
    ) {
        #expect(Terms(asked).matchCount(in: Terms(given), limit: 3) == count)
        #expect(Terms(given).matchCount(in: Terms(asked), limit: 3) == count)
    }

    @Test func `a match shows the words as they are written`() {
        let asked = Terms("Tische und Stühle", "für das Bürgerhaus")
        #expect(
            asked.matches(in: Terms("BUERGERHAUS", "Tische"), limit: 5) == [
                "Tische", "Bürgerhaus ~ BUERGERHAUS",
            ])
    }

    @Test func `no more terms are counted than the limit`() {
        let text = "lesen schreiben rechnen malen singen"
        #expect(Terms(text).matchCount(in: Terms(text), limit: 3) == 3)
        #expect(Terms(text).matches(in: Terms(text), limit: 5).count == 5)
    }

    @Test func `a missing text is no text`() {
        #expect(Terms(nil, nil).matchCount(in: Terms(nil), limit: 3) == 0)
        #expect(Terms(nil, "Ranzen").matchCount(in: Terms("Ranzen", nil), limit: 3) == 1)
    }

    @Test func `words of two texts do not run together`() {
        #expect(Terms("Schul", "Ranzen").matchCount(in: Terms("Schulranzen"), limit: 3) == 2)
    }

    @Test func `the result is that of comparing all words with each other`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let (one, two) = (Self.text(&generator), Self.text(&generator))
            let expected = Self.words(one).filter { word in
                Self.words(two).contains {
                    word.hasPrefix($0) || word.hasSuffix($0) || $0.hasPrefix(word) || $0.hasSuffix(word)
                }
            }
            #expect(Terms(one).matchCount(in: Terms(two), limit: .max) == Set(expected).count)
        }
    }

    private static func text(_ generator: inout SeededGenerator) -> String {
        (0..<12).map { _ in
            String(
                (0..<Int.random(in: 3...7, using: &generator)).map { _ in
                    "bd".randomElement(using: &generator) ?? "b"
                })
        }.joined(separator: " ")
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init).filter { $0.count >= 5 }
    }
}
