import Scharnier
import Testing

@Suite struct IdentifierTests {
    private let text = "01a1fd70-f1c0-7abc-8def-0123456789ab"

    @Test func `the canonical form is read and written back unchanged`() throws {
        let identifier = try #require(Identifier<Need>(text))
        #expect(identifier.high == 0x01A1_FD70_F1C0_7ABC)
        #expect(identifier.low == 0x8DEF_0123_4567_89AB)
        #expect(identifier.description == text)
    }

    @Test(arguments: [
        "01A1FD70-F1C0-7ABC-8DEF-0123456789AB", "01a1fd70-f1c0-7abc-8def-0123456789aB",
        "01a1fd70f1c0-7abc-8def-0123456789ab0", "01a1fd7-0f1c0-7abc-8def-0123456789ab",
        "01a1fd70-f1c0-7abc-8def0-123456789ab", "01a1fd70_f1c0_7abc_8def_0123456789ab",
        "01a1fd70-f1c0-7abc-8def-0123456789a", "01a1fd70-f1c0-7abc-8def-0123456789ab0",
        "01a1fd70-f1c0-7abc-8def-0123456789ab-", "{01a1fd70-f1c0-7abc-8def-0123456789}",
        "01a1fd70f1c07abc8def0123456789ab", "01a1fd70-f1c0-7abc-8def-0123456789ag",
        " 1a1fd70-f1c0-7abc-8def-0123456789ab", "01a1fd70-f1c0-7abc-8def-0123456789a\u{0}",
        "01a1fd70-f1c0-7abc-8def-0123456789ä", "", "-",
    ])
    func `any other form is refused`(other: String) {
        #expect(Identifier<Need>(other) == nil)
    }

    @Test func `every single wrong character is refused`() {
        for position in text.utf8.indices {
            var bytes = Array(text.utf8)
            let offset = text.utf8.distance(from: text.utf8.startIndex, to: position)
            for byte in [UInt8(ascii: "A"), UInt8(ascii: "g"), UInt8(ascii: "/"), UInt8(ascii: ":"), 0xC3] {
                bytes[offset] = byte
                #expect(Identifier<Need>(utf8: bytes) == nil, "\(offset)")
            }
        }
    }

    @Test func `what is written is read back, and order is that of the text`() {
        var generator = SeededGenerator(seed: 1)
        var before = Identifier<Offer>.nil
        for _ in 0..<2_000 {
            let identifier = Identifier<Offer>(high: generator.next(), low: generator.next())
            #expect(Identifier<Offer>(identifier.description) == identifier)
            #expect((before < identifier) == (before.description < identifier.description))
            before = identifier
        }
    }

    @Test func `equal first halves are told apart by the second`() {
        let one = Identifier<Need>(high: 7, low: 1)
        let other = Identifier<Need>(high: 7, low: 2)
        #expect(one < other)
        #expect(!(other < one))
        #expect(one != other)
    }

    @Test func `the same bits name another kind of thing`() {
        let need = Identifier<Need>(high: 3, low: 4)
        #expect(Identifier<Change>(need).description == need.description)
    }

    @Test func `not yet is all zeros`() {
        #expect(Identifier<Need>.nil.description == "00000000-0000-0000-0000-000000000000")
    }
}
