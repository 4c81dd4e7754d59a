import Yams

/// A YAML document as a value that tests can share.
enum Tree: Sendable {
    case none
    case text(String)
    case list([Tree])
    case object([Member])

    struct Member: Sendable {
        let name: String
        let node: Tree
    }

    init(_ node: Node) {
        switch node {
        case .mapping(let mapping):
            self = .object(
                mapping.compactMap { key, value in key.string.map { .init(name: $0, node: Tree(value)) } })
        case .sequence(let sequence): self = .list(sequence.map(Tree.init))
        case _ where node.null != nil: self = .none
        default: self = .text(node.string ?? "")
        }
    }

    /// The member with this name, or nothing.
    subscript(_ name: String) -> Tree {
        members.first { $0.name == name }?.node ?? .none
    }

    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    var elements: [Tree] {
        if case .list(let elements) = self { elements } else { [] }
    }

    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var int: Int? { string.flatMap { Int($0) } }

    /// The texts of a list; `null` is none.
    var words: [String] { elements.compactMap(\.string) }

    var exists: Bool {
        if case .none = self { false } else { true }
    }

    /// Whether it is, or may be, of this type.
    func isOf(type: String) -> Bool { self["type"].string == type || self["type"].words.contains(type) }
}
