import HTTPWire
import Scharnier
import Testing

@testable import ScharnierAPI

@Suite struct ExportColumnsTests {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    private static let exported = RouteTable.all.filter(\.isExportable)

    @Test func `the main lists are exported`() {
        let lists = Self.exported.map(\.template)
        #expect(Set(lists).isSuperset(of: ["/v1/needs", "/v1/offers", "/v1/organizations", "/v1/areas"]))
        // A contact is a person: it is looked up, not carried off.
        #expect(!lists.contains("/v1/contacts"))
    }

    @Test(arguments: exported)
    func `the columns of a list are the members that the contract declares`(_ route: Route) throws {
        let operation = try #require(
            contract.operations.first { $0.name == "\(route.method.name) \(route.template)" })
        let response = contract.resolved(operation.node["responses"]["200"])
        let list = contract.resolved(response["content"]["application/json"]["schema"])
        let item = contract.resolved(list["properties"]["items"]["items"])
        #expect(ExportColumns.of(route.template) == columns(of: item))
        for format in ExportFormat.allCases {
            #expect(response["content"][format.rawValue].exists, "\(format.rawValue)")
        }
    }

    private func columns(of schema: Tree, within path: String = "") -> [String] {
        // What `expand` puts beside a reference is no column.
        schema["properties"].members.filter { !$0.node["x-expands"].exists }.flatMap { member in
            let value = contract.resolved(member.node)
            let name = path + member.name
            return value["properties"].exists ? columns(of: value, within: name + ".") : [name]
        }
    }
}
