import HTTPWire
import ScharnierAPI
import TestSupport
import Testing

/// Tags where the contract announces them, and nowhere else (api.md §5).
@Suite struct ContractTagTests {
    /// Where no record leads to, and what must be asked for.
    private static let addresses = [
        "/v1/search": "/v1/search?q=Lesepaten", "/docs/{page}": "/docs/needs",
        "/problems/{code}": "/problems/not_found",
    ]

    private let contract: OpenAPI
    private let world: MatrixWorld

    init() throws {
        contract = try OpenAPI.read()
        world = try MatrixWorld()
    }

    /// A success of the operation, from whichever record there is one.
    private func success(of operation: OpenAPI.Operation) -> Response? {
        let subjects = world.subjects.sorted { $0.key < $1.key }.map(\.value)
        let paths =
            Self.addresses[operation.path].map { [$0] } ?? subjects.map { $0.path(of: operation.path) }
        for caller in ["city", "carrier", "company"] {
            for path in paths {
                let response = world.application.send(.get, path, as: caller)
                if response.status == 200 { return response }
            }
        }
        return nil
    }

    @Test func `what is read has a tag where the contract announces one, and nowhere else`() throws {
        var unseen: [String] = []
        for operation in contract.operations where operation.method == "GET" {
            let declared = contract.resolved(operation.node["responses"]["200"])
            guard let response = success(of: operation) else {
                unseen.append(operation.path)
                continue
            }
            let isAnnounced = declared["headers"].members.contains { $0.name == "ETag" }
            #expect((response.field("ETag") != nil) == isAnnounced, "\(operation.path)")
        }
        #expect(unseen == [])
    }
}
