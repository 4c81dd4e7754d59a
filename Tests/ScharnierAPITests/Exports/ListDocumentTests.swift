import Testing

@testable import ScharnierAPI

@Suite struct ListDocumentTests {
    private func items(_ text: String) -> [String]? {
        ListDocument(Array(text.utf8))?.items.map { String(decoding: $0, as: UTF8.self) }
    }

    private static let end = #"],"next_cursor":null,"limit":50,"count":null}"#

    @Test func `items are taken apart wherever their commas and brackets are`() {
        #expect(items(#"{"items":["# + Self.end) == [])
        #expect(items(#"{"items":[{}"# + Self.end) == ["{}"])
        let odd = [#"{"a":"],[{\"","b":[1,[2],{"c":"\\"}]}"#, #"{"x":"\\\"]"}"#, "7", #""a,b]""#]
        #expect(items(#"{"items":["# + odd.joined(separator: ",") + Self.end) == odd)
    }

    @Test func `the page says where it goes on`() {
        #expect(ListDocument(Array((#"{"items":["# + Self.end).utf8))?.next == nil)
        let more = ListDocument(Array(#"{"items":[1],"next_cursor":"abc","limit":1}"#.utf8))
        #expect(more?.next == "abc")
    }

    @Test(arguments: [
        "", "{}", #"{"items":[1"#, #"{"items":[1]"#, #"{"items":[1],"next_cursor""#, #"{"other":[]}"#,
    ])
    func `anything else is no page`(_ text: String) {
        #expect(items(text) == nil)
    }
}
