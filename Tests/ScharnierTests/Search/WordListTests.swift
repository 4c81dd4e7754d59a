import Testing

@testable import Scharnier

@Suite struct WordListTests {
    @Test func `the words of all texts are there once, folded and sorted`() {
        let list = WordList(["Müller sucht Bücher, Muellers Bücher!", nil, "buecher 2027"])
        #expect(list.bytes.words == ["2027", "bucher", "muller", "mullers", "sucht"])
    }

    @Test(arguments: ["", " ", "—!?", "\u{301}", "\u{AD}"])
    func `a text without letters and digits has no words`(_ text: String) {
        #expect(WordList([text]).bytes.isEmpty)
    }

    @Test(arguments: [
        ("Lese-Paten", ["lese", "paten"]), ("3D-Druck", ["3d", "druck"]), ("e.V.", ["e", "v"]),
        ("Straße Groß", ["gross", "strasse"]), ("İstanbul", ["istanbul"]), ("Школа №5", ["5", "школа"]),
        ("漢字 かな", ["かな", "漢字"]), ("Schul\u{AD}hof", ["schulhof"]), ("Cafe\u{301} Café", ["cafe"]),
        ("a\u{0}b", ["a", "b"]), ("👩‍🚀 Raum", ["raum"]), ("Nguyễn", ["nguyen"]),
    ])
    func `words are runs of letters and digits`(_ text: String, _ words: [String]) {
        #expect(WordList([text]).bytes.words == words)
    }

    @Test func `words come in the order of their octets, the shorter first`() {
        let words = ["ab", "abc", "abcdefgh", "abcdefghi", "abcdefghj", "b", "z", "я"]
        #expect(WordList([words.shuffled().joined(separator: " ")]).bytes.words == words)
    }

    @Test func `of a long word the beginning counts`() {
        let long = String(repeating: "x", count: WordList.longestWord)
        #expect(WordList([long, long + "y", long + "z"]).bytes.words == [long])
    }

    @Test func `nobody's need shows in a list what only parties read`() {
        var need = Need.example()
        need.content.site = Need.Site(name: "Lesestube", address: "Canarystraße 1")
        #expect(need.words.bytes.words.contains("lesestube"))
        #expect(!need.words.bytes.words.contains { $0.hasPrefix("canary") })
    }

    @Test func `a private person is not found by the name`() {
        var profile = Organization.Profile(name: "Berta Canary")
        profile.shortName = "Canary"
        profile.legalForm = .privatePerson
        let now = Instant(milliseconds: 0)
        let person = Organization(
            id: .nil, kind: .foundation, profile: profile, createdAt: now, updatedAt: now)
        #expect(person.words.bytes.words == ["privatperson"])
        #expect(person.nameKey == "privatperson")
    }
}

@Suite struct WordQueryTests {
    private func wanted(_ text: String) -> [String]? { WordQuery(text)?.bytes.words }

    @Test(arguments: [
        ("Mue", ["mu*"]), ("mu", ["mu"]), ("mül", ["mul*"]), ("Buch buch", ["buch*"]),
        ("ab abc", ["ab", "abc*"]),
        ("\"title\": Buch*", ["buch*", "title*"]), ("a OR b", ["a", "b", "or"]), ("ß", ["ss"]),
        ("zelt NEAR(tisch)", ["near*", "tisch*", "zelt*"]),
    ])
    func `words of three letters stand for all that begin so`(_ text: String, _ words: [String]) {
        #expect(wanted(text) == words)
    }

    @Test func `a search has one to ten words and 200 characters at most`() {
        let ten = (0..<10).map { "w\($0)" }.joined(separator: " ")
        #expect(wanted(ten)?.count == 10)
        #expect(wanted(ten + " w0") == nil)
        #expect(wanted("") == nil)
        #expect(wanted("*() \"-") == nil)
        #expect(wanted(String(repeating: "ä", count: 200)) != nil)
        #expect(wanted(String(repeating: "ä", count: 201)) == nil)
    }
}

extension [UInt8] {
    /// The words of a list, those that are beginnings with an asterisk.
    fileprivate var words: [String] {
        var words: [String] = []
        var rest = self[...]
        while let length = rest.popFirst() {
            let count = Int(length & 0x7F)
            words.append(String(decoding: rest.prefix(count), as: UTF8.self) + (length > 0x7F ? "*" : ""))
            rest = rest.dropFirst(count)
        }
        return words
    }
}
