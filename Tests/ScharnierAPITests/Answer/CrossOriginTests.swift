import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

/// Pages of other origins (api.md §13).
@Suite struct CrossOriginTests {
    private static let portal = "https://portal.example.org"

    private func application(_ origins: [String], quotas: Quotas = .none) throws -> Application {
        try Application(quotas: quotas, crossOrigin: CrossOrigin(reading: origins))
    }

    private func preflight(
        _ application: Application, _ target: String = "/v1/needs", method: String = "POST",
        headers: String = "authorization, content-type", origin: String = Self.portal
    ) -> Response {
        application.send(
            .options, target,
            fields: [
                ("Origin", origin), ("Access-Control-Request-Method", method),
                ("Access-Control-Request-Headers", headers), ("Authorization", "Bearer nonsense"),
            ])
    }

    @Test func `a page may ask in advance, without a token and without being counted`() throws {
        var quotas = Quotas.none
        quotas.anonymous = Quota("anonymous", 1)
        let application = try application([Self.portal], quotas: quotas)
        for _ in 0..<5 {
            let answer = preflight(application, "/v1/needs?limit=5&q=x")
            #expect(answer.status == 204)
            #expect(answer.body.isEmpty)
            #expect(answer.field("Access-Control-Allow-Origin") == Self.portal)
            #expect(answer.field("Access-Control-Allow-Methods") == answer.field("Allow"))
            #expect(answer.field("Access-Control-Max-Age") == "600")
            #expect(
                answer.field("Access-Control-Allow-Headers")
                    == "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Accept-Language, Last-Event-ID, traceparent"
            )
            #expect(answer.field("Access-Control-Allow-Credentials") == nil)
            #expect(answer.field("RateLimit") == nil)
        }
        #expect(application.send(.get, "/v1/needs").status == 200)
    }

    @Test func `a page of a known origin may read every answer`() throws {
        let application = try application([Self.portal])
        for (target, who) in [
            ("/v1/needs", nil), ("/v1/needs", "carrier"), ("/v1/nothing", nil), ("/v1/me", nil),
        ] {
            let answer = application.send(.get, target, as: who, fields: [("Origin", Self.portal)])
            #expect(answer.field("Access-Control-Allow-Origin") == Self.portal)
            #expect(
                answer.field("Access-Control-Expose-Headers")
                    == "ETag, Link, Location, Content-Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Token-Expires, Idempotency-Replayed, Dry-Run, Feed-Position, Deprecation, Sunset"
            )
            #expect(answer.field("Cross-Origin-Resource-Policy") == "cross-origin")
            #expect(answer.field("Access-Control-Allow-Credentials") == nil)
            #expect(answer.field("Vary")?.contains("Origin") == true)
        }
        let made = application.send(
            .post, "/v1/needs", Document.need(application).text, as: "carrier",
            fields: [("Origin", Self.portal)])
        #expect(made.status == 201)
        #expect(made.field("Access-Control-Allow-Origin") == Self.portal)
    }

    @Test(arguments: [
        "https://evil.example", "null", "https://portal.example.org.evil.example",
        "http://portal.example.org",
    ])
    func `a page of another origin is told nothing`(_ origin: String) throws {
        let application = try application([Self.portal])
        for answer in [
            preflight(application, origin: origin),
            application.send(.get, "/v1/needs", fields: [("Origin", origin)]),
        ] {
            #expect(answer.status < 300)
            #expect(!answer.names.contains { $0.hasPrefix("access-control") })
            #expect(answer.field("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(answer.field("Vary")?.contains("Origin") == true)
        }
    }

    @Test func `without a configured origin nobody's page is answered`() throws {
        let application = try Application()
        #expect(!preflight(application).names.contains { $0.hasPrefix("access-control") })
        let answer = application.send(.get, "/v1/needs", fields: [("Origin", Self.portal)])
        #expect(!answer.names.contains { $0.hasPrefix("access-control") })
    }

    @Test func `everywhere is for reading without a token`() throws {
        let application = try application(["*"])
        func origin(_ response: Response) -> String? { response.field("Access-Control-Allow-Origin") }
        let page = [("Origin", Self.portal)]
        #expect(origin(application.send(.get, "/v1/needs", fields: page)) == "*")
        #expect(origin(application.send(.head, "/v1/needs", fields: page)) == "*")
        #expect(origin(application.send(.get, "/v1/needs", as: "carrier", fields: page)) == nil)
        #expect(origin(application.send(.post, "/v1/needs", "{}", as: "carrier", fields: page)) == nil)
        #expect(origin(preflight(application, method: "GET", headers: "accept-language")) == "*")
        #expect(
            origin(preflight(application, method: "GET", headers: "Accept-Language,Authorization")) == nil)
        #expect(origin(preflight(application, method: "POST", headers: "content-type")) == nil)
    }

    @Test func `OPTIONS without a page is what it was`() throws {
        let application = try application([Self.portal])
        let answer = application.send(.options, "/v1/needs")
        #expect(answer.status == 204)
        #expect(answer.field("Allow") == "GET, POST, HEAD, OPTIONS")
        #expect(!answer.names.contains { $0.hasPrefix("access-control") })
        #expect(preflight(application, "/v1/nothing").outcome == "404 not_found")
    }
}

extension Response {
    /// The names of all fields, in small letters.
    fileprivate var names: [String] {
        (0..<fields.count).map { String(decoding: fields[$0].name, as: UTF8.self).lowercased() }
    }
}
