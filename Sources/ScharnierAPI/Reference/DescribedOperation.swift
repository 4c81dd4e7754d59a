import Scharnier

/// An operation as the contract describes it.
struct DescribedOperation {
    let root: ContractNode
    let node: ContractNode

    /// In capitals: `GET`.
    let method: String
    let path: String

    var id: String { node["operationId"].text ?? "" }
    var tag: String { node["tags"].words.first ?? "" }
    var summary: Wording { Wording(node["summary"].text ?? "", node["x-summary-en"].text ?? "") }
    var description: String { node["description"].text ?? "" }
    var scope: String? { node["x-scope"].text }
    var isOpen: Bool { node["x-access"]["public"].text != "none" }
    var parameters: [ContractNode] { node["parameters"].elements.map { $0.resolved(in: root) } }

    /// The kinds of content that it reads, the usual one first.
    var bodies: [(type: String, node: ContractNode)] {
        node["requestBody"].resolved(in: root)["content"].members.map { ($0.name, $0.node) }
    }

    /// Its answers by status; that for all others is the business of the page on problems.
    var answers: [(status: String, node: ContractNode)] {
        node["responses"].members.filter { $0.name != "default" }.map {
            ($0.name, $0.node.resolved(in: root))
        }
    }

    /// The first example of a kind of content.
    func example(of content: ContractNode) -> ContractNode {
        content["examples"].members.first?.node.resolved(in: root)["value"] ?? ContractNode(value: nil)
    }

    /// All operations of a contract, in its order.
    static func all(in root: ContractNode) -> [DescribedOperation] {
        root["paths"].members.flatMap { path in
            path.node.members.map { method in
                DescribedOperation(
                    root: root, node: method.node, method: method.name.uppercased(), path: path.name)
            }
        }
    }
}
