import Digest
import HTTPWire
import Scharnier
import ScharnierAPI
import TestSupport
import Testing

/// Who calls: `Authorization: Bearer` and nothing else (api.md §3).
@Suite struct AuthenticationTests {
    private let application: Application

    init() throws { application = try Application() }

    private func me(_ values: String...) -> Response {
        application.send(.get, "/v1/me", fields: values.map { ("Authorization", $0) })
    }

    private var secret: String { application.city.secrets["carrier"] ?? "" }

    @Test func `the scheme is written in any case`() {
        for scheme in ["Bearer", "bearer", "BEARER", "bEaReR"] {
            #expect(me("\(scheme) \(secret)").status == 200)
        }
    }

    @Test func `another scheme, two fields or half a field are not readable`() {
        for value in ["Basic dXNlcjpwYXNz", "Bearer", secret, "Token \(secret)", ""] {
            #expect(me(value).outcome == "400 authorization_malformed", "\(value)")
        }
        #expect(me("Bearer \(secret)", "Bearer \(secret)").outcome == "400 authorization_malformed")
    }

    @Test func `a secret with any character changed is invalid`() {
        for index in [0, 3, 4, 5, 20, 34, 35, 40] {
            var bytes = Array(secret.utf8)
            bytes[index] = bytes[index] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
            #expect(me("Bearer \(String(decoding: bytes, as: UTF8.self))").outcome == "401 token_invalid")
        }
        for text in [" \(secret)", "\(secret)0", String(secret.dropLast()), "x"] {
            #expect(me("Bearer \(text)").outcome == "401 token_invalid", "\(text)")
        }
    }

    @Test func `an unknown secret is answered as one that cannot be`() throws {
        let unknown = TokenSecret(for: .carrier, random: try randomBytes(TokenSecret.randomByteCount))
        #expect(me("Bearer \(unknown.text)").impersonal == me("Bearer nonsense").impersonal)
        #expect(me("Bearer scht_Lesepaten2Nordmarkt4Dortmund7724MhA1").outcome == "401 token_invalid")
    }

    @Test func `a token ends at its time`() {
        #expect(
            application.send(.get, "/v1/me", as: "carrier").field("Token-Expires") == "2027-02-19T09:30:00Z")
        application.clock.advance(days: 90, seconds: -1)
        #expect(application.send(.get, "/v1/me", as: "carrier").status == 200)
        application.clock.advance(seconds: 1)
        let response = application.send(.get, "/v1/me", as: "carrier")
        #expect(response.outcome == "401 token_expired")
        #expect(response.text("expired_at") == "2027-02-19T09:30:00.000Z")
        #expect(application.send(.get, "/v1/needs", as: "carrier").outcome == "401 token_expired")
    }

    @Test func `a revoked token is refused from the next request on`() throws {
        let id = try #require(application.send(.get, "/v1/me", as: "carrier").text("token/id"))
        #expect(application.send(.delete, "/v1/tokens/\(id)", as: "city").status == 204)
        #expect(application.send(.get, "/v1/me", as: "carrier").outcome == "401 token_revoked")
        #expect(application.send(.get, "/v1/needs", as: "carrier").outcome == "401 token_revoked")
        #expect(application.send(.delete, "/v1/me/token", as: "company").status == 204)
        #expect(application.send(.get, "/v1/me", as: "company").outcome == "401 token_revoked")
    }

    @Test(arguments: ["token", "access_token", "api_key"])
    func `a token in the address is refused, right or wrong`(name: String) {
        for value in [secret, "x", ""] {
            #expect(application.send(.get, "/v1/needs?\(name)=\(value)").outcome == "400 token_in_url")
        }
    }

    @Test func `every answer to a token says when it ends, none without does`() throws {
        let need = try application.draftNeed()
        for target in [need, "/v1/needs", "/v1/needs/x", "/v1/needs?x=1"] {
            #expect(application.send(.get, target, as: "carrier").field("Token-Expires") != nil)
        }
        #expect(application.send(.get, "/v1/needs").field("Token-Expires") == nil)
    }

    @Test func `last use is kept to the hour`() throws {
        #expect(application.send(.get, "/v1/me", as: "carrier").text("token/last_used_at") == nil)
        _ = try application.draftNeed()
        let first = application.send(.get, "/v1/me", as: "carrier")
        #expect(first.text("token/last_used_at") == "2026-11-21T09:00:00.000Z")
        application.clock.advance(seconds: 3600)
        _ = try application.draftNeed()
        _ = try application.draftNeed()
        let second = application.send(.get, "/v1/me", as: "carrier")
        #expect(second.text("token/last_used_at") == "2026-11-21T10:00:00.000Z")
    }

    @Test func `the first call tells who one is`() {
        let response = application.send(.get, "/v1/me", as: "officer")
        #expect(response.text("organization/kind") == "city_unit")
        #expect(response.text("role") == "area_officer")
        #expect(response.words("area_ids").contains(application.area("ar-nordmarkt")))
        #expect(response.text("server_time") == "2026-11-21T09:30:00.000Z")
        #expect(response.text("token/expires_at") == "2027-02-19T09:30:00.000Z")
        #expect(!response.has("token/secret"))
    }
}
