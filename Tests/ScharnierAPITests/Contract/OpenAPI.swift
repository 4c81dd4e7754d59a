import Foundation
import Yams

/// The contract as a tree, read from the root of the package.
struct OpenAPI: Sendable {
    let root: Tree

    /// The root of the package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardized

    /// The contract, read once for all tests.
    static func read() throws -> OpenAPI { try contract.get() }

    private static let contract = Result { try OpenAPI() }

    private init() throws {
        let text = try String(contentsOf: Self.package.appending(path: "openapi.yaml"), encoding: .utf8)
        root = try Yams.compose(yaml: text).map(Tree.init) ?? .none
    }

    struct Operation: Sendable {
        let method: String
        let path: String
        let node: Tree

        /// As `GET /v1/needs`.
        var name: String { "\(method) \(path)" }
    }

    var operations: [Operation] {
        root["paths"].members.flatMap { item in
            item.node.members.map { Operation(method: $0.name.uppercased(), path: item.name, node: $0.node) }
        }
    }

    /// The names of the query parameters of an operation.
    func queryParameters(of operation: Operation) -> Set<String> {
        let all = operation.node["parameters"].elements.map(resolved)
        return Set(all.filter { $0["in"].string == "query" }.compactMap(\.["name"].string))
    }

    var schemas: [Tree.Member] { root["components"]["schemas"].members }

    /// The members of the schema with this name.
    func properties(of schema: String) -> [Tree.Member] {
        root["components"]["schemas"][schema]["properties"].members
    }

    /// What `$ref` leads to, or the node itself.
    func resolved(_ node: Tree) -> Tree {
        guard let path = node["$ref"].string else { return node }
        return path.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] }
    }
}

extension Tree {
    /// The name of the component that `$ref` leads to.
    var reference: String? { self["$ref"].string?.split(separator: "/").last.map(String.init) }
}
