import Testing

@testable import Scharnier

@Suite struct RedactionTests {
    /// Every free text of a need, in any state that has it.
    private static let needTexts = [
        "title", "text", "plain_summary", "site/name", "site/address", "participation", "own_steps",
        "otherwise_unavailable", "self_help", "counterpart", "items/0/title", "items/0/description",
        "close/note",
    ]

    private func need() -> Need {
        var need = Need.example(status: .closed) { $0.site = Need.Site(name: "Haus") }
        need.closing = .init(outcome: .failed, reasonCode: "other", note: "Frau Beispiel")
        return need
    }

    @Test func `every text that a search or the lint reads can be replaced`() {
        var need = need()
        for path in Self.needTexts {
            let isReplaced = need.replaceText(.init(path: path, text: "ersetzt"))
            #expect(isReplaced, "\(path)")
        }
        #expect(need.closing == .init(outcome: .failed, reasonCode: "other", note: "ersetzt"))
        #expect(need.items[0].content.description == "ersetzt" && need.items[0].content.title == "ersetzt")
        #expect(need.content.site == Need.Site(name: "ersetzt", address: "ersetzt"))
        #expect(need.words == WordList(["ersetzt"]))
        var offer = Offer.example()
        for path in ["title", "text", "counterpart_wish", "conditions"] {
            let isReplaced = offer.replaceText(.init(path: path, text: "ersetzt"))
            #expect(isReplaced, "\(path)")
        }
        #expect(offer.words == WordList(["ersetzt"]))
    }

    @Test(
        arguments: [
            "", "status", "items", "items/0", "items/1/title", "items/-1/title", "items/00/title",
            "items/+0/title",
            "items/0/quantity", "site", "site/area_id", "close/outcome", "horizon", "title/x", "carrier_id",
        ])
    func `what is no text stays as it is`(path: String) {
        var need = need()
        let before = need
        var offer = Offer.example()
        let redaction = Redaction(path: path, text: "ersetzt")
        let areReplaced = (need.replaceText(redaction), offer.replaceText(redaction))
        #expect(areReplaced == (false, false))
        #expect(need == before)
        #expect(offer == Offer.example())
    }

    @Test func `a need without site or end has no text there`() {
        var need = Need.example()
        for path in ["site/name", "site/address", "close/note"] {
            let isReplaced = need.replaceText(.init(path: path, text: nil))
            #expect(!isReplaced, "\(path)")
        }
    }

    @Test func `a list has one to 80 places, each once`() {
        #expect([Redaction]().violations().map(\.code) == [.tooFew])
        let many = (0..<81).map { Redaction(path: "items/\($0)/title", text: nil) }
        #expect(many.violations().map(\.code) == [.tooMany])
        #expect(Array(many.prefix(80)).violations().isEmpty)
        let twice = [Redaction(path: "text", text: nil), Redaction(path: "text", text: "a")]
        #expect(twice.violations().map(\.path) == ["changes/1/pointer"])
        #expect(twice.violations().map(\.code) == [.notUnique])
    }

    @Test func `the new text must not hold what the old one is replaced for`() {
        let texts = ["Mail an a@example.org", "Telefon 0231 5550123", "Sommer 2027, 500 Euro"]
        let redactions = zip(["title", "text", "own_steps"], texts).map { Redaction(path: $0, text: $1) }
        #expect(redactions.violations().map(\.path) == ["changes/0/text", "changes/1/text"])
        #expect(redactions.violations().allSatisfy { $0.code == .personalDataSuspected })
    }

    @Test func `a remark in the log is as long as any remark`() {
        let path = "transitions/01a1fd70-f1c0-7abc-8def-0123456789ab/note"
        let length = { (count: Int) in
            [Redaction(path: path, text: String(repeating: "x", count: count))].violations().map(\.code)
        }
        #expect(length(2000) == [])
        #expect(length(2001) == [.tooLong])
        #expect(Redaction(path: path, text: nil).note != nil)
        for other in [
            "transitions/x/note", "transitions/note", "\(path)/x", path.replacing("/note", with: "/at"),
        ] {
            #expect(Redaction(path: other, text: nil).note == nil, "\(other)")
        }
    }

    @Test func `what a rule says is told at the text that replaces another, and of no other text`() {
        var need = Need.example()
        need.content.title = "x"
        let redactions = [Redaction(path: "own_steps", text: nil), Redaction(path: "title", text: "x")]
        let told = redactions.told(need.textViolations)
        #expect(told.map(\.path) == ["changes/1/text"])
        #expect(told.map(\.minimum) == [3])
        #expect([redactions[0]].told(need.textViolations).isEmpty)
    }

    @Test func `what a published need cannot lack, a draft can`() {
        for (status, count) in [
            (Need.Status.draft, 0), (.returned, 0), (.rejected, 0), (.published, 1), (.closed, 1),
        ] {
            var need = Need.example(status: status)
            need.content.title = nil
            #expect(
                [Redaction(path: "title", text: nil)].told(need.textViolations).count == count, "\(status)")
        }
        var offer = Offer.example()
        offer.content.title = nil
        #expect([Redaction(path: "title", text: nil)].told(offer.textViolations).map(\.code) == [.required])
        offer.status = .draft
        #expect([Redaction(path: "title", text: nil)].told(offer.textViolations).isEmpty)
    }
}
