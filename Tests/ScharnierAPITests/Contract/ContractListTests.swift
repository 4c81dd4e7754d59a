import HTTPWire
import Testing

@testable import Scharnier
@testable import ScharnierAPI

/// What a list can be asked for is what the contract says, parameter by parameter.
@Suite struct ContractListTests {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    private static let lists = RouteTable.all.filter { $0.list != nil }

    @Test func `whatever goes on behind a cursor declares what it can be asked for`() {
        let paged = RouteTable.all.filter { $0.parameters.contains("cursor") }
        #expect(paged.map(\.template) == Self.lists.map(\.template))
        #expect(Self.lists.count >= 4)
    }

    @Test(arguments: lists) func `a filter holds what the contract lets it hold`(_ route: Route) throws {
        for filter in route.list?.filters ?? [] {
            let schema = try contract.schema(of: filter.name, in: route)
            #expect(contract.accepts(filter.values, schema), "\(route.template) \(filter.name)")
        }
    }

    @Test(arguments: lists) func `a list is sorted by what the contract names`(_ route: Route) throws {
        let schema = try contract.schema(of: "sort", in: route)
        let keys = route.list?.sortKeys ?? []
        #expect(schema["items"]["enum"].words == keys.flatMap { [$0, "-\($0)"] })
        #expect(schema["maxItems"].int == SortOrder<Need.SortKey>.mostKeys)
        #expect(schema["default"].words == ["-created_at"])
        let members = contract.members(of: route).map(\.name)
        #expect(Set(keys).subtracting(members) == [])
    }

    @Test(arguments: lists) func `an order tells nothing that some reader of the item does not see`(
        _ route: Route
    ) {
        for member in contract.members(of: route) where route.list?.sortKeys.contains(member.name) == true {
            #expect(!member.node["x-visible-to"].exists, "\(route.template) \(member.name)")
        }
    }

    @Test(arguments: lists) func `a search is as long as the contract lets it be`(_ route: Route) throws {
        guard route.list?.isSearchable == true else { return }
        #expect(try contract.schema(of: "q", in: route)["maxLength"].int == WordQuery.longest)
    }

    @Test(arguments: lists) func `pages and counts are asked for as everywhere`(_ route: Route) throws {
        let limit = try contract.schema(of: "limit", in: route)
        #expect(limit["default"].int == PageSize.standard)
        #expect(try contract.schema(of: "count", in: route)["enum"].words == ["exact"])
        #expect(try contract.schema(of: "cursor", in: route)["maxLength"].int == Cursor.longest)
    }
}

extension OpenAPI {
    /// The schema of a query parameter of a route.
    func schema(of name: String, in route: Route) throws -> Tree {
        let operation = operations.first { $0.name == "\(route.method.name) \(route.template)" }
        let parameters = operation?.node["parameters"].elements.map(resolved) ?? []
        let parameter = parameters.first { $0["in"].string == "query" && $0["name"].string == name }
        return resolved(try #require(parameter, "\(name)")["schema"])
    }

    /// The members of an item of the list that a route gives.
    func members(of route: Route) -> [Tree.Member] {
        let operation = operations.first { $0.name == "\(route.method.name) \(route.template)" }
        let answer = resolved(operation?.node["responses"]["200"] ?? .none)
        let list = resolved(answer["content"]["application/json"]["schema"])
        return resolved(list["properties"]["items"]["items"])["properties"].members
    }

    /// The keys by which a list can be sorted.
    func sortKeys(of template: String) throws -> [String] {
        let route = RouteTable.all.first { $0.template == template && $0.list != nil }
        return try #require(route?.list).sortKeys
    }

    /// Whether a schema says of a filter what the program does.
    func accepts(_ values: ListForm.Values, _ schema: Tree) -> Bool {
        let element = resolved(schema["items"])
        let isList = schema["type"].string == "array" && schema["maxItems"].int == Query.mostValues
        return switch values {
        case .words(let words): isList && element["enum"].words == words
        case .identifiers: isList && element["format"].string == "uuid"
        case .codes: isList && schema["items"].reference == "Code"
        case .identifier: schema["format"].string == "uuid"
        case .day: schema["format"].string == "date"
        case .boolean: schema["type"].string == "boolean"
        }
    }
}
