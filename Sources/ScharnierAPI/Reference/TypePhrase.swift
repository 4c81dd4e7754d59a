import HTML
import Scharnier

/// What values a schema takes, in a few words.
struct TypePhrase {
    let node: ContractNode
    let root: ContractNode

    func write(to html: inout HTMLWriter, _ frame: PageFrame) {
        if let name = node.reference { return frame.codeLink("/docs/\(name)", name, to: &html) }
        let items = node["items"]
        if items.exists {
            html.text(frame.say(.listOf))
            TypePhrase(node: items, root: root).write(to: &html, frame)
        } else {
            html.element("code", text: types)
        }
        if let bounds { html.text(" " + bounds) }
        for value in node["enum"].words { writeValue(value, to: &html) }
    }

    private var types: String {
        guard node["const"].exists == false else { return node["const"].text ?? "" }
        let types = node["type"].words
        let form = node["format"].text.map { " (\($0))" } ?? ""
        return (types.isEmpty ? "object" : types.joined(separator: " | ")) + form
    }

    private func writeValue(_ value: String, to html: inout HTMLWriter) {
        html.text(" ")
        html.element("code", text: value)
    }

    /// The least and the most: of characters, elements, or the number itself.
    private var bounds: String? {
        for (least, most) in [("minLength", "maxLength"), ("minItems", "maxItems"), ("minimum", "maximum")] {
            guard let most = node[most].text else { continue }
            return "\(node[least].text ?? "0")–\(most)"
        }
        return nil
    }
}

extension Wording {
    fileprivate static let listOf = Wording("Liste von ", "list of ")
}
