import JSON
import TestSupport
import Testing

/// What the server refuses before anybody looks at its meaning, each by its own code (api.md §4).
@Suite struct WireProblemTests {
    /// What is sent, and the code that it gets.
    static let sent: [(code: String, bytes: String)] = [
        ("request_malformed", "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
        (
            "framing_invalid",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"
        ),
        ("host_invalid", "GET /v1/meta HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        ("content_too_large", "POST /v1/needs HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n"),
        ("uri_too_long", "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: a\r\n\r\n"),
        (
            "expectation_failed",
            "POST /v1/needs HTTP/1.1\r\nHost: a\r\nExpect: a miracle\r\nContent-Length: 2\r\n\r\n"
        ),
        (
            "headers_too_large",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 17_000))\r\n\r\n"
        ),
        ("method_unknown", "BREW /v1/meta HTTP/1.1\r\nHost: a\r\n\r\n"),
        (
            "transfer_coding_unknown",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
        ),
        ("http_version_unsupported", "GET /v1/meta HTTP/2.0\r\nHost: a\r\n\r\n"),
    ]

    @Test func `what is no request gets the problem of its kind`() throws {
        let service = try City().serve()
        for (code, bytes) in Self.sent {
            let client = try service.connect()
            try client.send(bytes)
            let answer = try client.readResponse()
            let problem = try JSONValue(parsing: answer.body)
            #expect(problem["code"].text == code)
            #expect(problem["status"].integer == Int64(answer.status), "\(code)")
            #expect(answer["content-type"] == "application/problem+json", "\(code)")
        }
    }
}
