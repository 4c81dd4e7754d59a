import HTML
import JSON
import Scharnier

/// One operation: who may, what to send, what comes back.
struct OperationPage: ReferencePage {
    let operation: DescribedOperation

    var title: Wording { operation.summary }

    func write(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("p", ["class": "route"]) { html in
            html.element("code", text: "\(operation.method) \(operation.path)")
        }
        Markup(text: operation.description).writeParagraphs(to: &html, frame)
        html.element("h2", text: frame.say(.example))
        html.element("pre") { html in
            html.element("code", text: CurlExample(operation: operation, publicURL: frame.publicURL).text)
        }
        writeAccess(to: &html, frame)
        writeParameters(to: &html, frame)
        for body in operation.bodies { writeBody(body, to: &html, frame) }
        writeAnswers(to: &html, frame)
    }

    private func writeAccess(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("h2", text: frame.say(.access))
        html.element("p") { html in
            guard let scope = operation.scope else { return html.text(frame.say(.noScope)) }
            html.text(frame.say(.scope))
            html.element("code", text: scope)
        }
        html.element("table") { html in
            PageTable.writeHead([.role, .reach], to: &html, frame)
            html.element("tbody") { html in
                for entry in operation.node["x-access"].members { writeReach(entry, to: &html, frame) }
            }
        }
    }

    private func writeReach(
        _ entry: (name: String, node: ContractNode), to html: inout HTMLWriter, _ frame: PageFrame
    ) {
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
                html.text(Role(rawValue: entry.name).map { frame.say($0.label) } ?? entry.name)
            }
            html.element("td", text: frame.say(Reach(rawValue: entry.node.text ?? "")?.wording ?? .nothing))
        }
    }

    private func writeParameters(to html: inout HTMLWriter, _ frame: PageFrame) {
        guard !operation.parameters.isEmpty else { return }
        html.element("h2", text: frame.say(.parameters))
        let members = operation.parameters.map { parameter in
            DescribedMember(
                name: parameter["name"].text ?? "", node: parameter["schema"],
                description: parameter["description"].text ?? "",
                isRequired: parameter["required"].text == "true")
        }
        PageTable(root: operation.root, nameOfFirst: .parameter).write(members, to: &html, frame)
    }

    private func writeBody(
        _ body: (type: String, node: ContractNode), to html: inout HTMLWriter, _ frame: PageFrame
    ) {
        html.element("h2") { html in
            html.text(frame.say(.content) + " ")
            html.element("code", text: body.type)
        }
        let schema = body.node["schema"]
        if let name = schema.reference {
            html.element("p") { frame.codeLink("/docs/\(name)", name, to: &$0) }
        }
        let members = DescribedMember.all(of: schema, in: operation.root)
        if !members.isEmpty {
            PageTable(root: operation.root, nameOfFirst: .member).write(members, to: &html, frame)
        }
    }
}

extension Reach {
    /// How far a role gets, in words.
    fileprivate var wording: Wording {
        switch self {
        case .none: .nothing
        case .own: Wording("eigene", "one's own")
        case .party: Wording("woran man beteiligt ist", "what one is a party to")
        case .area: Wording("im eigenen Gebiet", "in one's own area")
        case .released: Wording("was veröffentlicht ist", "what is released")
        case .all: Wording("alle", "all")
        }
    }
}

extension Wording {
    fileprivate static let nothing = Wording("kein Zugriff", "no access")
    fileprivate static let example = Wording("Beispiel", "Example")
    fileprivate static let access = Wording("Wer darf das", "Who may do this")
    fileprivate static let scope = Wording("Das Token braucht den Scope ", "The token needs the scope ")
    fileprivate static let noScope = Wording("Ein Scope ist nicht nötig.", "No scope is needed.")
    fileprivate static let role = Wording("Rolle", "Role")
    fileprivate static let reach = Wording("Reichweite", "Reach")
    fileprivate static let parameters = Wording("Parameter und Kopfzeilen", "Parameters and header fields")
    fileprivate static let parameter = Wording("Name", "Name")
    fileprivate static let member = Wording("Angabe", "Member")
    fileprivate static let content = Wording("Inhalt der Anfrage:", "Content of the request:")
}
