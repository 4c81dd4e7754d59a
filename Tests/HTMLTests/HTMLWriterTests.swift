import Testing

@testable import HTML

@Suite struct HTMLWriterTests {
    private func written(_ body: (inout HTMLWriter) -> Void) -> String {
        var writer = HTMLWriter()
        body(&writer)
        return String(decoding: writer.bytes.dropFirst("<!DOCTYPE html>\n".utf8.count), as: UTF8.self)
    }

    @Test func `a document begins with its type`() {
        #expect(HTMLWriter().bytes.elementsEqual("<!DOCTYPE html>\n".utf8))
    }

    @Test func `an element has its attributes in their order, and ends`() {
        let text = written { $0.element("a", ["href": "/docs", "lang": "de"], text: "Hilfe") }
        #expect(text == #"<a href="/docs" lang="de">Hilfe</a>"#)
    }

    @Test func `elements stand inside one another`() {
        let text = written { writer in
            writer.element("ul") { list in
                list.element("li", text: "eins")
                list.element("li") { $0.element("b", text: "zwei") }
            }
        }
        #expect(text == "<ul><li>eins</li><li><b>zwei</b></li></ul>")
    }

    @Test func `an element without content has no end tag`() {
        #expect(written { $0.void("meta", ["charset": "utf-8"]) } == #"<meta charset="utf-8">"#)
    }

    @Test(arguments: ["<script>", "a & b", "\"'>", "</p>", "&amp;"])
    func `a text is never markup`(_ text: String) {
        let expected = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            ">", with: "&gt;"
        ).replacing("\"", with: "&quot;")
        #expect(written { $0.text(text) } == expected)
        #expect(written { $0.element("p", ["title": text], text: "") } == "<p title=\"\(expected)\"></p>")
    }

    @Test func `letters of any script stay what they are`() {
        #expect(written { $0.text("Träger Ünal 東") } == "Träger Ünal 東")
    }
}
