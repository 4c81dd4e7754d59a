import HTTPWire
import JSON
import Scharnier
import ScharnierStore
import TestSupport
import Testing

/// Who comes by the control socket is the operator, and nobody else is (operations.md §5, api.md §3).
@Suite struct OperatorTests {
    private let application: Application
    private static let socket = Origin(
        purpose: .control, credentials: PeerCredentials(process: 1, user: 1042, group: 7))

    init() throws { application = try Application(hosts: ["city.example.org"]) }

    private func ask(
        _ method: HTTPWire.Method, _ target: String, _ body: String? = nil, fields: [(String, String)] = []
    ) -> Response {
        application.send(method, target, body, from: Self.socket, fields: fields)
    }

    private func wish(_ name: String = "carrier", role: String = "carrier", scopes: String) -> String {
        """
        {"organization_id":"\(application.id(of: name))","role":"\(role)","scopes":\(scopes),"label":"Neu"}
        """
    }

    private func me(_ secret: String?) -> Response {
        application.send(.get, "/v1/me", fields: [("Authorization", "Bearer \(secret ?? "")")])
    }

    private func audit(_ id: String?) throws -> [AuditEntry] {
        let id = try #require(id.flatMap { Identifier<AccessToken>($0) })
        return try application.store.write { try $0.auditEntries(about: .init("token", id)) }
    }

    @Test func `the operator issues, lists, shows and revokes everybody's tokens without one`() throws {
        let made = ask(.post, "/v1/tokens", wish(scopes: #"["needs:read"]"#))
        #expect(made.status == 201)
        let id = try #require(made.text("id"))
        #expect(me(made.text("secret")).status == 200)
        #expect(ask(.get, "/v1/tokens").ids.contains(id))
        #expect(ask(.get, "/v1/tokens").count("items") == 11)
        #expect(ask(.get, "/v1/tokens/\(id)").text("status") == "active")
        #expect(ask(.delete, "/v1/tokens/\(id)").status == 204)
        #expect(me(made.text("secret")).outcome == "401 token_revoked")
    }

    @Test func `whom the kernel does not name is no operator`() {
        let nobody = Origin(purpose: .control)
        #expect(application.send(.get, "/v1/tokens", from: nobody).outcome == "401 token_missing")
    }

    @Test func `the audit names the operator and the system's user, without organisation and token`() throws {
        let made = ask(.post, "/v1/tokens", wish(scopes: #"["needs:read"]"#))
        #expect(ask(.delete, "/v1/tokens/\(made.text("id") ?? "")").status == 204)
        let entries = try audit(made.text("id"))
        #expect(entries.map(\.action) == ["token.issued", "token.revoked"])
        #expect(entries.map(\.operatorUser) == [1042, 1042])
        #expect(entries.allSatisfy { $0.actor == .operator && $0.organization == nil && $0.token == nil })
    }

    @Test func `the operator alone gives the right to issue tokens`() {
        let wish = wish("city", role: "city_admin", scopes: #"["tokens:write"]"#)
        #expect(application.send(.post, "/v1/tokens", wish, as: "city").outcome == "422 validation_failed")
        #expect(ask(.post, "/v1/tokens", wish).status == 201)
    }

    @Test func `no token can have the role of the operator`() {
        for role in ["operator", "public"] {
            let made = ask(.post, "/v1/tokens", wish(role: role, scopes: #"["needs:read"]"#))
            #expect(made.faults.contains { $0.hasPrefix("#/role ") }, "\(role): \(made.outcome)")
        }
    }

    @Test func `a token that is sent by the control socket counts there as anywhere`() throws {
        let carrier = ("Authorization", "Bearer \(application.city.secrets["carrier"] ?? "")")
        #expect(ask(.get, "/v1/me", fields: [carrier]).text("role") == "carrier")
        #expect(ask(.get, "/v1/tokens", fields: [carrier]).count("items") == 1)
        let wish = wish(scopes: #"["needs:read"]"#)
        #expect(ask(.post, "/v1/tokens", wish, fields: [carrier]).outcome == "403 scope_missing")
        for value in ["Bearer nonsense", "Bearer scht_Lesepaten2Nordmarkt4Dortmund7724MhA1"] {
            #expect(
                ask(.get, "/v1/tokens", fields: [("Authorization", value)]).outcome == "401 token_invalid")
        }
    }

    @Test func `without a token the operator is nobody in the city itself`() {
        #expect(ask(.get, "/v1/me").outcome == "401 token_missing")
        #expect(ask(.get, "/v1/changes").outcome == "401 token_missing")
        #expect(ask(.post, "/v1/needs", "{}").outcome == "401 token_missing")
        #expect(ask(.delete, "/v1/me/token").outcome == "404 not_found")
        #expect(ask(.get, "/v1/needs").status == 200)
    }

    @Test func `nothing that the operator gets may be kept by a cache`() {
        for target in ["/v1/tokens", "/v1/needs", "/v1/meta"] {
            #expect(ask(.get, target).field(.cacheControl) == "no-store")
        }
        #expect(ask(.get, "/v1/meta").text("version") == "test")
        #expect(ask(.get, "/metrics").status == 200)
        #expect(ask(.get, "/readyz").has("checks"))
    }

    @Test func `the control socket has no host name`() {
        for fields in [[], [("Host", "localhost")], [("Host", "elsewhere")]] {
            #expect(ask(.get, "/v1/tokens", fields: fields).status == 200)
        }
        #expect(
            application.send(.get, "/v1/needs", from: Origin(), fields: [("Host", "elsewhere")]).status == 421
        )
    }

    /// What a caller may say to pass for somebody of the machine.
    private static let claims: [[(String, String)]] = [
        [("Host", "city.example.org")], [("X-Forwarded-For", "127.0.0.1")], [("X-Real-IP", "::1")],
        [("Forwarded", "for=_control;by=unix;proto=https")], [("X-Forwarded-Proto", "unix")],
        [("X-Scharnier-Role", "operator"), ("X-Remote-User", "root")], [("Role", "operator")],
        [("X-Original-URL", "/v1/tokens"), ("Connection", "X-Purpose"), ("X-Purpose", "control")],
    ]

    @Test(arguments: ListenerPurpose.allCases.filter { $0 != .control })
    func `who comes by another listener is never the operator, whatever is said`(purpose: ListenerPurpose) {
        let root = PeerCredentials(process: 1, user: 1042, group: 7)
        for origin in [Origin(purpose: purpose), Origin(purpose: purpose, credentials: root)] {
            for claim in Self.claims {
                func outcome(_ method: HTTPWire.Method, _ target: String, _ body: String? = nil) -> String {
                    application.send(method, target, body, from: origin, fields: claim).outcome
                }
                #expect(outcome(.get, "/v1/tokens") == "401 token_missing", "\(claim)")
                #expect(outcome(.post, "/v1/tokens", wish(scopes: "[]")) == "401 token_missing", "\(claim)")
                #expect(outcome(.delete, "/v1/tokens/x") == "401 token_missing", "\(claim)")
                #expect(outcome(.get, "/metrics") == "401 token_missing", "\(claim)")
            }
        }
    }
}
