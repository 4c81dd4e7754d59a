import Testing

@testable import TextRank

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Müller", "muller"), ("Mueller", "muller"), ("Muller", "muller"), ("MÜLLER", "muller"),
        ("Mu\u{308}ller", "muller"), ("Straße", "strasse"), ("Frauen", "frauen"), ("neuen", "neuen"),
        ("bauen", "bauen"), ("Steuer", "steuer"), ("Quelle", "quelle"), ("Übung", "ubung"),
        ("Uebung", "ubung"),
        ("Öl", "ol"), ("Café", "cafe"), ("İzmir", "izmir"), ("ışık", "isik"), ("Łódź", "lodz"),
        ("đak", "dak"),
        ("Schul\u{AD}ranzen", "schulranzen"), ("Школа", "школа"), ("GROẞ", "gross"), ("Äpfel", "apfel"),
        ("Ærø", "æro"), ("Nguyễn", "nguyen"), ("Ǎ", "a"), ("2026", "2026"),
    ])
    func `all spellings of a word fold to one`(_ word: String, _ folded: String) {
        #expect(String(decoding: fold(word).bytes, as: UTF8.self) == folded)
    }

    @Test(arguments: [
        ("Büro", 5), ("Buero", 5), ("Buro", 4), ("Fuß", 4), ("Möbel", 6), ("Mo\u{308}bel", 6), ("Café", 4),
        ("Schul\u{AD}e", 6),
    ])
    func `the length counts umlauts and sharp s as two`(_ word: String, _ length: Int) {
        #expect(fold(word).length == length)
    }

    @Test func `words are kept or forgotten, and do not touch each other`() {
        var folding = fold("Schau")
        folding.next(keeping: true)
        for scalar in "ende".unicodeScalars { folding.append(scalar) }
        #expect(String(decoding: folding.bytes[folding.word], as: UTF8.self) == "ende")
        #expect(folding.length == 4)
        folding.next(keeping: false)
        #expect(String(decoding: folding.bytes, as: UTF8.self) == "schau")
        #expect(folding.word.isEmpty && folding.length == 0)
    }

    @Test(arguments: ["a", "Z", "0", "ä", "ß", "é", "Ж", "\u{308}", "\u{AD}", "７"])
    func `letters, digits and marks make words`(_ scalar: Unicode.Scalar) {
        #expect(scalar.isPartOfWords)
    }

    @Test(arguments: [" ", "-", "@", "[", "`", "{", "/", ":", "×", "÷", "\u{2014}", "\u{A0}", "*", "\n"])
    func `everything else ends them`(_ scalar: Unicode.Scalar) {
        #expect(!scalar.isPartOfWords)
    }

    private func fold(_ word: String) -> Folding {
        var folding = Folding()
        for scalar in word.unicodeScalars { folding.append(scalar) }
        return folding
    }
}
