import HTTPWire
import JSON
import TestSupport
import Testing

@testable import ScharnierAPI

@Suite struct CurlExampleTests {
    private let operations: [DescribedOperation]

    init() throws { operations = DescribedOperation.all(in: try Contract.root()) }

    @Test func `an example names method, address, token and content`() throws {
        let operation = try #require(operations.first { $0.id == "updateTaxonomyTerm" })
        let text = CurlExample(operation: operation, publicURL: "https://api.example.org").text
        let lines = text.split(separator: " \\\n  ").map(String.init)
        #expect(
            lines.prefix(4) == [
                "curl -X PATCH 'https://api.example.org/v1/taxonomy-terms/\(CurlExample.identifier)'",
                #"-H "Authorization: Bearer $TOKEN""#, #"-H 'If-Match: "1042"'"#,
                "-H 'Content-Type: application/merge-patch+json'",
            ])
        #expect(lines.count == 5 && lines[4].hasPrefix("--data-binary '{\n  \""))
    }

    @Test func `an example is complete: nothing in braces, every parameter that is needed`() {
        for operation in operations {
            let text = CurlExample(operation: operation, publicURL: "https://api.example.org").text
            let address = text.split(separator: "'")[1]
            #expect(!address.contains("{") && !address.contains("}"), "\(operation.id)")
            let needed = operation.parameters.filter { $0["required"].text == "true" }.compactMap {
                $0["name"].text
            }
            let query = operation.parameters.filter { $0["in"].text == "query" }.compactMap {
                $0["name"].text
            }
            for name in query {
                #expect(address.contains("\(name)=") == needed.contains(name), "\(operation.id)")
            }
            #expect(text.contains("--data-binary") == !operation.bodies.isEmpty, "\(operation.id)")
        }
    }
}
