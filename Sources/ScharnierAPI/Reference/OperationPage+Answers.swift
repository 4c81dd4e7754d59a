import HTML
import JSON
import Scharnier

extension OperationPage {
    func writeAnswers(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("h2", text: frame.say(.answers))
        html.element("dl", ["class": "answers"]) { html in
            for answer in operation.answers { write(answer, to: &html, frame) }
        }
        if let example = exampleOfSuccess {
            html.element("h2", text: frame.say(.exampleAnswer))
            html.element("pre") { $0.element("code", text: example) }
        }
    }

    private func write(
        _ answer: (status: String, node: ContractNode), to html: inout HTMLWriter, _ frame: PageFrame
    ) {
        html.element("dt", text: answer.status)
        html.element("dd") { html in
            Markup(text: answer.node["description"].text ?? "").writeInline(to: &html, frame)
            for content in answer.node["content"].members {
                for schema in [content.node["schema"]] + content.node["schema"]["oneOf"].elements {
                    guard let name = schema.reference else { continue }
                    html.text(" ")
                    writeLink(to: name, into: &html, frame)
                }
            }
        }
    }

    /// A link to a schema; to its own page if it is that of a problem.
    private func writeLink(to name: String, into html: inout HTMLWriter, _ frame: PageFrame) {
        let schema = operation.root["components"]["schemas"][name]
        let code = schema["allOf"].elements.last?["properties"]["code"]["const"].text
        if let code {
            frame.codeLink("/problems/\(code)", code, to: &html)
        } else {
            frame.codeLink("/docs/\(name)", name, to: &html)
        }
    }

    /// The contract's example of a success, as it is sent.
    private var exampleOfSuccess: String? {
        let success = operation.answers.first { $0.status.hasPrefix("2") && $0.node["content"].exists }
        guard let content = success?.node["content"].members.first?.node else { return nil }
        let example = operation.example(of: content)
        return example.text ?? example.value.map { JSONText.indented($0) }
    }
}

extension Wording {
    fileprivate static let answers = Wording("Antworten", "Answers")
    fileprivate static let exampleAnswer = Wording("Beispiel einer Antwort", "Example of an answer")
}
