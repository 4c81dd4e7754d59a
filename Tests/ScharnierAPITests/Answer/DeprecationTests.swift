import HTTPWire
import JSON
import Logging
import Scharnier
import TestSupport
import Testing
import Yams

@testable import ScharnierAPI

/// Operations that will go away (api.md §14), on a route table of the test's own.
@Suite struct DeprecationTests {
    private static let page = "https://api.example.org/docs#old-things"

    private static func deprecation(_ since: String, _ until: String, _ page: String = Self.page)
        -> Deprecation?
    {
        guard let since = Day(since), let until = Day(until) else { return nil }
        return Deprecation(since: since, until: until, page: page)
    }

    private static let routes: [Route] = [
        Route(
            .get, "/v1/old-things", .readPublic, deprecation: deprecation("2027-01-01", "2027-12-31"),
            .plain { _ in .noContent }),
        Route(.get, "/v1/things", .readPublic, .plain { _ in .noContent }),
    ]

    private func ask(_ application: Application, _ target: String, _ method: Method = .get) -> Response {
        var answer = Response(status: 599)
        var settings = API.Settings(
            publicURL: "https://api.example.org", instanceKey: Array(repeating: 7, count: 32),
            now: { TestClock.morning })
        settings.observed = nil
        let api = API(
            store: application.store, settings: settings,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, routes: Self.routes)
        // A plain route answers on this thread.
        let box = Answering()
        api.respond(to: Request(method, target)) { box.give($0()) }
        answer = box.wait()
        return answer
    }

    @Test func `every answer of such an operation says since when, until when, and what instead`() throws {
        let application = try Application()
        for target in ["/v1/old-things", "/v1/old-things?nonsense=1"] {
            let answer = ask(application, target)
            #expect(answer.field("Deprecation") == "@1798761600")
            #expect(answer.field("Sunset") == "Fri, 31 Dec 2027 23:59:59 GMT")
            #expect(answer.field("Link") == "<\(Self.page)>; rel=\"deprecation\"")
        }
        let other = ask(application, "/v1/things")
        #expect(
            other.field("Deprecation") == nil && other.field("Sunset") == nil && other.field("Link") == nil)
    }

    @Test func `callers have twelve months`() {
        #expect(Self.deprecation("2027-01-01", "2027-12-31") != nil)
        #expect(Self.deprecation("2027-01-01", "2027-12-30") == nil)
        #expect(Self.deprecation("2027-01-01", "2026-12-31") == nil)
        #expect(Self.deprecation("2027-01-01", "2028-12-31", "https://a.example/>; x") == nil)
        #expect(Self.deprecation("2027-01-01", "2028-12-31", "") == nil)
    }

    @Test func `the contract says the same as the route table, both ways`() throws {
        let contract = try OpenAPI.read()
        for route in RouteTable.all {
            let operation = contract.operations.first { $0.name == "\(route.method.name) \(route.template)" }
            #expect(try #require(operation).deprecation == route.deprecation, "\(route.template)")
        }
    }

    @Test func `the comparison sees what differs`() throws {
        let text = """
            deprecated: true
            x-deprecated-on: "2027-01-01"
            x-sunset-on: "2027-12-31"
            x-deprecation-page: \(Self.page)
            """
        let node = Tree(try #require(try Yams.compose(yaml: text)))
        let operation = OpenAPI.Operation(method: "GET", path: "/v1/old-things", node: node)
        #expect(operation.deprecation == Self.routes[0].deprecation)
        #expect(operation.deprecation != Self.routes[1].deprecation)
        let plain = OpenAPI.Operation(method: "GET", path: "/v1/things", node: .none)
        #expect(plain.deprecation == nil)
    }
}

extension OpenAPI.Operation {
    /// What the contract says of an operation that will go away.
    fileprivate var deprecation: Deprecation? {
        guard node["deprecated"].string == "true", let since = Day(node["x-deprecated-on"].string ?? ""),
            let until = Day(node["x-sunset-on"].string ?? "")
        else { return nil }
        return Deprecation(since: since, until: until, page: node["x-deprecation-page"].string ?? "")
    }
}
