import Scharnier
import Testing

@Suite struct SortTextTests {
    @Test func `words come in the order of a German dictionary`() {
        let sorted = [
            "Äpfel", "Apotheke", "Arbeit", "Ärzte", "Bär", "Barkasse", "Baß", "Bassin", "Čapek", "Esel",
            "Ostern", "Österreich", "Straße", "strassen", "Überfluss", "Übung", "Unna", "Zug",
        ]
        #expect(sorted.shuffled().sorted { SortText.key($0) < SortText.key($1) } == sorted)
    }

    @Test(arguments: [
        ("Öl", "OL"), ("Straße", "STRASSE"), ("GROẞ", "gross"), ("Café", "cafe"), ("Nguyễn", "nguyen"),
        ("Mu\u{308}ller", "Müller"), ("Łódź", "lodz"), ("ŞİŞLİ", "sisli"),
    ])
    func `case, marks and sharp s make no difference`(_ one: String, _ other: String) {
        #expect(SortText.key(one) == SortText.key(other))
    }

    @Test func `an umlaut in two letters stays two letters`() {
        #expect(SortText.key("Mueller") == "mueller")
        #expect(SortText.key("Mueller") < SortText.key("Müller"))
    }

    @Test func `blanks and signs count`() {
        #expect(SortText.key("A-1 b") == "a-1 b")
        #expect(SortText.key("") == "")
    }

    @Test func `a key has 240 octets at most, and ends with a whole character`() {
        #expect(SortText.key(String(repeating: "a", count: 240)).utf8.count == 240)
        #expect(SortText.key(String(repeating: "a", count: 241)).utf8.count == 240)
        #expect(SortText.key(String(repeating: "漢", count: 120)) == String(repeating: "漢", count: 80))
        #expect(SortText.key("a" + String(repeating: "漢", count: 120)).utf8.count == 238)
        #expect(SortText.key(String(repeating: "ß", count: 200)) == String(repeating: "s", count: 240))
    }
}
