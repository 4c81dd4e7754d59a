import HTML
import Scharnier

/// Writes the texts of the contract: paragraphs, `**strong**` and `` `code` ``.
struct Markup {
    let text: String

    /// Writes paragraphs; the contract speaks English, which readers and speech need to know.
    func writeParagraphs(to html: inout HTMLWriter, _ frame: PageFrame) {
        for paragraph in paragraphs {
            if frame.language == .english {
                html.element("p") { Self.writeInline(paragraph, to: &$0) }
            } else {
                html.element("p", ["lang": "en"]) { Self.writeInline(paragraph, to: &$0) }
            }
        }
    }

    /// Writes one piece inside something else.
    func writeInline(to html: inout HTMLWriter, _ frame: PageFrame) {
        guard !text.isEmpty else { return }
        if frame.language == .english {
            Self.writeInline(text, to: &html)
        } else {
            html.element("span", ["lang": "en"]) { Self.writeInline(text, to: &$0) }
        }
    }

    private var paragraphs: [String] {
        text.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }
    }

    /// What stands between two marks is marked; a mark without a second one is a character.
    private static func writeInline(_ text: String, to html: inout HTMLWriter) {
        for (index, part) in marked(text, "`").enumerated() {
            if index % 2 == 1 {
                html.element("code", text: part)
            } else {
                for (index, part) in marked(part, "**").enumerated() {
                    if index % 2 == 1 { html.element("strong", text: part) } else { html.text(part) }
                }
            }
        }
    }

    /// The text in pieces, every second of which stood between two marks.
    private static func marked(_ text: String, _ mark: String) -> [String] {
        var parts = text.components(mark)
        if parts.count % 2 == 0, let last = parts.popLast(), let before = parts.popLast() {
            parts.append(before + mark + last)
        }
        return parts
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
