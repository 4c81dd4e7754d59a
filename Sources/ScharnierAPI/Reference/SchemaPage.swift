import HTML
import Scharnier

/// One kind of document or value.
struct SchemaPage: ReferencePage {
    let root: ContractNode
    let name: String

    private var schema: ContractNode { root["components"]["schemas"][name] }

    /// A name of the interface is the same in every language.
    var title: Wording { Wording(name, name) }

    func write(to html: inout HTMLWriter, _ frame: PageFrame) {
        Markup(text: schema["description"].text ?? "").writeParagraphs(to: &html, frame)
        let members = DescribedMember.all(of: schema, in: root)
        if members.isEmpty {
            html.element("p") { TypePhrase(node: schema, root: root).write(to: &$0, frame) }
        } else {
            PageTable(root: root, nameOfFirst: .member).write(members, to: &html, frame)
        }
        writeLabels(to: &html, frame)
    }

    /// The values of a fixed list with their labels.
    private func writeLabels(to html: inout HTMLWriter, _ frame: PageFrame) {
        guard let list = Labels.lists.first(where: { $0.name == schema["x-labels"].text }) else { return }
        let values = Set(schema["enum"].words)
        html.element("table") { html in
            PageTable.writeHead([.value, .meaning], to: &html, frame)
            html.element("tbody") { html in
                for word in list.words where values.contains(word.code) {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { $0.element("code", text: word.code) }
                        html.element("td", text: frame.say(word.label))
                    }
                }
            }
        }
    }
}

extension Wording {
    fileprivate static let member = Wording("Angabe", "Member")
    fileprivate static let value = Wording("Wert", "Value")
    fileprivate static let meaning = Wording("Bedeutung", "Meaning")
}
