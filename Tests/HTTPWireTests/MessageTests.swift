import HTTPWire
import Testing

@Suite struct MessageTests {
    @Test(arguments: ["a\rb", "a\nb", "a\r\nb", "a\u{0}", "\u{7f}", " a", "a\t"])
    func `a value that would not arrive as meant is refused`(text: String) {
        #expect(throws: InvalidFieldValue.self) { try FieldValue(text) }
        var fields = Fields()
        #expect(throws: InvalidFieldValue.self) { try fields.append(.location, bytes: ArraySlice(text.utf8)) }
        #expect(fields.isEmpty)
    }

    @Test(arguments: ["", "a", "a b", "ä", "a\tb"])
    func `a value without control characters is taken`(text: String) throws {
        #expect(try FieldValue(text).bytes == Array(text.utf8))
        var fields = Fields()
        try fields.append(.location, bytes: ArraySlice(text.utf8))
        #expect(fields.string(.location) == text)
    }

    @Test(arguments: ["", "a b", "a:", "ä", "a\r"])
    func `a name that is no token is refused`(text: String) {
        #expect(FieldName(text) == nil)
    }

    @Test func `names are equal without regard to case`() {
        #expect(FieldName("ETAG") == .eTag)
        #expect(Set<FieldName>(["etag", "ETag"]).count == 1)
        #expect(FieldName.accept != .allow)
    }

    @Test func `a request can be made without a connection`() {
        let request = Request(
            .post, "/v1/needs?limit=5&a=?", fields: [("Host", "a:1"), ("X", "y")], body: [1])
        #expect(request.path == Array("/v1/needs".utf8))
        #expect(request.query == Array("limit=5&a=?".utf8))
        #expect(request.fields.string("x") == "y")
        #expect(request.host?.port == 1)
        #expect(Request(.get, "/").query == nil)
    }

    @Test func `a number and a literal are values`() {
        #expect(FieldValue(-12).bytes == Array("-12".utf8))
        let literal: FieldValue = "a b"
        #expect(literal.bytes == Array("a b".utf8))
    }

    @Test func `what the program itself writes wrongly ends it`() async {
        await #expect(processExitsWith: .failure) { _ = FieldName(stringLiteral: "a b") }
        await #expect(processExitsWith: .failure) { _ = Request(.get, "/", fields: [("X", "a\nb")]) }
        await #expect(processExitsWith: .failure) {
            let value: FieldValue = " a"; _ = value
        }
    }

    @Test func `sections are equal by names without case and values with it`() {
        let section: Fields = ["A": "1", "B": "2"]
        #expect(section == ["a": "1", "b": "2"])
        #expect(section != ["A": "1"])
        #expect(section != ["A": "1", "B": "3"])
        #expect(section != ["A": "1", "C": "2"])
        #expect(section[1].name == Array("B".utf8)[...])
        #expect(!section.isEmpty && section.first("C") == nil && section.string("D") == nil)
    }

    @Test func `addresses are written as usual`() {
        let ipv4 = PeerAddress(high: 0, low: 0xffff_7f00_0001)
        #expect(ipv4.description == "127.0.0.1")
        #expect(ipv4.isLoopback && PeerAddress(high: 0, low: 1).isLoopback)
        #expect(PeerAddress(high: 0x2001_0db8 << 32, low: 1).description == "2001:db8:0:0:0:0:0:1")
        #expect(!PeerAddress().isLoopback)
    }

    @Test func `every wire error has a code, a status and words in both languages`() {
        #expect(Set(WireError.allCases.map(\.code)).count == WireError.allCases.count)
        for error in WireError.allCases {
            #expect(400...505 ~= error.status)
            for text in [error.title, error.detail] { #expect(!text.german.isEmpty && !text.english.isEmpty) }
            #expect(error.detail.german.hasSuffix(".") && error.detail.english.hasSuffix("."))
        }
    }

    @Test func `every registered method is recognised by its exact name`() {
        for method in Method.allCases {
            #expect(Method(ArraySlice(method.name.utf8)) == method)
            #expect(Method(ArraySlice(method.name.lowercased().utf8)) == nil)
            #expect(method.name.utf8.count <= 17)
        }
    }
}
