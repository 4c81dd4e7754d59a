import Testing

@testable import Scharnier

@Suite struct ContactTests {
    private func violations(_ change: (inout Contact.Card) -> Void) -> [Violation] {
        var card = Contact.Card(
            displayName: "Büro", purpose: .introduction, lawfulBasis: .publicTask, infoTextVersion: "2026-1")
        card.phone = "0231 123456"
        change(&card)
        return card.violations()
    }

    @Test func `texts have their limits`() {
        expectLength(1...120, at: "display_name") { text in violations { $0.displayName = text } }
        expectLength(0...120, at: "function") { text in violations { $0.function = text } }
        expectLength(3...40, at: "phone") { text in violations { $0.phone = text } }
        expectLength(1...40, at: "info_text_version") { text in violations { $0.infoTextVersion = text } }
        expectCount(upTo: 20, at: "languages") { list in violations { $0.languages = list } }
    }

    @Test func `an e-mail address has 3 to 254 characters and an at sign`() {
        #expect(violations { $0.email = "a@b" }.isEmpty)
        #expect(violations { $0.email = "a@" }.short == ["email too_short"])
        #expect(violations { $0.email = "a@" + .ofLength(252) }.isEmpty)
        #expect(violations { $0.email = "a@" + .ofLength(253) }.short == ["email too_long"])
        #expect(violations { $0.email = "verein.de" }.short == ["email bad_format"])
    }

    @Test func `e-mail or phone is needed, either is enough`() {
        #expect(violations { $0.phone = nil }.short == ["email required"])
        #expect(
            violations {
                $0.phone = nil
                $0.email = "buero@verein.example"
            }.isEmpty)
    }

    @Test func `only function addresses can be public`() {
        #expect(violations { $0.release = .publicFunction }.short == ["release not_allowed_together"])
        #expect(
            violations {
                $0.release = .publicFunction
                $0.isFunctionAddress = true
            }.isEmpty)
        for release in Contact.Release.allCases where release != .publicFunction {
            #expect(violations { $0.release = release }.isEmpty)
        }
    }

    @Test func `a disclosure passes on what is there`() {
        var card = Contact.Card(
            displayName: "Büro", purpose: .introduction, lawfulBasis: .publicTask, infoTextVersion: "2026-1")
        #expect(card.disclosedFields == ["display_name"])
        card.function = "Vorstand"
        card.email = "buero@verein.example"
        card.phone = "0231 123456"
        #expect(card.disclosedFields == ["display_name", "function", "email", "phone"])
    }

    @Test func `contacts are released by introductions unless told otherwise`() {
        let card = Contact.Card(
            displayName: "Büro", purpose: .event, lawfulBasis: .consent, infoTextVersion: "1")
        #expect(card.release == .introduced)
        #expect(!card.isFunctionAddress)
    }
}
