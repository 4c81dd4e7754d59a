import HTTPWire

extension RawRequest {
    /// The lines of the field section (RFC 9112 §5).
    static let fieldLines: [RawRequest] = [
        read(
            "/", because: "values hold visible characters, blanks inside and obs-text (RFC 9110 §5.5)",
            ["X:", "X:a", "X: \t a\tb \t", "X: \u{e4}\u{ff}\u{80}", "X: a:b", "X: \"", "X: ,,,"].map {
                get("GET / HTTP/1.1", $0)
            }),
        read(
            "/", because: "names are tokens (RFC 9110 §5.1)",
            [get("GET / HTTP/1.1", "!#$%&'*+-.^_`|~09azAZ: x"), get("GET / HTTP/1.1", "1: x")]),
        read(
            "/", because: "an underscore is no hyphen: this is another field, and is not believed",
            [get("GET / HTTP/1.1", "Content_Length: 5"), get("GET / HTTP/1.1", "Transfer_Encoding: chunked")]),
        refused(
            .requestMalformed,
            because:
                "a blank before the colon must be refused (RFC 9112 §5.1; Garden S3; CVE-2019-16276, CVE-2021-22959)",
            get("GET / HTTP/1.1", "X : a"), get("GET / HTTP/1.1", "X\t: a"),
            post("Content-Length : 3", content: "abc"),
            post("Transfer-Encoding : chunked", content: "0\r\n\r\n"), "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
        refused(
            .requestMalformed,
            because: "a folded line is refused (RFC 9112 §5.2; CVE-2022-32215)",
            get("GET / HTTP/1.1", "X: a\r\n b"), get("GET / HTTP/1.1", "X: a\r\n\tb"),
            get("GET / HTTP/1.1", "X:\r\n a"),
            post("Transfer-Encoding:\r\n chunked", content: "0\r\n\r\n"), get("GET / HTTP/1.1", " ")),
        refused(
            .requestMalformed,
            because: "nothing folded can come first (RFC 9112 §2.2; Garden S4; Host of Troubles)",
            "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "GET / HTTP/1.1\r\n\tHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\n \r\nHost: a\r\n\r\n"),
        refused(
            .requestMalformed, because: "a field has a name (Garden S18, S27)",
            get("GET / HTTP/1.1", ": a"), get("GET / HTTP/1.1", ":"), "GET / HTTP/1.1\r\n:\r\nHost: a\r\n\r\n"
        ),
        refused(
            .requestMalformed, because: "a line without a colon is no field (Garden S28, S37, T14)",
            get("GET / HTTP/1.1", "X"), post("Content-Length 3", content: "abc"),
            post("Transfer-\r\nEncoding: chunked"),
            get("GET / HTTP/1.1", "Te\nst: a")),
        refused(
            .requestMalformed, because: "a name is a token (RFC 9110 §5.1; Garden S8, S14, S20, T6)",
            get("GET / HTTP/1.1", "X\0: a"), get("GET / HTTP/1.1", "X(: a"), get("GET / HTTP/1.1", "X Y: a"),
            get("GET / HTTP/1.1", "X/Y: a"), get("GET / HTTP/1.1", "X@Y: a"),
            get("GET / HTTP/1.1", "\"X\": a"),
            get("GET / HTTP/1.1", "X\u{7f}: a"), get("GET / HTTP/1.1", "X\u{b}: a"),
            post("Content-Length\u{85}: 3", content: "abc"), post("Content-Length\u{a0}: 3", content: "abc"),
            get("GET / HTTP/1.1", "\u{ef}X: a"), get("GET / HTTP/1.1", "X\r: a")),
        refused(
            .requestMalformed,
            because: "control characters cut values short for some (RFC 9110 §5.5; Garden S2, S35, S43, T12)",
            get("GET / HTTP/1.1", "X: a\0b"), get("GET / HTTP/1.1", "X: a\0"), get("GET / HTTP/1.1", "X: \0"),
            get("GET / HTTP/1.1", "X: a\u{1}"), get("GET / HTTP/1.1", "X: \u{8}a"),
            get("GET / HTTP/1.1", "X: a\u{7f}"),
            get("GET / HTTP/1.1", "X: 12345678\u{b}12345678"),
            get("GET / HTTP/1.1", "X: 1234567\u{7f}12345678"),
            get("GET / HTTP/1.1", "X: \u{1b}[2J"), "GET / HTTP/1.1\r\nHost: a\0.b\r\n\r\n"),
        refused(
            .requestMalformed,
            because: "a bare CR ends the value for some (RFC 9112 §2.2; Garden S13, S34; CVE-2023-30589)",
            get("GET / HTTP/1.1", "X: a\rY: b"), get("GET / HTTP/1.1", "X: a\r\r"),
            get("GET / HTTP/1.1", "X: \ra"),
            get("GET / HTTP/1.1", "X: a\r Y: b")),
        refused(
            .requestMalformed,
            because: "a bare LF ends the value for some (RFC 9112 §2.2; Garden S2, S19; CVE-2022-32214)",
            get("GET / HTTP/1.1", "X: a\nY: b"), get("GET / HTTP/1.1", "X:\n\nGET /2 HTTP/1.1"),
            "GET / HTTP/1.1\r\nHost: a\n\r\n"),
        refused(
            .requestMalformed,
            because: "the section ends with CR LF and nothing else (RFC 9112 §2.1; Garden S30)",
            "GET / HTTP/1.1\r\nHost: a\r\n\rZ", "GET / HTTP/1.1\r\nHost: a\r\n\n",
            "GET / HTTP/1.1\r\nHost: a\r\n\r\r\n"),
    ].flatMap { $0 }

    /// What `Connection` and `Upgrade` decide, and what may follow a request (RFC 9112 §9, RFC 9110 §7.6.1, §7.8).
    static let connections: [RawRequest] = [
        read(
            "/p", "/2", "/3", because: "requests may follow without waiting (RFC 9112 §9.3.2)",
            [post() + next("/2") + next("/3"), post("Content-Length: 0") + next("/2") + next("/3")]),
        read(
            "/p x", "/2", because: "old clients send an empty line behind content (RFC 9112 §2.2)",
            [post("Content-Length: 1", content: "x\r\n" + next("/2"))]),
        read(
            "/p", because: "after close nothing is a request (RFC 9112 §9.6; Garden S45)",
            [
                post("Connection: close") + next("/2"), post("Connection: close") + "Invalid\r\n\r\n",
                post("Connection: x, ,\tClOsE ,y") + next("/2"),
                post("Connection: keep-alive", "X: y", "connection: close") + next("/2"),
                post("Connection: close, keep-alive") + "\0",
            ]),
        read(
            "/p x", because: "close holds for the request with content, too",
            [post("Connection: close", "Content-Length: 1", content: "x" + next("/2"))]),
        read(
            "/", because: "HTTP/1.0 closes unless it asks to stay (RFC 9112 §9.3)",
            ["GET / HTTP/1.0\r\n\r\n" + next("/2"), "GET / HTTP/1.0\r\nConnection: x\r\n\r\n" + next("/2")]),
        read(
            "/", "/2", because: "HTTP/1.0 may ask to stay",
            ["GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n" + next("/2")]),
        read(
            "/p", "/2", because: "options of other names close nothing; quoted, close is no option",
            [
                post("Connection: closed, clos") + next("/2"), post("Connection:") + next("/2"),
                post("Connection: \"close\"") + next("/2"), post("Proxy-Connection: close") + next("/2"),
                post("Connection: transfer-encoding, content-length, host") + next("/2"),
            ]),
        read(
            "/p", "/2", because: "no upgrade is offered, so the request is answered as it is (RFC 9110 §7.8)",
            [
                post("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13") + next("/2"),
                post("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABk")
                    + next("/2"),
                post("Upgrade: HTTP/2.0, SHTTP/1.3") + next("/2"),
            ]),
        refused(
            .httpVersionUnsupported, after: ["/p"],
            because: "what was sent in hope of an upgrade is not taken for a request (RFC 9931)",
            post("Connection: Upgrade", "Upgrade: h2c") + "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        read(
            "a.example:443", because: "what was sent into a hoped-for tunnel is not read (RFC 9931)",
            [
                get("CONNECT a.example:443 HTTP/1.1") + next("/2"),
                get("CONNECT a.example:443 HTTP/1.1") + "\u{16}\u{3}",
            ]),
        refused(
            .requestMalformed, after: ["/p"], because: "more than was announced is no request (Watchfire)",
            post("Content-Length: 0", content: "x=1 HTTP\r\n"), post(content: "{\"a\":1}")),
    ].flatMap { $0 }
}
