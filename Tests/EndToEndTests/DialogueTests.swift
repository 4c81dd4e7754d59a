import Foundation
import JSON
import Testing

/// The dialogue of the README, run as written.
@Suite struct DialogueTests {
    /// What each block must print, in the README's order: members that must be there and not null.
    private static let expected: [[String]] = [
        ["items/0/id", "items/0/title", "items/0/horizon", "limit"],
        ["role", "organization/id", "organization/name"],
        ["id", "status", "title", "items/0/kind", "items/0/quantity", "beneficiary_area_ids/0"],
        ["items/0/need_id", "items/0/gates/0/code", "items/0/gates/0/de", "items/0/gates/0/en"],
        ["items/0/seq", "items/0/op", "items/0/href", "next_after", "has_more"],
        ["code", "status", "title", "detail", "errors/0/pointer", "errors/0/detail", "request_id"],
    ]

    @Test func `every block prints what it promises`() throws {
        for tool in ["bash", "curl", "jq"] { _ = try Program.tool(tool) }
        let blocks = try Self.blocks()
        try #require(blocks.count == Self.expected.count, "a block came or went: mend the table")
        let city = try City()
        let service = try city.serve()
        let environment = [
            "BASE": "http://127.0.0.1:\(service.port)", "CARRIER": try city.token("carrier"),
            "COMPANY": try city.token("company"), "TZ": "Europe/Berlin",
        ]
        for (block, members) in zip(blocks, Self.expected) {
            let outcome = try Program.run(
                tool: "bash", "-euo", "pipefail", "-c", block, environment: environment, in: city.folder)
            #expect(outcome.code == 0, "\(block)\n\(outcome.errors)")
            let printed = try JSONValue(parsing: outcome.output)
            for member in members {
                #expect(printed.member(at: member) != .null, "\(member) in \(outcome.text)\n\(block)")
            }
        }
        #expect(try Caller(service).get("/readyz").status == 200)
    }

    /// The `sh` blocks under "A dialogue".
    private static func blocks() throws -> [String] {
        let readme = try String(
            contentsOf: URL(fileURLWithPath: Repository.file("README.md")), encoding: .utf8)
        var blocks: [[Substring]] = []
        var isInDialogue = false
        var isInBlock = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```" {
                isInBlock = false
            } else if isInBlock {
                blocks[blocks.count - 1].append(line)
            } else if line.hasPrefix("## ") {
                isInDialogue = line == "## A dialogue"
            } else if line == "```sh", isInDialogue {
                isInBlock = true
                blocks.append([])
            }
        }
        return blocks.map { $0.joined(separator: "\n") }
    }
}

extension JSONValue {
    /// A member inside of members, names and positions separated by "/"; null when there is none.
    fileprivate func member(at path: String) -> JSONValue {
        path.split(separator: "/").reduce(self) { value, step in
            guard let position = Int(step) else { return value[String(step)] }
            return position < value.elements.count ? value.elements[position] : .null
        }
    }
}
