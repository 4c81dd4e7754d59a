import HTML
import Scharnier

/// The operations on one thing.
struct SubjectPage: ReferencePage {
    let root: ContractNode
    let tag: ContractNode

    var title: Wording { Subjects.subject(tag).name }

    private var operations: [DescribedOperation] {
        DescribedOperation.all(in: root).filter { $0.tag == tag["name"].text }
    }

    func write(to html: inout HTMLWriter, _ frame: PageFrame) {
        html.element("p", ["class": "lead"], text: frame.say(Subjects.subject(tag).description))
        html.element("dl", ["class": "operations"]) { html in
            for operation in operations {
                html.element("dt") {
                    frame.link("/docs/\(operation.id)", frame.say(operation.summary), to: &$0)
                }
                html.element("dd") { html in
                    html.element("code", text: "\(operation.method) \(operation.path)")
                }
            }
        }
    }
}
