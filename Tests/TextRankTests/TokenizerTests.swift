import Testing

@testable import TextRank

@Suite struct TokenizerTests {
    @Test(arguments: [
        ("Haus-Aufgaben", ["+haus", "+aufgaben", "hausaufgaben"]),
        ("Eltern\u{2010}Kind\u{2011}Gruppe", ["+eltern", "+kind", "+gruppe", "elternkindgruppe"]),
        ("Haus- und Gartenarbeit", ["haus", "und", "gartenarbeit"]),
        ("Schüler*innen", ["schuler", "+schulerinnen"]),
        ("Schüler:innen,", ["schuler", "+schulerinnen"]),
        ("Schüler_innen", ["schuler", "+schulerinnen"]),
        ("Schüler/innen", ["schuler", "+schulerinnen"]),
        ("Schüler/-innen", ["schuler", "+schulerinnen"]),
        ("Schüler(innen)", ["schuler", "+schulerinnen"]),
        ("SchülerInnen", ["schuler", "+schulerinnen"]),
        ("Leiter:in gesucht", ["leiter", "+leiterinnen", "gesucht"]),
        ("Mit-Schüler*innen", ["+mit", "+schuler", "mitschuler", "+mitschulerinnen"]),
        ("und/in", ["und", "+undinnen"]),
        ("Kinder:Innenhof", ["kinder", "innenhof"]),
        ("WLAN", ["wlan"]), ("DiNnen", ["dinnen"]),
        ("20 Ranzen für 3D-Druck U25", ["ranzen", "fur", "+3d", "+druck", "3ddruck", "u25"]),
        ("a b cd", ["cd"]), ("", []), ("🎒 🎒", []), ("---", []),
        ("Schul\u{AD}ranzen", ["schulranzen"]), ("Школа 12", ["школа"]), ("مدرسة", ["مدرسة"]),
        ("İstanbul ışık", ["istanbul", "isik"]),
    ])
    func `words are found as they are meant`(_ text: String, _ expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test func `composed and decomposed letters are the same`() {
        #expect(tokens("\u{438}\u{306}од") == tokens("\u{439}од"))
        #expect(tokens("Mu\u{308}ller") == tokens("Müller"))
    }

    @Test func `a word is cut behind forty characters`() {
        let letters = String(repeating: "b", count: 40)
        #expect(tokens(letters) == [letters])
        #expect(tokens(letters + "c") == [letters])
        #expect(tokens(letters + "c d" + letters).count == 2)
    }

    @Test func `parts beyond the sixth count within the whole alone`() {
        #expect(tokens("aa-bb-cc-dd-ee-ff-gg-hh").count == 7)
        #expect(tokens("aa-bb-cc-dd-ee-ff-gg-hh").last == "aabbccddeeffgghh")
    }

    @Test func `a written word with all its tokens has one number`() {
        var tokenizer = Tokenizer()
        tokenizer.scan("Zwei Haus-Aufgaben 7 Ranzen") { _, _ in false }
        #expect(tokenizer.tokens.map(\.number) == [0, 1, 1, 1, 3])
    }

    @Test func `evidence is what was written`() {
        let fields = [
            Field("Nachhilfe für Schüler*innen", boost: 2), Field("Wir suchen Haus-Aufgaben-Hilfe."),
        ]
        let words = EvidenceReader.words([0, 2, 5, 9], of: fields)
        #expect(words == [0: "Nachhilfe", 2: "Schüler*innen", 5: "Haus-Aufgaben-Hilfe"])
    }
}
