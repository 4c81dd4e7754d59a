import HTML
import Scharnier

/// What every page has around its own content, and how it speaks and links (api.md §13: no scripts).
struct PageFrame {
    let language: Language

    /// The path of the page itself.
    let path: String

    /// Whether the address itself asks for the language; then its links do too.
    let isLanguageAsked: Bool

    /// The origin under which callers know this instance.
    let publicURL: String

    /// The page as a document.
    func document(of page: some ReferencePage) -> [UInt8] {
        var html = HTMLWriter()
        html.element("html", ["lang": language.rawValue]) { html in
            html.element("head") { writeHead(page.title, to: &$0) }
            html.element("body") { html in
                html.element("a", ["class": "skip", "href": "#content"], text: say(.skip))
                html.element("header") { writeNavigation(to: &$0) }
                html.element("main", ["id": "content"]) { html in
                    html.element("h1", text: say(page.title))
                    page.write(to: &html, self)
                }
                html.element("footer") { html in html.element("p", text: say(.footer)) }
            }
        }
        return html.bytes
    }

    private func writeHead(_ title: Wording, to html: inout HTMLWriter) {
        html.void("meta", ["charset": "utf-8"])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.element("title", text: "\(say(title)) · \(say(.site))")
        html.void("link", ["rel": "stylesheet", "href": "/style.css"])
        html.void(
            "link",
            ["rel": "alternate", "hreflang": other.rawValue, "href": "\(path)?lang=\(other.rawValue)"])
    }

    private func writeNavigation(to html: inout HTMLWriter) {
        html.element("nav", ["aria-label": say(.navigation)]) { html in
            html.element("ul") { html in
                html.element("li") { link("/docs", say(.site), to: &$0) }
                html.element("li") { link("/docs/problems", say(.problems), to: &$0) }
                html.element("li") { html in
                    html.element(
                        "a",
                        [
                            "href": "\(path)?lang=\(other.rawValue)", "hreflang": other.rawValue,
                            "lang": other.rawValue,
                        ],
                        text: other == .german ? "Deutsch" : "English")
                }
            }
        }
    }

    private var other: Language { language == .german ? .english : .german }

    /// The text in the language of the page.
    func say(_ wording: Wording) -> String { wording.text(in: language) }

    /// Writes a link to another page.
    func link(_ path: String, _ text: String, to html: inout HTMLWriter) {
        html.element("a", ["href": href(path)], text: text)
    }

    /// Writes a link to another page whose text is a name of the interface.
    func codeLink(_ path: String, _ text: String, to html: inout HTMLWriter) {
        html.element("a", ["href": href(path)]) { $0.element("code", text: text) }
    }

    private func href(_ path: String) -> String {
        isLanguageAsked ? "\(path)?lang=\(language.rawValue)" : path
    }
}

/// The content of a page.
protocol ReferencePage {
    /// What stands above it.
    var title: Wording { get }

    /// Writes all below the title.
    func write(to html: inout HTMLWriter, _ frame: PageFrame)
}

extension Wording {
    fileprivate static let skip = Wording("Zum Inhalt", "Skip to content")
    fileprivate static let navigation = Wording("Nachschlagen", "Reference")
    fileprivate static let problems = Wording("Fehlercodes", "Problem codes")
    fileprivate static let site = Wording("Scharnier-Schnittstelle", "Scharnier interface")
    fileprivate static let footer = Wording(
        "Aus dem Vertrag dieser Instanz erzeugt; er gilt.",
        "Made from the contract of this instance, which is what holds.")
}
