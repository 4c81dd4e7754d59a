import HTTPWire
import Testing

@testable import Scharnier
@testable import ScharnierAPI

/// What `fields` and `expand` may name is what the contract says, and who may name it.
@Suite struct ContractViewTests {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    private static let routes = RouteTable.all.filter { $0.item != nil }

    @Test func `lists and items of six resources are shown as they are wanted`() {
        let templates = ["needs", "offers", "introductions", "contacts", "programmes", "ideas"].flatMap {
            ["/v1/\($0)", "/v1/\($0)/{id}"]
        }
        #expect(Set(Self.routes.map(\.template)) == Set(templates))
        #expect(Self.routes.allSatisfy { $0.method == .get })
    }

    @Test(arguments: routes) func `an item shows what the contract says, to whom it says`(_ route: Route)
        throws
    {
        let form = try #require(route.item)
        let declared = contract.item(of: route).filter { !$0.node["x-expands"].exists }
        #expect(form.members.map(\.name) == declared.map(\.name))
        for (member, schema) in zip(form.members, declared) {
            let roles = schema.node["x-visible-to"].words.compactMap { Role(rawValue: $0) }
            #expect(member.roles == (roles.isEmpty ? Set(Role.allCases) : Set(roles)), "\(member.name)")
        }
        #expect(
            try contract.schema(of: "fields", in: route)["items"]["enum"].words == form.members.map(\.name))
    }

    @Test(arguments: routes) func `what can be added stands beside its reference`(_ route: Route) throws {
        let form = try #require(route.item)
        let added = contract.item(of: route).filter { $0.node["x-expands"].exists }
        #expect(form.relations.map(\.name) == added.map(\.name))
        #expect(form.relations.map(\.reference) == added.compactMap { $0.node["x-expands"].string })
        let schema = try contract.schema(of: "expand", in: route)
        #expect(schema["items"]["enum"].words == form.relations.map(\.name))
        #expect(schema["maxItems"].int == ItemForm.mostRelations)
    }
}

extension OpenAPI {
    /// The members of what a route gives: an item, or one of a list.
    fileprivate func item(of route: Route) -> [Tree.Member] {
        let operation = operations.first { $0.name == "\(route.method.name) \(route.template)" }
        let answer = resolved(operation?.node["responses"]["200"] ?? .none)
        let schema = resolved(answer["content"]["application/json"]["schema"])
        guard !route.template.hasSuffix("}") else { return schema["properties"].members }
        return resolved(schema["properties"]["items"]["items"])["properties"].members
    }
}
