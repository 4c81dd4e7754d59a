import HTTPWire
import Scharnier
import Testing

@testable import ScharnierAPI

@Suite struct ContractTests {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    @Test func `the contract and the routes name the same operations`() {
        let documented = contract.operations.map(\.name)
        let routed = RouteTable.all.map(\.name)
        #expect(Set(documented).subtracting(routed) == [])
        #expect(Set(routed).subtracting(documented) == [])
        #expect(Set(routed).count == routed.count)
    }

    @Test func `no two operations have the same operationId`() {
        let ids = contract.operations.map(\.node["operationId"].string)
        #expect(!ids.contains(nil))
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: RouteTable.all)
    func `an operation declares the query parameters that its route takes`(_ route: Route) throws {
        #expect(contract.queryParameters(of: try operation(of: route)) == route.parameters)
    }

    @Test(arguments: RouteTable.all)
    func `an operation declares the scope that its route asks for`(_ route: Route) throws {
        #expect(try operation(of: route).node["x-scope"].string == route.operation.scope?.rawValue)
    }

    @Test(arguments: RouteTable.all)
    func `an operation declares how far each role reaches`(_ route: Route) throws {
        let declared = try operation(of: route).node["x-access"].members
        #expect(declared.map(\.name) == Self.roles)
        for entry in declared {
            let role = try #require(Role(rawValue: entry.name))
            #expect(entry.node.string == route.operation.reach(of: role).rawValue, "\(role)")
        }
    }

    @Test(arguments: RouteTable.all)
    func `an operation asks for a token unless the public may call`(_ route: Route) throws {
        let ways = try operation(of: route).node["security"].elements
        let isOpen = ways.isEmpty || ways.contains { $0.members.isEmpty }
        #expect(isOpen == (route.operation.reach(of: .public) != .none))
    }

    @Test(arguments: RouteTable.all)
    func `an operation says whether its route is taken with hardly any space left`(_ route: Route) throws {
        #expect((try operation(of: route).node["x-releasing"].string == "true") == route.isReleasing)
    }

    @Test func `what only takes away is taken with hardly any space left, and nothing else`() {
        let releasing = RouteTable.all.filter(\.isReleasing)
        #expect(
            Set(releasing.map(\.name)).isSuperset(
                of: RouteTable.all.filter { $0.method == .delete }.map(\.name)))
        #expect(releasing.allSatisfy { $0.method == .delete || $0.method == .post })
        #expect(releasing.count < RouteTable.all.count / 2)
    }

    @Test(arguments: RouteTable.all)
    func `an operation has a body where its route reads one`(_ route: Route) throws {
        #expect(try operation(of: route).node["requestBody"].exists == route.takesBody)
    }

    @Test func `the contract states the version that the program tells`() {
        #expect(contract.root["info"]["version"].string == Contract.version)
    }

    private static let roles = Role.allCases.map(\.rawValue)

    private func operation(of route: Route) throws -> OpenAPI.Operation {
        try #require(contract.operations.first { $0.name == route.name })
    }
}

extension Route: CustomTestStringConvertible {
    /// As `GET /v1/needs`.
    fileprivate var name: String { "\(method.name) \(template)" }
    package var testDescription: String { name }
}
