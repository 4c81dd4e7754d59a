import Scharnier
import Testing

@Suite struct ExternalReferenceTests {
    @Test(arguments: ["a", "9", "kinderfonds", "a.b_c-9", String(repeating: "a", count: 64)])
    func `a source has a plain name`(_ name: String) {
        #expect(Source(name)?.name == name)
    }

    @Test(arguments: ["", "A", "-a", ".a", "ä", "a b", "a/b", "a\n", String(repeating: "a", count: 65)])
    func `any other name is none`(_ name: String) {
        #expect(Source(name) == nil)
    }

    @Test(arguments: ["1", " ", "Ü 4/7", String(repeating: "ß", count: 200)])
    func `what another system calls a record is any text on one line`(_ text: String) {
        #expect(ExternalID(text)?.text == text)
    }

    @Test(arguments: ["", "a\nb", "a\u{0}", "\u{85}", String(repeating: "a", count: 201)])
    func `any other text names nothing`(_ text: String) {
        #expect(ExternalID(text) == nil)
    }

    @Test func `names are compared byte by byte`() {
        #expect(ExternalID("é") != ExternalID("e\u{301}"))
        #expect(Set([ExternalID("é"), ExternalID("e\u{301}")]).count == 2)
    }

    private static let roles: [(Role, [ExternalReference.Kind])] = [
        (.public, []), (.carrier, [.needs, .offers]), (.foundation, [.offers]), (.company, [.offers]),
        (.network, [.needs, .offers]), (.portal, []), (.areaOfficer, [.needs, .offers, .organizations]),
        (.cityAdmin, [.needs, .offers, .organizations]), (.cityReader, []), (.monitor, []),
    ]

    @Test(arguments: roles)
    func `a role brings what it may create, and the city everything`(
        role: Role, kinds: [ExternalReference.Kind]
    ) {
        #expect(ExternalReference.Kind.allCases.filter { $0.isWritable(by: Party(role: role)) } == kinds)
    }
}
