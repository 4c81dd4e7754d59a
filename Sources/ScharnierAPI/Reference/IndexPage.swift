import HTML
import Scharnier

/// Where to begin, and what there is.
struct IndexPage: ReferencePage {
    let root: ContractNode

    var title: Wording { Wording("Schnittstelle von Scharnier", "The interface of Scharnier") }

    func write(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("p", ["class": "lead"], text: frame.say(.lead))
        writeBeginning(to: &html, frame)
        html.element("h2", text: frame.say(.subjects))
        html.element("dl", ["class": "subjects"]) { html in
            for tag in root["tags"].elements { writeSubject(tag, to: &html, frame) }
        }
        html.element("h2", text: frame.say(.rules))
        Markup(text: root["info"]["description"].text ?? "").writeParagraphs(to: &html, frame)
    }

    private func writeBeginning(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("h2", text: frame.say(.begin))
        html.element("p", text: frame.say(.beginText))
        html.element("pre") { html in
            html.element("code", text: "curl '\(frame.publicURL)/v1/needs'")
        }
        html.element("p") { html in
            html.text(frame.say(.whole))
            for file in ["/openapi.yaml", "/openapi.json"] {
                html.text(" ")
                html.element("a", ["href": file], text: file)
            }
        }
    }

    private func writeSubject(_ tag: ContractNode, to html: inout HTMLWriter, _ frame: PageFrame) {
        let subject = Subjects.subject(tag)
        html.element("dt") { frame.link("/docs/\(subject.slug)", frame.say(subject.name), to: &$0) }
        html.element("dd", text: frame.say(subject.description))
    }
}

/// A tag of the contract.
enum Subjects {
    /// Its page, its name, and what it is about.
    static func subject(_ tag: ContractNode) -> (slug: String, name: Wording, description: Wording) {
        let name = tag["name"].text ?? ""
        let description = tag["description"].text ?? ""
        return (
            name.lowercased(), Wording(tag["x-name-de"].text ?? name, name),
            Wording(tag["x-description-de"].text ?? description, description)
        )
    }
}

extension Wording {
    fileprivate static let lead = Wording(
        "Bringt zusammen, was Träger sozialer Arbeit brauchen und was Stiftungen, Unternehmen und andere geben.",
        "Brings together what carriers of social work need and what foundations, companies and others give.")
    fileprivate static let begin = Wording("Anfangen", "Begin")
    fileprivate static let beginText = Wording(
        "Was öffentlich ist, braucht keine Anmeldung. Für alles andere stellt die Stadt ein Token aus; in den "
            + "Beispielen steht es in der Umgebungsvariable TOKEN.",
        "What is public needs no token. For all else the city issues one; in the examples it is in the environment "
            + "variable TOKEN.")
    fileprivate static let whole = Wording("Der ganze Vertrag:", "The whole contract:")
    fileprivate static let subjects = Wording("Was es gibt", "What there is")
    fileprivate static let rules = Wording("Was überall gilt", "What holds everywhere")
}
