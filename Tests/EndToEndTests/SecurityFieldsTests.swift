import Foundation
import JSON
import TestSupport
import Testing

/// The header fields that protect callers are on every answer, however it came about (api.md §13).
@Suite struct SecurityFieldsTests {
    private let city: City
    private let authority: TestAuthority

    init() throws {
        city = try City()
        authority = try TestAuthority()
    }

    /// Requests as they go over the wire, after the line of their status: `TOKEN` is one that is valid.
    private static let requests: [(status: Int, text: String)] = [
        (200, "GET /v1/needs HTTP/1.1\r\nHost: first\r\n\r\n"),
        (200, "HEAD /v1/needs HTTP/1.1\r\nHost: first\r\n\r\n"),
        (200, "GET /v1/me HTTP/1.1\r\nHost: first\r\nAuthorization: Bearer TOKEN\r\n\r\n"),
        (200, "GET /healthz HTTP/1.1\r\nHost: first\r\n\r\n"),
        (200, "GET /openapi.yaml HTTP/1.1\r\nHost: first\r\n\r\n"),
        (201, post(#"{"title":"Kopfzeilen"}"#)),
        (204, "OPTIONS /v1/needs HTTP/1.1\r\nHost: first\r\n\r\n"),
        (400, "GET /v1/needs?nonsense=1 HTTP/1.1\r\nHost: first\r\n\r\n"),
        (400, post("{")),
        (400, "GET / HTTP/1.1\r\n\r\n"),
        (400, "\u{1}\r\n\r\n"),
        (400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
        (401, "GET /v1/me HTTP/1.1\r\nHost: first\r\n\r\n"),
        (401, "GET /v1/me HTTP/1.1\r\nHost: first\r\nAuthorization: Bearer x\r\n\r\n"),
        (
            403,
            "POST /v1/tokens HTTP/1.1\r\nHost: first\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 0\r\n\r\n"
        ),
        (404, "GET /nothing HTTP/1.1\r\nHost: first\r\n\r\n"),
        (404, "HEAD /nothing HTTP/1.1\r\nHost: first\r\n\r\n"),
        (405, "TRACE /v1/needs HTTP/1.1\r\nHost: first\r\n\r\n"),
        (405, "CONNECT /v1/needs HTTP/1.1\r\nHost: first\r\n\r\n"),
        (406, "GET /v1/needs HTTP/1.1\r\nHost: first\r\nAccept: image/png\r\n\r\n"),
        (413, "POST /v1/needs HTTP/1.1\r\nHost: first\r\nContent-Length: 9999999\r\n\r\n"),
        (414, "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: first\r\n\r\n"),
        (
            415,
            "POST /v1/needs HTTP/1.1\r\nHost: first\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 0\r\n\r\n"
        ),
        (417, "POST /v1/needs HTTP/1.1\r\nHost: first\r\nExpect: tea\r\nContent-Length: 1\r\n\r\n"),
        (422, post(#"{"title":5}"#)),
        (431, "GET / HTTP/1.1\r\nHost: first\r\nX: \(String(repeating: "a", count: 17_000))\r\n\r\n"),
        (501, "BREW /v1/needs HTTP/1.1\r\nHost: first\r\n\r\n"),
        (505, "GET / HTTP/2.0\r\nHost: first\r\n\r\n"),
    ]

    private static func post(_ body: String) -> String {
        "POST /v1/needs HTTP/1.1\r\nHost: first\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test func `on a plain listener`() throws {
        let service = try city.serve()
        for request in Self.requests {
            let answer = try answer(request, of: service.connect())
            #expect(answer["strict-transport-security"] == nil, "\(request.text)")
        }
    }

    @Test func `on an encrypted one, with the word to stay encrypted`() throws {
        let identity = try authority.issue("server", for: "DNS:first")
        let service = try city.serveEncrypted(identity, trust: authority.client(), host: "first")
        for request in Self.requests {
            let client = try service.connect()
            try client.secure(authority.client(), host: "first")
            let answer = try answer(request, of: client)
            #expect(answer["strict-transport-security"] == "max-age=63072000", "\(request.text)")
        }
    }

    @Test func `a slow request that is given up has them too`() throws {
        let identity = try authority.issue("server", for: "DNS:first")
        let service = try city.serveEncrypted(
            identity, trust: authority.client(), host: "first", ["--head-seconds", "1"])
        let client = try service.connect()
        try client.secure(authority.client(), host: "first")
        let answer = try answer((408, "GET / HTTP/1.1\r\n"), of: client)
        #expect(answer["strict-transport-security"] == "max-age=63072000")
    }

    @Test func `and where metrics are collected`() throws {
        let service = try city.serve("--metrics-listen", "127.0.0.1:0")
        for (target, status) in [("/metrics", 200), ("/nothing", 404)] {
            let client = try RawClient(port: #require(service.ports.last))
            try client.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let answer = try client.readResponse()
            #expect(answer.status == status)
            expectProtection(of: answer, target)
        }
    }

    private func answer(_ request: (status: Int, text: String), of client: RawClient) throws
        -> RawClient.Answer
    {
        try client.send(request.text.replacing("TOKEN", with: try city.token("carrier")))
        let method = String(request.text.prefix { $0 != " " })
        let answer = try client.readResponse(to: method)
        #expect(answer.status == request.status, "\(request.text) \(answer.text)")
        expectProtection(of: answer, request.text)
        #expect(answer["x-request-id"]?.count == 36, "\(request.text)")
        #expect(answer["vary"] != nil, "\(request.text)")
        if !answer.body.isEmpty { #expect(answer["content-type"] != nil, "\(request.text)") }
        if request.status >= 400, method != "HEAD" {
            #expect(answer["content-type"] == "application/problem+json", "\(request.text)")
        }
        return answer
    }

    private func expectProtection(of answer: RawClient.Answer, _ what: String) {
        for (name, value) in [
            ("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            #expect(answer.headers.filter { $0.name == name }.map(\.value) == [value], "\(what)")
        }
        #expect(answer["date"] != nil && answer["cache-control"] != nil, "\(what)")
        #expect(answer.status < 400 || answer["cache-control"] == "no-store", "\(what)")
        #expect(answer["server"] == nil && answer["x-powered-by"] == nil, "\(what)")
    }
}
