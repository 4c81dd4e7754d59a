import HTTPWire

extension RawRequest {
    /// The method, the blanks and the line ends of the request line (RFC 9112 §3).
    static let requestLines: [RawRequest] = [
        read("/", because: "the plainest request", [next("/")]),
        read(
            "/", because: "up to two empty lines may come before a request line (RFC 9112 §2.2)",
            ["\r\n" + next("/"), "\r\n\r\n" + next("/")]),
        refused(
            .requestMalformed, because: "the number of empty lines has a bound, or idling costs nothing",
            "\r\n\r\n\r\n" + next("/")),
        refused(
            .requestMalformed, because: "an empty line ends with CR LF as every line",
            "\n" + next("/"), "\r" + next("/"), "\r\n\n" + next("/")),
        refused(
            .requestMalformed,
            because: "a bare LF ends a line for some only (RFC 9112 §2.2; Garden S19, T16; CVE-2019-16785)",
            "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\nHost: a\r\n\r\n",
            "GET /\nHTTP/1.1\r\nHost: a\r\n\r\n"),
        refused(
            .requestMalformed, because: "a bare CR must not end a line (RFC 9112 §2.2; Garden S13)",
            "GET / HTTP/1.1\rHost: a\r\r", "GET /\r HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n"),
        refused(
            .requestMalformed, because: "there is nothing before the method (RFC 9112 §3; T-Reqs)",
            " " + next("/"), "\t" + next("/"), "\0" + next("/"), "\u{ef}\u{bb}\u{bf}" + next("/")),
        refused(
            .requestMalformed,
            because:
                "one space stands between the parts; splitting at other blanks moves them (RFC 9112 §3; T-Reqs)",
            get("GET  / HTTP/1.1"), get("GET /  HTTP/1.1"), get("GET / HTTP/1.1 "), get("GET\t/ HTTP/1.1"),
            get("GET /\tHTTP/1.1"), get("GET\u{b}/ HTTP/1.1"), get("GET\u{a0}/ HTTP/1.1"),
            get("GET / a HTTP/1.1")),
        refused(
            .requestMalformed, because: "a line without all three parts is no request line (RFC 9112 §3)",
            get("GET /"), get("GET"), get("GET "), get("/ HTTP/1.1"), get(" / HTTP/1.1")),
        refused(
            .requestMalformed, because: "a simple request of HTTP/0.9 has no version and no answer that fits",
            "GET /\r\n", "GET / \r\n"),
        refused(
            .requestMalformed,
            because:
                "a method is a token; its valid start must not be taken for it (RFC 9110 §9.1; Garden S6, S40)",
            get("G\0T / HTTP/1.1"), get("G(T / HTTP/1.1"), get("GET: / HTTP/1.1"), get("G=\"T / HTTP/1.1"),
            get("\u{e4}GET / HTTP/1.1")),
        refused(
            .requestMalformed,
            because: "TLS and other protocols are not answered in HTTP's name beyond a refusal",
            "\u{16}\u{3}\u{1}\0\u{f4}\u{1}\0", "\u{5}\u{1}\0", "{\"jsonrpc\":\"2.0\"}\r\n\r\n"),
        refused(
            .methodUnknown,
            because: "methods are case-sensitive and the unknown gets 501 (RFC 9110 §9.1, §15.6.2; T-Reqs)",
            get("get / HTTP/1.1"), get("Get / HTTP/1.1"), get("BREW / HTTP/1.1"), get("GETGET / HTTP/1.1"),
            get("GE / HTTP/1.1"), get("G / HTTP/1.1"), get("!#$%&'*+-.^_`|~ / HTTP/1.1")),
        refused(
            .methodUnknown,
            because: "a method longer than all there are is unknown before its end (RFC 9112 §3)",
            get("ABCDEFGHIJKLMNOPQR / HTTP/1.1"), "ABCDEFGHIJKLMNOPQR"),
        read(
            "/", because: "registered methods reach the application, which answers 405 (RFC 9110 §15.5.6)",
            [get("TRACE / HTTP/1.1"), get("VERSION-CONTROL / HTTP/1.1"), get("PRI / HTTP/1.1")]),
    ].flatMap { $0 }

    /// The version (RFC 9112 §2.3).
    static let versions: [RawRequest] = [
        read(
            "/", because: "a higher minor version is read as the highest known (RFC 9110 §2.5)",
            [get("GET / HTTP/1.2"), get("GET / HTTP/1.9")]),
        read("/", because: "HTTP/1.0 is read", ["GET / HTTP/1.0\r\nHost: a\r\n\r\n"]),
        refused(
            .httpVersionUnsupported, because: "another major version gets 505 (RFC 9110 §15.6.6; T-Reqs)",
            get("GET / HTTP/2.0"), get("GET / HTTP/0.9"), get("GET / HTTP/3.1"), get("GET / HTTP/9.9")),
        refused(
            .httpVersionUnsupported,
            because: "the preface of HTTP/2 with prior knowledge is refused, not waited upon (RFC 9113 §3.4)",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        refused(
            .requestMalformed,
            because:
                "the name is in capitals, the numbers have one digit each (RFC 9112 §2.3; Garden S5, S15, S24, S40)",
            get("GET / http/1.1"), get("GET / Http/1.1"), get("GET / HTTP/1"), get("GET / HTTP/1."),
            get("GET / HTTP/11"), get("GET / HTTP/1.10"), get("GET / HTTP/1.32"), get("GET / HTTP/01.1"),
            get("GET / HTTP/1.01"), get("GET / HTTP/+1.1"), get("GET / HTTP/1,1"), get("GET / HTTP/1.x"),
            get("GET / HTTP/4294967297.1"), get("GET / HTTP/\r\r1.1"), get("GET / HTTP /1.1"),
            get("GET / HTTPS/1.1"), get("GET / XTTP/1.1"), get("GET / HTTP/1.1\0"),
            get("GET / HTTP/1.\u{b9}"), get("GET / ICY/1.1")),
        refused(
            .requestMalformed,
            because: "a wrong version is refused at its first wrong octet, not waited upon",
            "GET / X", "GET / HTTP/x", "GET / HTTP/1.1x", "GET / HTTP/1.1\rx"),
    ].flatMap { $0 }
}
