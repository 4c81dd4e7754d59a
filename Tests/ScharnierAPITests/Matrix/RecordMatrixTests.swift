import HTTPWire
import Scharnier
import ScharnierAPI
import TestSupport
import Testing

/// Kind × state × operation × caller: who may, who may not, and for whom there is nothing (F-04, domain.md §3.2).
///
/// What each cell must be is written down twice: by hand in ``MatrixTable``, and in the contract as `x-access`.
@Suite struct RecordMatrixTests {
    private static let nobody = "01a1fd70-f1c0-7abc-8def-0123456789ab"

    /// What a cell answers.
    private enum Verdict: Character {
        /// Refused, whatever the record is: 401, or 403 for the role or its scopes.
        case refused = "-"
        /// Hidden: the same 404 as for a record that there is not.
        case hidden = "h"
        /// Seen, but not for this caller: 403.
        case forbidden = "r"
        /// Let in, whatever is said of the content then.
        case admitted = "x"
    }

    private let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    /// The operations on records: all that have a variable in their path, but for those that are no records.
    private static let routes = RouteTable.all.filter {
        $0.template.contains("{") && $0.template.hasPrefix("/v1/") && !$0.template.hasPrefix("/v1/external/")
    }

    /// Sends a request that changes nothing whatever it is answered.
    private func answer(_ route: Route, _ path: String, as caller: MatrixCaller, in world: MatrixWorld)
        -> Response
    {
        let writes = route.method != .get
        let body = [.post, .patch, .put].contains(route.method) ? "{}" : nil
        return world.application.send(
            route.method, writes ? path + "?dry_run=true" : path, body, as: caller.name,
            fields: writes ? [("If-Match", "*"), ("Content-Type", route.contentTypes[0])] : [])
    }

    /// The names of the header fields, in their order.
    private func names(of response: Response) -> [String] {
        (0..<response.fields.count).map { String(decoding: response.fields[$0].name, as: UTF8.self) }
    }

    private func verdict(
        _ route: Route, _ subject: MatrixSubject, as caller: MatrixCaller, in world: MatrixWorld
    ) -> Verdict {
        let response = answer(route, subject.path(of: route.template), as: caller, in: world)
        switch response.outcome {
        case "404 not_found":
            let missing = answer(
                route, subject.path(of: route.template, id: Self.nobody), as: caller, in: world)
            #expect(response.impersonal == missing.impersonal, "\(route.template) as \(caller.role)")
            #expect(names(of: response) == names(of: missing), "\(route.template) as \(caller.role)")
            return .hidden
        case "401 token_missing", "403 scope_missing": return .refused
        case "403 role_forbidden":
            // Whether it is the role or the record that forbids it, a record that there is not tells.
            let missing = answer(
                route, subject.path(of: route.template, id: Self.nobody), as: caller, in: world)
            return missing.outcome == "403 role_forbidden" ? .refused : .forbidden
        default: return .admitted
        }
    }

    @Test func `every operation on records has rows in the table, each with a mark for every caller`() {
        let named = Set(MatrixTable.rows.map(\.operation))
        let missing = Self.routes.map(\.matrixName).filter { !named.contains($0) }
        #expect(missing.isEmpty, "add them to MatrixTable, under each record that they can be done with")
        #expect(named.subtracting(Self.routes.map(\.matrixName)).isEmpty, "there are no such operations")
        #expect(MatrixTable.rows.allSatisfy { $0.marks.count == MatrixCaller.all.count })
        #expect(MatrixTable.rows.count * MatrixCaller.all.count >= 1_000)
    }

    @Test func `each cell of the matrix is as the table says`() throws {
        let world = try MatrixWorld()
        #expect(Set(MatrixTable.rows.map(\.subject)) == Set(world.subjects.keys))
        for row in MatrixTable.rows {
            let route = try route(of: row)
            let subject = try #require(world.subjects[row.subject], "\(row.subject)")
            let found = String(MatrixCaller.all.map { verdict(route, subject, as: $0, in: world).rawValue })
            #expect(found == row.marks, "\(row.subject): \(row.operation)")
        }
    }

    @Test func `no cell says what the contract denies, and none denies what it says`() throws {
        for row in MatrixTable.rows {
            let route = try route(of: row)
            let operation = try #require(contract.operations.first { $0.name == row.operation })
            for (mark, caller) in zip(row.marks, MatrixCaller.all) {
                let reach = operation.node["x-access"][caller.role.rawValue].string ?? "none"
                let isUsable = caller.role == .public || route.isUsable(by: caller.role)
                let place = Comment(rawValue: "\(row.subject): \(row.operation) as \(caller.role)")
                #expect((mark == "-") == (reach == "none" || !isUsable), place)
                // Who may fire an event is for the state machines to say: that column of theirs is final.
                let isEvent = route.method == .post && route.template.hasSuffix("/transitions")
                if reach == "all" { #expect(mark == "x" || isEvent && mark == "r", place) }
                if reach == "released" { #expect(mark != "r", place) }
            }
        }
    }

    private func route(of row: MatrixTable.Row) throws -> Route {
        try #require(Self.routes.first { $0.matrixName == row.operation }, "\(row.operation)")
    }
}

extension Route {
    /// As `GET /v1/needs/{id}`.
    fileprivate var matrixName: String { "\(method.name) \(template)" }

    /// Whether a token of the role can have the scope that is asked for.
    fileprivate func isUsable(by role: Role) -> Bool {
        operation.scope.map { role.usableScopes.allow($0) } ?? true
    }
}
