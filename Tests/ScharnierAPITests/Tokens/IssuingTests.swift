import HTTPWire
import JSON
import TestSupport
import Testing

/// Tokens do not breed (api.md §3): issuing, rotation, revocation.
@Suite struct IssuingTests {
    private let application: Application

    init() throws { application = try Application() }

    private func request(
        _ name: String = "carrier", role: String = "carrier", scopes: String = #"["needs:read"]"#
    ) -> Document {
        Document([
            ("organization_id", "\"\(application.id(of: name))\""), ("role", "\"\(role)\""),
            ("scopes", scopes),
            ("label", #""Abgleich""#),
        ])
    }

    private func issue(_ document: Document, as who: String = "city") -> Response {
        application.send(.post, "/v1/tokens", document.text, as: who)
    }

    private func use(_ secret: String?, _ target: String = "/v1/me") -> Response {
        application.send(.get, target, fields: [("Authorization", "Bearer \(secret ?? "")")])
    }

    @Test func `the secret is shown once, and works`() throws {
        let response = issue(request())
        #expect(response.status == 201)
        let secret = try #require(response.text("secret"))
        #expect(secret.hasPrefix("scht_") && secret.utf8.count == 41)
        let path = try #require(response.field("Location"))
        #expect(path == "/v1/tokens/\(response.text("id") ?? "")")
        let shown = application.send(.get, path, as: "city")
        #expect(shown.status == 200)
        #expect(!shown.has("secret"))
        #expect(
            !String(decoding: application.send(.get, "/v1/tokens", as: "city").body, as: UTF8.self).contains(
                secret))
        #expect(use(secret).text("token/label") == "Abgleich")
        #expect(use(secret, "/v1/needs").status == 200)
        #expect(use(secret, "/v1/offers").outcome == "403 scope_missing")
    }

    @Test func `only the city issues tokens`() {
        for who in ["carrier", "officer", "company", "portal", "reader", "monitor"] {
            #expect(issue(request(), as: who).status == 403, "\(who)")
        }
    }

    @Test func `no token gets more than its role can use, or may issue tokens`() {
        for scopes in [#"["offers:read","ops:read"]"#, #"["organizations:verify"]"#, #"["tokens:write"]"#] {
            #expect(issue(request(scopes: scopes)).faults == ["#/scopes not_in_enum"], "\(scopes)")
        }
        let other = request("city", role: "city_admin", scopes: #"["tokens:write"]"#)
        #expect(issue(other).faults == ["#/scopes not_in_enum"])
    }

    @Test func `the issuer's own scopes bound what is issued`() throws {
        let narrow = issue(request("city", role: "city_admin", scopes: #"["needs:read"]"#))
        let fields = [
            ("Authorization", "Bearer \(narrow.text("secret") ?? "")"), ("Content-Type", "application/json"),
        ]
        let response = application.send(.post, "/v1/tokens", request().text, fields: fields)
        #expect(response.outcome == "403 scope_missing")
        #expect(response.text("required_scope") == "tokens:write")
    }

    @Test func `what is wrong with a request is told`() {
        #expect(issue(request(scopes: "[]")).faults == ["#/scopes too_few"])
        #expect(issue(request(scopes: #"["x"]"#)).faults == ["#/scopes/0 not_in_enum"])
        #expect(issue(request(role: "company")).faults.first == "#/role not_allowed_together")
        #expect(issue(request().with("days", "0")).faults == ["#/days out_of_range"])
        #expect(issue(request().with("days", "366")).faults == ["#/days out_of_range"])
        #expect(issue(request().with("days", "365")).status == 201)
        #expect(
            issue(request().with("label", "\"\(String(repeating: "a", count: 61))\"")).faults == [
                "#/label too_long"
            ])
        #expect(issue(request().without("label")).faults == ["#/label required"])
        #expect(issue(request().with("secret", "\"x\"")).faults == ["#/secret unknown_member"])
    }

    @Test func `a rotation gives a new secret and lets the old one live on for a while`() throws {
        let old = try #require(application.city.secrets["carrier"])
        let body = #"{"overlap_seconds":60}"#
        let response = application.send(.post, "/v1/me/token-rotations", body, as: "carrier")
        #expect(response.status == 201)
        let fresh = try #require(response.text("secret"))
        #expect(use(old).status == 200)
        #expect(use(fresh).status == 200)
        let again = application.send(.post, "/v1/me/token-rotations", body, as: "carrier")
        #expect(again.outcome == "409 duplicate")
        application.clock.advance(seconds: 60)
        #expect(use(old).outcome == "401 token_revoked")
        #expect(use(fresh).status == 200)
        #expect(use(fresh).words("token/scopes") == response.words("scopes"))
    }

    @Test func `a clock that is set back ends no token early and brings no revoked one back`() throws {
        let secret = try #require(application.city.secrets["carrier"])
        let id = try #require(application.send(.get, "/v1/me", as: "carrier").text("token/id"))
        application.clock.advance(days: 89)
        #expect(use(secret).status == 200)
        application.clock.advance(days: 2)
        #expect(use(secret).outcome == "401 token_expired", "expiry follows the wall clock")
        application.clock.advance(days: -4)
        #expect(use(secret).status == 200)
        let city = try #require(application.send(.get, "/v1/me", as: "city").text("token/id"))
        application.send(.delete, "/v1/tokens/\(id)", as: "city").expect(204)
        application.clock.advance(days: -2)
        #expect(use(secret).outcome == "401 token_revoked")
        #expect(application.send(.get, "/v1/tokens/\(city)", as: "city").text("status") == "active")
    }

    @Test func `a token that was replaced and then revoked stays revoked, too`() throws {
        let old = try #require(application.city.secrets["carrier"])
        let id = try #require(application.send(.get, "/v1/me", as: "carrier").text("token/id"))
        let body = #"{"overlap_seconds":3600}"#
        application.send(.post, "/v1/me/token-rotations", body, as: "carrier").expect(201)
        application.send(.delete, "/v1/tokens/\(id)", as: "city").expect(204)
        application.clock.advance(days: -2)
        #expect(use(old).outcome == "401 token_revoked")
    }

    @Test func `an overlap is at most a day`() {
        for (overlap, status) in [("-1", 422), ("0", 201), ("86401", 422), ("\"5\"", 422)] {
            let response = application.send(
                .post, "/v1/me/token-rotations", "{\"overlap_seconds\":\(overlap)}",
                as: overlap == "0" ? "company" : "carrier")
            #expect(response.status == status, "\(overlap)")
        }
        #expect(application.send(.get, "/v1/me", as: "company").outcome == "401 token_revoked")
    }

    @Test func `tokens of others are as if there were none`() throws {
        let id = try #require(application.send(.get, "/v1/me", as: "company").text("token/id"))
        #expect(application.send(.get, "/v1/tokens/\(id)", as: "carrier").outcome == "404 not_found")
        #expect(application.send(.get, "/v1/tokens/\(id)", as: "company").status == 200)
        #expect(application.send(.get, "/v1/tokens", as: "carrier").count("items") == 1)
        #expect(application.send(.get, "/v1/tokens", as: "city").count("items") == 10)
    }

    @Test func `a token that was in use is refused from the answer to its revocation on`() throws {
        for _ in 0..<20 {
            let issued = issue(request())
            let secret = issued.text("secret")
            for _ in 0..<2 { #expect(use(secret).status == 200) }
            application.send(.delete, "/v1/tokens/\(issued.text("id") ?? "")", as: "city").expect(204)
            #expect(use(secret).outcome == "401 token_revoked")
        }
    }

    @Test func `a token that was in use expires to the second`() throws {
        let secret = issue(request().with("days", "1")).text("secret")
        for _ in 0..<2 { #expect(use(secret).status == 200) }
        application.clock.advance(seconds: 86_399)
        #expect(use(secret).status == 200)
        application.clock.advance(seconds: 1)
        #expect(use(secret).outcome == "401 token_expired")
    }

    @Test func `a revoked token is shown as such`() throws {
        let id = try #require(application.send(.get, "/v1/me", as: "company").text("token/id"))
        application.send(.delete, "/v1/tokens/\(id)", as: "city").expect(204)
        let shown = application.send(.get, "/v1/tokens/\(id)", as: "city")
        #expect(shown.text("status") == "revoked")
        #expect(shown.text("revoked_at") == "2026-11-21T09:30:00.000Z")
        application.send(.delete, "/v1/tokens/\(id)", as: "city").expect(204)
    }
}

extension Response {
    fileprivate func expect(_ wanted: Int) { #expect(status == wanted) }
}
