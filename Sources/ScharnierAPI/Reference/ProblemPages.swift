import HTML
import Scharnier

/// All problem codes.
struct ProblemListPage: ReferencePage {
    var title: Wording { Wording("Fehlercodes", "Problem codes") }

    func write(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("p", ["class": "lead"], text: frame.say(.lead))
        html.element("table") { html in
            PageTable.writeHead([.code, .status, .meaning], to: &html, frame)
            html.element("tbody") { html in
                for problem in DescribedProblem.all {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { html in
                            frame.codeLink("/problems/\(problem.code)", problem.code, to: &html)
                        }
                        html.element("td", text: "\(problem.status)")
                        html.element("td", text: frame.say(problem.title))
                    }
                }
            }
        }
    }
}

/// One problem code: what it means, where it comes from, what to do.
///
/// `type` in a problem leads here (RFC 9457 §3.1.1).
struct ProblemPage: ReferencePage {
    let problem: DescribedProblem
    let root: ContractNode

    var title: Wording { problem.title }

    func write(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("p", ["class": "route"]) { html in
            html.element("code", text: "\(problem.status) \(problem.code)")
        }
        html.element("h2", text: frame.say(.cause))
        html.element("p", text: frame.say(problem.cause))
        html.element("h2", text: frame.say(.remedy))
        html.element("p", text: frame.say(problem.remedy))
        let members = members
        guard !members.isEmpty else { return }
        html.element("h2", text: frame.say(.members))
        PageTable(root: root, nameOfFirst: .member).write(members, to: &html, frame)
    }

    /// What a problem of this code says besides what every problem says.
    private var members: [DescribedMember] {
        let schema = root["components"]["schemas"].members.first { schema in
            schema.node["allOf"].elements.last?["properties"]["code"]["const"].text == problem.code
        }
        guard let own = schema?.node["allOf"].elements.last else { return [] }
        return DescribedMember.all(of: own, in: root).filter { $0.name != "code" && $0.name != "status" }
    }
}

extension Wording {
    fileprivate static let lead = Wording(
        "Jeder Fehler ist ein Dokument application/problem+json. Programme richten sich nach code, nie nach den Texten.",
        "Every error is a document application/problem+json. Programs go by code, never by the texts.")
    fileprivate static let code = Wording("Code", "Code")
    fileprivate static let status = Wording("Status", "Status")
    fileprivate static let meaning = Wording("Bedeutung", "Meaning")
    fileprivate static let cause = Wording("Ursache", "Cause")
    fileprivate static let remedy = Wording("Abhilfe", "Remedy")
    fileprivate static let members = Wording("Was der Fehler außerdem sagt", "What the problem says besides")
    fileprivate static let member = Wording("Angabe", "Member")
}
