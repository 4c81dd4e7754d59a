import HTML
import Scharnier

/// A member of a document, or a parameter.
struct DescribedMember {
    let name: String
    let node: ContractNode
    let description: String
    let isRequired: Bool

    /// The members of a schema, those of its parts included.
    static func all(of schema: ContractNode, in root: ContractNode) -> [DescribedMember] {
        let schema = schema.resolved(in: root)
        let required = Set(schema["required"].words)
        let own = schema["properties"].members.map { name, node in
            DescribedMember(
                name: name, node: node,
                description: node["description"].text ?? node.resolved(in: root)["description"].text ?? "",
                isRequired: required.contains(name))
        }
        return schema["allOf"].elements.flatMap { all(of: $0, in: root) } + own
    }
}

/// A table of members.
struct PageTable {
    let root: ContractNode
    let nameOfFirst: Wording

    func write(_ members: [DescribedMember], to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("table") { html in
            Self.writeHead([nameOfFirst, .type, .meaning], to: &html, frame)
            html.element("tbody") { html in
                for member in members { write(member, to: &html, frame) }
            }
        }
    }

    static func writeHead(_ names: [Wording], to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("thead") { html in
            html.element("tr") { html in
                for name in names { html.element("th", ["scope": "col"], text: frame.say(name)) }
            }
        }
    }

    private func write(_ member: DescribedMember, to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
                html.element("code", text: member.name)
                if member.isRequired { html.element("small", text: " " + frame.say(.required)) }
            }
            html.element("td") { TypePhrase(node: member.node, root: root).write(to: &$0, frame) }
            html.element("td") { html in
                Markup(text: member.description).writeInline(to: &html, frame)
                writeReaders(of: member.node, to: &html, frame)
            }
        }
    }

    /// Who gets the member, if not everyone.
    private func writeReaders(of node: ContractNode, to html: inout HTMLWriter, _ frame: PageFrame) {
        let roles = node["x-visible-to"].words
        guard !roles.isEmpty else { return }
        let names = roles.map { role in Role(rawValue: role).map { frame.say($0.label) } ?? role }
        html.element("small", ["class": "readers"], text: frame.say(.seenBy) + names.joined(separator: ", "))
    }
}

extension Wording {
    fileprivate static let type = Wording("Form", "Form")
    fileprivate static let meaning = Wording("Bedeutung", "Meaning")
    fileprivate static let required = Wording("nötig", "required")
    fileprivate static let seenBy = Wording("Nur für: ", "Only for: ")
}
