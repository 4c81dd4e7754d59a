import HTTPWire
import Scharnier
import ScharnierAPI
import TestSupport
import Testing

/// Every role on every operation: who is refused whatever the object (domain.md §3.2).
@Suite struct RoleMatrixTests {
    private static let callers: [(name: String?, role: Role)] = [
        (nil, .public), ("carrier", .carrier), ("foundation", .foundation), ("company", .company),
        ("network", .network), ("portal", .portal), ("officer", .areaOfficer), ("city", .cityAdmin),
        ("reader", .cityReader), ("monitor", .monitor),
    ]

    /// What the API says to a request that is well-formed but for its object and content.
    private func outcome(_ route: Route, of application: Application, as who: String?) -> Response {
        let path = route.template.split(separator: "/").map { part in
            part.hasPrefix("{") ? "01a1fd70-f1c0-7abc-8def-0123456789ab" : String(part)
        }
        let takesBody = [.post, .patch, .put].contains(route.method)
        return application.send(
            route.method, "/" + path.joined(separator: "/"), takesBody ? "{}" : nil, as: who,
            fields: [("If-Match", "*"), ("Content-Type", route.contentTypes[0])])
    }

    /// Routes, that which ends the caller's own token last.
    private func ordered(_ routes: [Route]) -> [Route] {
        let isLast: (Route) -> Bool = { $0.template == "/v1/me/token" }
        return routes.filter { !isLast($0) } + routes.filter(isLast)
    }

    @Test(arguments: callers.indices)
    func `each operation lets in whom its row of the matrix lets in`(index: Int) throws {
        let application = try Application()
        let caller = Self.callers[index]
        let routes = ordered(application.api.routes)
        #expect(routes.count * Self.callers.count >= 300)
        for route in routes {
            let response = outcome(route, of: application, as: caller.name)
            let name = Comment(rawValue: "\(caller.role) \(route.method.rawValue) \(route.template)")
            guard isRefused(caller.role, by: route.operation) else {
                #expect(![401, 403, 405, 406, 415, 500].contains(response.status), name)
                continue
            }
            let wanted = caller.name == nil ? "401 token_missing" : "403"
            #expect(response.outcome.hasPrefix(wanted), name)
        }
    }

    /// Whether the role itself, or every token that it can have, lacks what the operation asks for.
    private func isRefused(_ role: Role, by operation: Scharnier.Operation) -> Bool {
        if operation.reach(of: role) == .none { return true }
        guard role != .public, let scope = operation.scope else { return false }
        return !role.usableScopes.allow(scope)
    }

    /// Columns: public, carrier, foundation, company, network, portal, officer, city, reader, monitor.
    private static let table = [
        "GET /v1/organizations": "xxxxxxxxx-", "POST /v1/organizations": "------xx--",
        "PATCH /v1/organizations/{id}": "-xxxxxxx--", "POST /v1/organizations/{id}/transitions": "------xx--",
        "POST /v1/registrations": "x-----xx-x",
        "POST /v1/organizations/{id}/status-transitions": "-xxxxxxx--",
        "POST /v1/organizations/{id}/tax-status-proposals": "-xxxx-xx--",
        "POST /v1/organizations/{id}/tax-status-confirmations": "------xx--",
        "GET /v1/memberships": "xxxxxxxxx-", "POST /v1/memberships": "-xxxx-xx--",
        "POST /v1/memberships/{id}/transitions": "-xxxx-xx--",
        "GET /v1/needs/{id}/endorsements": "-xxxxxxxx-", "POST /v1/needs/{id}/endorsements": "----x-x---",
        "DELETE /v1/needs/{id}/endorsements/{endorsement_id}": "----x-x---",
        "GET /v1/contacts": "-xxxxxxx--", "POST /v1/contacts": "-xxxxxxx--",
        "DELETE /v1/contacts/{id}": "-xxxxxxx--", "GET /v1/disclosures": "-xxxxxxx--",
        "POST /v1/areas": "-------x--", "PATCH /v1/areas/{id}": "-------x--",
        "POST /v1/areas/{id}/relations": "-------x--", "POST /v1/areas/{id}/indicator-values": "-------x--",
        "POST /v1/indicators": "-------x--", "POST /v1/taxonomy-terms": "-------x--",
        "PATCH /v1/taxonomy-terms/{id}": "-------x--", "GET /v1/area-assignments": "-xxxxxxxx-",
        "POST /v1/area-assignments": "-------x--", "GET /v1/responsibilities": "xxxxxxxxxx",
        "GET /v1/responsibility-matches": "xxxxxxxxxx", "POST /v1/responsibilities": "-------x--",
        "GET /v1/areas": "xxxxxxxxxx", "GET /v1/taxonomy-terms": "xxxxxxxxxx",
        "GET /v1/needs": "xxxxxxxxx-", "GET /v1/needs/{id}": "xxxxxxxxx-", "POST /v1/needs": "-x--x-x---",
        "PATCH /v1/needs/{id}": "-x--x-x---", "DELETE /v1/needs/{id}": "-x--x-x---",
        "POST /v1/needs/{id}/transitions": "-x--x-xx--", "GET /v1/needs/{id}/completeness": "-x--x-xx--",
        "POST /v1/needs/{id}/redactions": "------xx--", "POST /v1/offers/{id}/redactions": "------xx--",
        "POST /v1/needs/{id}/confirm-links": "-x--x-xx--",
        "POST /v1/offers/{id}/confirm-links": "-xxxx-xx--", "POST /v1/confirmations": "xxxxxxxxxx",
        "GET /v1/intake-links": "------xx--", "POST /v1/intake-links": "------xx--",
        "DELETE /v1/intake-links/{id}": "------xx--", "POST /v1/intakes": "x--------x",
        "POST /v1/intake-submissions": "x--------x", "GET /v1/offers": "xxxxxxxxx-",
        "POST /v1/offers": "-xxxx-xx--",
        "PATCH /v1/offers/{id}": "-xxxx-xx--",
        "POST /v1/offers/{id}/transitions": "-xxxx-xx--", "GET /v1/needs/{id}/suggestions": "-x--x-xx--",
        "GET /v1/offers/{id}/suggestions": "-xxxx-xx--", "GET /v1/introductions": "-xxxxxxx--",
        "POST /v1/introductions": "-xxxxxxx--", "POST /v1/introductions/{id}/transitions": "-xxxxxxx--",
        "GET /v1/commitments": "-xxxx-xx--", "POST /v1/commitments": "-xxxx-xx--",
        "PATCH /v1/commitments/{id}": "-xxxx-xx--", "POST /v1/commitments/{id}/transitions": "-xxxx-xx--",
        "POST /v1/commitments/{id}/signatures": "-xxxx-xx--",
        "POST /v1/commitments/{id}/outcomes": "-xxxx-xx--",
        "POST /v1/commitments/{id}/decisions": "------xx--",
        "GET /v1/allocation-plans": "--xxx-xx--", "POST /v1/allocation-plans": "--xxx-xx--",
        "GET /v1/allocation-plans/{id}": "--xxx-xx--",
        "POST /v1/allocation-plans/{id}/adoptions": "--xxx-xx--",
        "GET /v1/programmes": "xxxxxxxxx-", "POST /v1/programmes": "--xxx--x--",
        "PATCH /v1/programmes/{id}": "--xxx--x--", "DELETE /v1/programmes/{id}": "--xxx--x--",
        "POST /v1/programmes/{id}/transitions": "--xxx--x--",
        "GET /v1/programmes/{id}/transitions": "--xxx--x--", "GET /v1/ideas": "xxxxxxxxx-",
        "POST /v1/ideas": "-xxxx-xx--", "POST /v1/ideas/{id}/transitions": "-x--x-xx--",
        "GET /v1/ideas/{id}/transitions": "-xxxx-xx--",
        "GET /v1/inbox": "-xxxxxxxx-", "GET /v1/search": "xxxxxxxxxx",
        "GET /v1/changes": "-xxxxxxx--", "POST /v1/tokens": "-------x--",
        "DELETE /v1/tokens/{id}": "-------x--",
        "GET /v1/privacy-requests": "-xxxxxxx--", "POST /v1/privacy-requests": "-xxxxxxx--",
        "POST /v1/privacy-requests/{id}/transitions": "-------x--",
        "POST /v1/disclosures/{id}/acknowledgements": "-xxxxxxx--",
        "GET /v1/me": "-xxxxxxxx-", "GET /v1/meta": "xxxxxxxxxx", "GET /healthz": "xxxxxxxxxx",
    ]

    @Test func `the main operations let in whom domain.md lets in`() throws {
        let application = try Application()
        for (operation, row) in Self.table {
            let route = try #require(
                application.api.routes.first { "\($0.method.rawValue) \($0.template)" == operation },
                "\(operation)")
            let answers = Self.callers.map { caller in
                [401, 403].contains(outcome(route, of: application, as: caller.name).status) ? "-" : "x"
            }
            #expect(answers.joined() == row, "\(operation)")
        }
    }
}
