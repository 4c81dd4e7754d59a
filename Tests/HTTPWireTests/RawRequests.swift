import HTTPWire
import Testing

/// Raw requests and what they must be read as: the table behind the parser's tests.
struct RawRequest: Sendable, CustomTestStringConvertible {
    var text: String
    var paths: [String] = []
    var bodies: [String]?
    var refusal: WireError?

    var testDescription: String {
        String(text.prefix(70)).debugDescription
    }

    static func good(_ text: String, _ paths: String..., bodies: [String]? = nil) -> RawRequest {
        RawRequest(text: text, paths: paths, bodies: bodies)
    }

    static func bad(_ refusal: WireError, _ text: String) -> RawRequest {
        RawRequest(text: text, refusal: refusal)
    }

    /// A request line with a valid `Host` and further lines.
    static func get(_ line: String, _ fields: String...) -> String {
        ([line, "Host: a.example"] + fields + ["", ""]).joined(separator: "\r\n")
    }

    static func post(_ fields: String..., content: String = "") -> String {
        (["POST /p HTTP/1.1", "Host: a"] + fields + ["", content]).joined(separator: "\r\n")
    }

    static func chunked(_ content: String) -> String {
        post("Transfer-Encoding: chunked", content: content)
    }

    static let all = requestLines + hosts + fieldLines + framings + chunks + others
}

extension RawRequest {
    static let requestLines: [RawRequest] = [
        .good(get("GET / HTTP/1.1"), "/"),
        .good(get("GET /a/b;c=1/%41?x=1&y=%20 HTTP/1.1"), "/a/b;c=1/%41"),
        .good("\r\n\r\n" + get("GET / HTTP/1.1"), "/"),
        .bad(.requestMalformed, "\r\n\r\n\r\n" + get("GET / HTTP/1.1")),
        .bad(.requestMalformed, "\n" + get("GET / HTTP/1.1")),
        .bad(.requestMalformed, " " + get("GET / HTTP/1.1")),
        .bad(.requestMalformed, "GET / HTTP/1.1\nHost: a\n\n"),
        .bad(.requestMalformed, "GET / HTTP/1.1\rHost: a\r\r"),
        .bad(.requestMalformed, get("GET  / HTTP/1.1")),
        .bad(.requestMalformed, get("GET /  HTTP/1.1")),
        .bad(.requestMalformed, get("GET / HTTP/1.1 ")),
        .bad(.requestMalformed, get("GET\t/ HTTP/1.1")),
        .bad(.requestMalformed, get("GET /")),
        .bad(.requestMalformed, get("GET / http/1.1")),
        .bad(.requestMalformed, get("GET / HTTP/1.")),
        .bad(.requestMalformed, get("GET / HTTP/11")),
        .bad(.requestMalformed, get("G\u{0}T / HTTP/1.1")),
        .bad(.requestMalformed, get("G(T / HTTP/1.1")),
        .bad(.requestMalformed, get("GET /a b HTTP/1.1")),
        .bad(.requestMalformed, get("GET /% HTTP/1.1")),
        .bad(.requestMalformed, get("GET /%4 HTTP/1.1")),
        .bad(.requestMalformed, get("GET /%zz HTTP/1.1")),
        .bad(.requestMalformed, get("GET /?a=%4g HTTP/1.1")),
        .bad(.requestMalformed, get("GET /ä HTTP/1.1")),
        .bad(.requestMalformed, get("GET /a#b HTTP/1.1")),
        .bad(.requestMalformed, get("GET /a\"b HTTP/1.1")),
        .bad(.requestMalformed, get("GET /a[1] HTTP/1.1")),
        .bad(.requestMalformed, get("GET a HTTP/1.1")),
        .bad(.httpVersionUnsupported, get("GET / HTTP/2.0")),
        .bad(.httpVersionUnsupported, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        .bad(.httpVersionUnsupported, get("GET / HTTP/0.9")),
        .good(get("GET / HTTP/1.9"), "/"),
        .good("GET / HTTP/1.0\r\n\r\n", "/"),
        .bad(.methodUnknown, get("get / HTTP/1.1")),
        .bad(.methodUnknown, get("BREW / HTTP/1.1")),
        .bad(.methodUnknown, get("ABCDEFGHIJKLMNOPQR / HTTP/1.1")),
        .good(get("TRACE / HTTP/1.1"), "/"),
        .good(get("VERSION-CONTROL / HTTP/1.1"), "/"),
        .good(get("OPTIONS * HTTP/1.1"), "*"),
        .bad(.requestMalformed, get("GET * HTTP/1.1")),
        .good(get("CONNECT a.example:443 HTTP/1.1"), "a.example:443"),
        .good(get("CONNECT /v1/needs HTTP/1.1"), "/v1/needs"),
        .bad(.requestMalformed, get("CONNECT a.example HTTP/1.1")),
        .bad(.requestMalformed, get("GET a.example:443 HTTP/1.1")),
        .good(get("GET http://b.example/x?y HTTP/1.1"), "/x"),
        .good(get("GET HTTPS://b.example:8443 HTTP/1.1"), "/"),
        .good(get("GET http://b.example?y HTTP/1.1"), "/"),
        .good(get("OPTIONS http://b.example HTTP/1.1"), "*"),
        .bad(.requestMalformed, get("GET http://u:p@b.example/ HTTP/1.1")),
        .bad(.requestMalformed, get("GET http:///x HTTP/1.1")),
        .bad(.requestMalformed, get("GET ftp://b.example/ HTTP/1.1")),
    ]

    static let hosts: [RawRequest] =
        ["a", "a.example:80", "127.0.0.1:8080", "a:", "[::1]", "[2001:db8::1]:443", "[::ffff:1.2.3.4]"].map {
            .good("GET / HTTP/1.1\r\nhOsT: \($0) \r\n\r\n", "/")
        }
        + [
            "", "a:b", "localhost:abc", "a:65536", "a:-1", "u@a", "a b", "a,b", "a/b", "[::1", "::1", "[]",
            "[1:2]", "[::1]x", "[g::]", "[1::2::3]", "[1:2:3:4:5:6:7:8:9]", "[::1.2.3.256]", "[::01.2.3.4]",
            "ä",
            "http://a", "a?b", "[:1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:]", "[::1.2.3]", "[fe80::1%25eth0]",
        ].map { .bad(.hostInvalid, "GET / HTTP/1.1\r\nHost: \($0)\r\n\r\n") }
        + [
            .bad(.hostInvalid, "GET / HTTP/1.1\r\n\r\n"),
            .bad(.hostInvalid, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
            .bad(.hostInvalid, "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"),
            .bad(.hostInvalid, "GET http://a/ HTTP/1.1\r\n\r\n"),
            .bad(.hostInvalid, "GET http://a/ HTTP/1.1\r\nHost: a b\r\n\r\n"),
        ]

    static let fieldLines: [RawRequest] =
        ["X:", "X:a", "X: \t a\tb \t", "X: ä", "!#$%&'*+-.^_`|~09azAZ: x", "X: a:b"].map {
            .good(get("GET / HTTP/1.1", $0), "/")
        }
        + [
            "X : a", " X: a", "\tX: a", "X", ": a", "X\u{0}: a", "X: a\u{0}b", "X: a\u{1}", "X: a\u{7f}",
            "X(: a",
            "X: a\r\n b", "X: a\nY: b", "X: a\rY: b", "X: a\r\r", "Ä: a", "X: 12345678\u{b}12345678",
            "X: 1234567\u{7f}12345678", "X Y: a",
        ].map { .bad(.requestMalformed, get("GET / HTTP/1.1", $0)) }
        + [
            .bad(.requestMalformed, "GET / HTTP/1.1\r\n Host: a\r\n\r\n"),
            .bad(.requestMalformed, "GET / HTTP/1.1\r\nHost: a\r\n\rx"),
        ]
}
