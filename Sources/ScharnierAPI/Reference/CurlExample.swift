import JSON
import Scharnier

/// A command line that calls an operation, with the contract's own examples.
struct CurlExample {
    let operation: DescribedOperation
    let publicURL: String

    /// The command, over several lines where it is long.
    var text: String {
        (["curl \(method)\(Self.quoted(publicURL + target))"] + fields + content).joined(separator: " \\\n  ")
    }

    private var method: String { operation.method == "GET" ? "" : "-X \(operation.method) " }

    /// Path and query, their parameters filled in.
    private var target: String {
        let path = operation.parameters.filter { $0["in"].text == "path" }.reduce(operation.path) {
            path, parameter in
            path.replacing("{\(parameter["name"].text ?? "")}", with: value(of: parameter))
        }
        let query = needed("query").map { "\($0["name"].text ?? "")=\(value(of: $0))" }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }

    private var fields: [String] {
        let token = operation.isOpen ? [] : [#"-H "Authorization: Bearer $TOKEN""#]
        let needed = needed("header").map {
            "-H " + Self.quoted("\($0["name"].text ?? ""): \(value(of: $0))")
        }
        let type = operation.bodies.first.map { ["-H " + Self.quoted("Content-Type: \($0.type)")] } ?? []
        return token + needed + type
    }

    private var content: [String] {
        guard let body = operation.bodies.first else { return [] }
        let example = operation.example(of: body.node)
        let text = example.text ?? JSONText.indented(example.value ?? .null)
        return ["--data-binary " + Self.quoted(text)]
    }

    private func needed(_ place: String) -> [ContractNode] {
        operation.parameters.filter { $0["in"].text == place && $0["required"].text == "true" }
    }

    /// What the contract gives as an example for a parameter; identifiers are all alike.
    private func value(of parameter: ContractNode) -> String {
        let schema = parameter["schema"].resolved(in: operation.root)
        return parameter["example"].text ?? schema["examples"].words.first ?? schema["enum"].words.first
            ?? Self.identifier
    }

    /// The identifier of the examples in the contract.
    static let identifier = "01a1fd70-f1c0-7abc-8def-0123456789ab"

    /// A word of the shell, whatever is in it (POSIX, 2.2.2).
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
