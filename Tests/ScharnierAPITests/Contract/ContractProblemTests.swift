import Foundation
import HTTPWire
import Testing

@testable import ScharnierAPI

@Suite struct ContractProblemTests {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    /// Every code that the program knows, with its status.
    private var registered: [String] {
        ProblemCode.all.map { "\($0.code) \($0.status)" }
            + WireError.allCases.map { "\($0.code) \($0.status)" }
    }

    /// Every code that has a schema, with its status and the schema's name.
    private var described: [(entry: String, schema: String)] {
        contract.schemas.compactMap { schema in
            guard let own = schema.node["allOf"].elements.last?["properties"],
                let code = own["code"]["const"].string, let status = own["status"]["const"].int
            else { return nil }
            return ("\(code) \(status)", schema.name)
        }
    }

    @Test func `the contract describes every problem code, and no other`() {
        let entries = described.map(\.entry)
        #expect(Set(registered).subtracting(entries) == [])
        #expect(Set(entries).subtracting(registered) == [])
        #expect(Set(entries).count == entries.count)
        #expect(Set(registered).count == registered.count)
    }

    @Test func `a schema of a problem is named like its code`() {
        for (entry, schema) in described {
            let words = entry.split(separator: " ")[0].split(separator: "_")
            #expect(schema == "Problem" + words.map(\.capitalized).joined())
        }
    }

    @Test func `every problem code is an answer of some response`() {
        let used = contract.root["components"]["responses"].members.flatMap { problems(of: $0.node) }
        #expect(Set(described.map(\.schema)).subtracting(used) == [])
    }

    @Test func `a response has the problems of its status only`() {
        let entries = Dictionary(
            described.map { ($0.schema, $0.entry) }, uniquingKeysWith: { first, _ in first })
        for operation in contract.operations {
            for response in operation.node["responses"].members where response.name != "default" {
                for schema in problems(of: contract.resolved(response.node)) {
                    #expect(
                        entries[schema]?.hasSuffix(" \(response.name)") == true, "\(operation.name) \(schema)"
                    )
                }
            }
        }
    }

    /// The names of the schemas of the problems that a response can be.
    private func problems(of response: Tree) -> [String] {
        let schema = response["content"]["application/problem+json"]["schema"]
        return ([schema] + schema["oneOf"].elements).compactMap(\.reference)
    }
}
