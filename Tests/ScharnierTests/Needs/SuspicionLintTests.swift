import Testing

@testable import Scharnier

/// What texts hold of persons by their looks; German as it is written in needs and offers.
@Suite struct SuspicionLintTests {
    private func codes(_ text: String) -> [LintFinding.Code] {
        PersonalDataLint.findings(in: [FreeText("text", text)].compactMap { $0 }).map(\.code)
    }

    @Test(arguments: [
        "Frau Demir leitet die Gruppe.", "Ansprechpartner ist Herr Schmidt", "Fragen an Herrn Yılmaz!",
        "Familie Özdemir braucht Möbel", "Dr. Kaya hilft uns", "Frau Dr. Müller-Lüdenscheid kommt dienstags",
        "Fatma Demir sucht einen Platz", "von Anna Müller und anderen", "Łukasz Nowak spielt Gitarre",
        "Ihr Sohn Emre kommt in die Schule", "unsere Tochter, Lena", "ein Junge namens Ali",
        "Er heißt Jonas.",
        "Prof. Weber", "Hr. Meier", "Fam. Nguyen", "Mohammed Al Sayed", "ANSPRECHPARTNER: Peter Krause",
        "(Maria Schneider)", "„Olga Petrova“", "Ayşe Şahin übersetzt", "Ayse  Sahin",
        "Anna-Lena Fischer", "Yusuf Kılıç", "O\u{308}mer Aydın",
    ])
    func `a name is suspected`(text: String) {
        #expect(codes(text) == [.person], "\(text)")
    }

    @Test(arguments: [
        "Frauen und Männer im Nordmarkt", "Frauengruppe", "Die Frau mit dem Kinderwagen",
        "Familien mit Kindern",
        "Familie und Beruf", "Familie im Quartier", "Anne-Frank-Gesamtschule", "Albert-Schweitzer-Straße 12",
        "Peter Schule", "Maria Kirche", "Otto Hahn Gymnasium", "Karl Marx Straße 5", "Anna Stiftung",
        "in der Libellen-Grundschule", "Wir suchen Lesepaten für Kinder.", "Deutsch als Zweitsprache",
        "Max. 20 Kinder", "Jan 2027 bis Mai 2027", "Rote Rosen", "im August Ferien", "50 Mark Rest",
        "Nordmarkt Treff",
        "Kinder und Jugendliche lernen Gitarre", "mutter und kind", "Herr der Ringe", "Sara.", "Lena?",
        "Hilfe von A bis Z",
        "Ernst machen mit Teilhabe", "Sohn oder Tochter", "Schüler Hilfe", "Oma Café", "Kind im Kurs",
        "Robert Koch Institut", "Familienzentrum Hannibal", "Dr. Karl Park", "",
    ])
    func `what only looks a little like a name is none`(text: String) {
        #expect(codes(text) == [], "\(text)")
    }

    @Test(arguments: [
        "geb. 12.03.2015", "geboren am 3. Mai 2012", "geboren in Dortmund am 12.3.2010",
        "Geburtsdatum: 2015-03-12",
        "* 1.2.2010", "*01.02.10", "(geb. 1/2/2010)", "Geburtstag 24.12.2001", "geboren: 5. März 1960",
        "Geb.-Datum 07.08.1999",
    ])
    func `a date of birth is suspected`(text: String) {
        #expect(codes(text) == [.birthDate], "\(text)")
    }

    @Test(arguments: [
        "Gegründet am 21.11.2001", "am 12.03.2027 um 10 Uhr", "geboren im Quartier", "Geburtstag feiern",
        "Geburtstagsfeier am Samstag", "vom 1.2.2027 bis 3.4.2027", "Jahrgang 2015",
        "Kinder, geboren 2015 oder später",
        "geb. Kosten 12.000.000 Euro", "* Pflichtfeld 1.200", "Geburtshilfe", "Gebäude 12.3", "2 * 12.03",
        "Gebühr bis 12.03.2027",
    ])
    func `other dates, years and words for birth are none`(text: String) {
        #expect(codes(text) == [], "\(text)")
    }

    @Test(arguments: [
        "Er hat Krebs", "Kind mit Diabetes", "an Demenz erkrankt", "psychisch kranke Menschen", "HIV-positiv",
        "nach einem Schlaganfall", "Depressionen", "traumatisierte Kinder", "ADHS", "Pflegegrad 3",
        "suchtkrank",
        "Alkoholabhängige", "Epilepsie", "Therapieplatz", "schwangere Frauen", "Schwerbehindertenausweis",
    ])
    func `a statement on health is suspected`(text: String) {
        #expect(codes(text) == [.specialCategory], "\(text)")
    }

    @Test(arguments: [
        "Wir suchten Räume", "traumhafter Garten", "Besuchsdienst im Krankenhaus", "Krankenkasse zahlt nicht",
        "Menschen mit Behinderung", "Rollstuhlrampe", "Gesundheit im Quartier", "gesunde Ernährung",
        "Sucht nach Neuem",
        "Flusskrebse im Bach", "Pflege der Beete", "alle Therme", "ein Diagramm", "Kur für Eltern",
    ])
    func `groups, places and other words are none`(text: String) {
        #expect(codes(text) == [], "\(text)")
    }

    @Test func `everything is told, kind by kind and text by text`() {
        var need = Need.example { $0.text = "Frau Demir, geb. 1.2.1980, hat Krebs: info@verein.de" }
        need.items[0].content.description = "Anruf 0231 1234567"
        let found = need.lint()
        #expect(found.map(\.code) == [.email, .person, .birthDate, .specialCategory, .phone])
        #expect(found.map(\.path) == ["text", "text", "text", "text", "items/0/description"])
    }

    @Test func `what is suspected stands against submitting until somebody has seen it`() {
        let need = Need.example { $0.text = "Frau Demir sucht mit anderen Eltern einen Raum." }
        #expect(need.lint().failedGuards(isAcknowledged: false).map(\.code) == ["lint_acknowledged"])
        #expect(need.lint().failedGuards(isAcknowledged: true).isEmpty)
        let blocked = Need.example { $0.text = "Frau Demir: demir@example.org, immer erreichbar." }
        #expect(blocked.lint().failedGuards(isAcknowledged: true).map(\.code) == ["lint_failed"])
        #expect(
            blocked.lint().failedGuards(isAcknowledged: false).map(\.code) == [
                "lint_failed", "lint_acknowledged",
            ])
    }

    @Test func `first names are spelled as words are, and each stands there once`() {
        for name in LintWords.firstNames {
            #expect(LintWords(name).words.map(\.text) == [name])
            #expect(!["ernst", "mark", "august", "rosa", "mai"].contains(name))
        }
        #expect(LintWords.firstNames.count > 500)
    }

    /// Whatever bytes a text has: no crash, and the same answer each time.
    @Test func `no text is too odd`() {
        var generator = SeededGenerator(seed: 24)
        let pieces = [
            "Frau ", "geb. ", "12.", "0", "\u{301}", "ß", "*", "Anna ", "-", "漢字", "krank",
            "\u{1F469}\u{200D}", "\n",
        ]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            #expect(codes(text) == codes(text))
        }
    }
}
