import Testing

@testable import Scharnier

@Suite struct PersonalDataLintTests {
    /// What German needs and offers say, and what must never block them.
    static let harmless: [String] = [
        "", "Wir suchen Lesepaten.", "Seit 2019 gibt es unseren Treff.", "Zeitraum 2026/2027",
        "Schuljahr 2026-2027",
        "von 2008 bis 2021", "Gegründet am 21.11.2026", "am 01.02.2026 um 10 Uhr", "01.02.2026-28.02.2026",
        "2026-11-21", "01-02-2026", "01/02/2026", "01 02 2026", "05/2026 - 07/2026", "09/2026-06/2027",
        "1.200 €", "1.200,50 €", "0,50 € pro Kind", "12 000 Euro", "100 000 000 Euro", "1.000.000.000 €",
        "500,- €",
        "1 000 000 000 Euro im Haushalt", "Etat 20.000-30.000 €", "44137 Dortmund", "01067 Dresden",
        "PLZ 04109",
        "Leopoldstraße 50-58", "Münsterstr. 12 a", "Haus 3, Raum 012", "Nordstraße 24-7", "24-7",
        "24/7 offen",
        "Kinder von 0-3 Jahren", "Alter 0 - 12", "ab 10 Jahre", "Montag 08:00-12:30 Uhr",
        "Mo-Fr 08-12/14-18 Uhr",
        "Öffnungszeiten 09-12 / 14-18 Uhr", "08.30 bis 16.00 Uhr", "3 x 10 Ranzen", "20+ 2026 2027",
        "80+ Menschen",
        "§ 60a AO, § 63 Abs. 5", "Buslinie 0815", "Notruf 112", "007", "Größe 128/134", "DIN EN 12464-1",
        "1 - 2 - 3 - 4 - 5 - 6 - 7 - 8", "Aktionsplan 2021–2025", "ca. 50 m2, 4 Räume, 120 Stühle",
        "Familien mit 3 oder mehr Kindern", "Beratung am 1. und 15. jeden Monats", "Kiste 00012", "0 Euro",
        "@nordmarkt", "Folgt uns: @nordmarkt.treff", "Preis @ Menge", "10 Stück@2.50 Euro", "a@b", "a@.",
        "@.de", "@",
        "ab 10 Uhr am Nordmarkt treffen wir uns", "KW 23 bis KW 30 im Sommer", "AB12 CDEF", "DE 2026",
        "es 10 Kinder gibt, die jeden Tag kommen", "Postfach 10 20 30", "Verein www.nordmarkt.example",
    ]

    @Test(arguments: harmless)
    func `years, amounts, postal codes, house numbers and times do not block`(text: String) {
        #expect(PersonalDataLint.blocking(text).isEmpty, "\(text)")
    }

    @Test func `no German sentence with a number is an IBAN by chance`() {
        let words = ["ab", "am", "at", "de", "es", "im", "se", "si", "mit", "für", "nach", "Kinder", "Uhr"]
        var generator = SeededGenerator(seed: 23)
        for _ in 0..<500 {
            var text = ""
            for _ in 0..<8 {
                let number = Int.random(in: 10...99, using: &generator)
                text += "\(words.randomElement(using: &generator) ?? "") \(number) "
            }
            #expect(!PersonalDataLint.holdsIBAN(text), "\(text)")
        }
    }

    @Test(arguments: [
        "info@verein.de", "Mail: info@verein.de.", "(lena.k@nordmarkt.example)", "schreibt an a@b.c",
        "Kontakt:info@verein.de,Tel folgt", "INFO@VEREIN.DE", "erika_m@foo-bar.org", "büro@verein.de",
        "info@büro.de", "a@b.de/c@d.de", "a@b.de|c@d.de", "a@b.de\u{A0}oder c@d.de", "„info@verein.de“",
        "<mailto:info@verein.de>", "info@mail.verein.de!",
    ])
    func `an e-mail address is found`(text: String) {
        #expect(PersonalDataLint.holdsEmail(text))
        #expect(PersonalDataLint.blocking(text).first == .email)
    }

    @Test func `each kind is told once, however many texts hold it`() {
        let texts = ["info@verein.de", "Tel. 0231 1234567 oder b@c.de", "DE89 3704 0044 0532 0130 00"]
        let found = PersonalDataLint.findings(in: texts.compactMap { FreeText("text", $0) }).failedGuards(
            isAcknowledged: true)
        #expect(found.codes == ["lint_failed", "lint_failed", "lint_failed"])
        for (guardFailed, code) in zip(found, ["lint_email", "lint_phone", "lint_iban"]) {
            #expect(guardFailed.text.de.contains(code))
            #expect(guardFailed.text.en.contains(code))
            #expect(guardFailed.fix != nil)
        }
    }

    @Test func `the texts are not repeated in the answer`() {
        let found = PersonalDataLint.findings(in: [FreeText("text", "geheim@verein.de")].compactMap { $0 })
            .failedGuards(isAcknowledged: false)
        #expect(found.count == 1)
        #expect(found.allSatisfy { !$0.text.de.contains("geheim") && !$0.text.en.contains("geheim") })
    }

    @Test func `every free text of a need is looked at`() {
        let paths: [WritableKeyPath<Need.Content, String?>] = [
            \.title, \.text, \.plainSummary, \.participation, \.ownSteps, \.otherwiseUnavailable, \.selfHelp,
            \.counterpart,
        ]
        #expect(Need.example().guards.isEmpty)
        for path in paths {
            let need = Need.example { $0[keyPath: path] = "Fragen an info@verein.de" }
            #expect(need.guards.codes == ["lint_failed"])
        }
    }

    @Test func `every free text of a line is looked at`() {
        var need = Need.example()
        need.items[0].content.title = "Anruf 0231 1234567"
        #expect(need.guards.count == 1)
        need.items[0].content.description = "oder info@verein.de"
        #expect(need.guards.count == 2)
    }

    @Test func `every free text of an offer is looked at`() {
        let paths: [WritableKeyPath<Offer.Content, String?>] = [
            \.title, \.text, \.counterpartWish, \.conditions,
        ]
        #expect(Offer.example().guards.isEmpty)
        for path in paths {
            #expect(
                Offer.example { $0[keyPath: path] = "info@firma.de" }.guards.codes == ["lint_failed"])
        }
    }
}

extension Need {
    fileprivate var guards: [FailedGuard] { lint().failedGuards(isAcknowledged: true) }
}

extension Offer {
    fileprivate var guards: [FailedGuard] { lint().failedGuards(isAcknowledged: true) }
}

extension PersonalDataLint {
    /// What a text holds that must go.
    static func blocking(_ text: String) -> [LintFinding.Code] {
        findings(in: [FreeText("text", text)].compactMap { $0 }).map(\.code).filter(\.isBlocking)
    }
}
