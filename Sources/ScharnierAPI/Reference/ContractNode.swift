import JSON
import YAML

extension Contract {
    /// The contract as a tree, read when it is first asked for: most instances never show it.
    ///
    /// A test reads it, so that what is built in can be read.
    static let tree = Result { () throws(YAMLFault) in
        var reader = YAMLReader(document)
        return try reader.document()
    }

    /// The tree, to look for things in.
    static func root() throws -> ContractNode { ContractNode(value: try tree.get()) }
}

/// A place in the contract; one that does not exist is empty, so that pages can ask for what may be there.
struct ContractNode {
    let value: JSONValue?

    subscript(_ name: String) -> ContractNode {
        guard case .object(let object) = value else { return ContractNode(value: nil) }
        return ContractNode(value: object[name])
    }

    var exists: Bool { value != nil && value != .null }

    /// A scalar as text.
    var text: String? {
        switch value {
        case .string(let text), .number(let text): text
        case .integer(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: nil
        }
    }

    var members: [(name: String, node: ContractNode)] {
        guard case .object(let object) = value else { return [] }
        return object.members.map { ($0.name, ContractNode(value: $0.value)) }
    }

    var elements: [ContractNode] {
        guard case .array(let elements) = value else { return [] }
        return elements.map { ContractNode(value: $0) }
    }

    /// The texts of a list; a text that stands alone is a list of one.
    var words: [String] { text.map { [$0] } ?? elements.compactMap(\.text) }

    /// The last part of `$ref`: the name of the component that it leads to.
    var reference: String? { self["$ref"].text?.split(separator: "/").last.map(String.init) }

    /// What `$ref` leads to, or the place itself.
    func resolved(in root: ContractNode) -> ContractNode {
        guard let path = self["$ref"].text else { return self }
        return path.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] }
    }
}
