import HTTPWire

extension RawRequest {
    /// The four forms of a target and its characters (RFC 9112 §3.2, RFC 3986).
    static let targets: [RawRequest] =
        [
            read(
                "/a/b;c=1/%41", because: "path and query keep what was sent",
                [get("GET /a/b;c=1/%41?x=1&y=%20?/ HTTP/1.1")]),
            read(
                "//b.example/x",
                because: "two slashes begin a path, not a host (RFC 3986 §3.3; RFC 9112 §3.2.1)",
                [next("//b.example/x")]),
            read(
                "/a/../%2e%2e/./b", because: "dot segments stay: what no route names does not exist",
                [next("/a/../%2e%2e/./b")]),
            read("/a%2Fb%00", because: "escapes are not decoded here", [next("/a%2Fb%00")]),
            refused(
                .requestMalformed, because: "a percent sign begins two hexadecimal digits (RFC 3986 §2.1)",
                next("/%"), next("/%4"), next("/%zz"), next("/%4g"), next("/%u0041"), next("/%%20"),
                next("/?a=%"), next("/?a=%4g"), next("/?a=%-1")),
            refused(
                .requestMalformed, because: "a fragment is never sent (RFC 9112 §3.2)",
                next("/a#b"), next("/a?b#c"), next("/#"), get("GET http://a.example/#b HTTP/1.1")),
            refused(
                .requestMalformed,
                because:
                    "characters outside of RFC 3986 are repaired differently by everybody (RFC 9112 §3.2; Garden S7)",
                next("/a\\b"), next("\\a"), next("/\"a\""), next("/<a>"), next("/{a}"), next("/a|b"),
                next("/a^b"),
                next("/a`b"), next("/a[1]"), next("/?a[]=1"), next("!"), next("/\0"), next("/\u{1f}"),
                next("/\u{7f}")),
            refused(
                .requestMalformed, because: "octets beyond ASCII are to be escaped (RFC 3986 §2)",
                next("/\u{e4}"), next("/\u{c3}\u{a4}"), next("/\u{a0}"), next("/\u{c0}\u{af}"),
                next("/\u{2215}a")),
            refused(
                .requestMalformed, because: "a path begins with a slash (RFC 9112 §3.2.1)",
                next("a"), next("?a"), next("../a"), next("."), next("@b.example/")),
            read("*", because: "the asterisk is for OPTIONS (RFC 9112 §3.2.4)", [get("OPTIONS * HTTP/1.1")]),
            refused(
                .requestMalformed, because: "the asterisk is for OPTIONS only, and alone (RFC 9112 §3.2.4)",
                next("*"), get("PRI * HTTP/1.1"), get("OPTIONS ** HTTP/1.1"), get("OPTIONS *?a HTTP/1.1"),
                get("OPTIONS */ HTTP/1.1")),
            read(
                "a.example:443", because: "an authority is for CONNECT (RFC 9112 §3.2.3); the answer is 405",
                [get("CONNECT a.example:443 HTTP/1.1")]),
            read(
                "/v1/needs", because: "there is no tunnel; a path tells which methods it has",
                [get("CONNECT /v1/needs HTTP/1.1")]),
            refused(
                .requestMalformed, because: "an authority is for CONNECT only, with a port (RFC 9112 §3.2.3)",
                next("a.example:443"), get("CONNECT a.example HTTP/1.1"), get("CONNECT a.example: HTTP/1.1"),
                get("CONNECT u@a.example:443 HTTP/1.1"), get("CONNECT http://a.example:443/ HTTP/1.1"),
                get("CONNECT * HTTP/1.1")),
        ].flatMap { $0 } + absoluteTargets

    private static let absoluteTargets: [RawRequest] = [
        read(
            "/x", because: "a server must read the absolute form (RFC 9112 §3.2.2)",
            [
                get("GET http://a.example/x?y HTTP/1.1"), get("GET HTTPS://A.Example:443/x HTTP/1.1"),
                get("GET http://a.example:80/x HTTP/1.1"), get("GET http://a.example:/x HTTP/1.1"),
                "GET http://[::1]:81/x HTTP/1.1\r\nHost: [::1]:81\r\n\r\n",
                "GET http://a/x HTTP/1.0\r\n\r\n",
            ]),
        read(
            "/", because: "an empty path is / (RFC 9110 §4.2.3)",
            [get("GET http://a.example HTTP/1.1"), get("GET http://a.example?y HTTP/1.1")]),
        read(
            "*", because: "OPTIONS of a whole server in absolute form (RFC 9112 §3.2.4)",
            [get("OPTIONS http://a.example HTTP/1.1")]),
        refused(
            .hostInvalid,
            because:
                "a client must send both alike (RFC 9112 §3.2); unlike, they name two hosts (Host of Troubles)",
            get("GET http://b.example/ HTTP/1.1"), get("GET http://a.exampl/ HTTP/1.1"),
            get("GET http://a.example:81/ HTTP/1.1"), get("GET https://a.example:80/ HTTP/1.1"),
            "GET http://a/ HTTP/1.1\r\nHost: a:443\r\n\r\n", "GET http://a/ HTTP/1.0\r\nHost: b\r\n\r\n"),
        refused(
            .hostInvalid, because: "an absolute target does not replace Host (RFC 9112 §3.2)",
            "GET http://a/ HTTP/1.1\r\n\r\n", "GET http://a/ HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\nHost:\r\n\r\n"),
        refused(
            .requestMalformed, because: "user information hides the host (RFC 9110 §4.2.4)",
            get("GET http://u:p@a.example/ HTTP/1.1"), get("GET http://b.example@a.example/ HTTP/1.1")),
        refused(
            .requestMalformed, because: "an http target has a host (RFC 9110 §4.2.1)",
            get("GET http:///x HTTP/1.1"), get("GET http:// HTTP/1.1"), get("GET http://:80/ HTTP/1.1"),
            get("GET http:/a HTTP/1.1"), get("GET http:a HTTP/1.1"), get("GET http://[::1/ HTTP/1.1"),
            get("GET http://a.example:x/ HTTP/1.1"), get("GET http://a%2eexample/ HTTP/1.1")),
        refused(
            .requestMalformed, because: "only http and https are served (RFC 9110 §4.2)",
            get("GET ftp://a.example/ HTTP/1.1"), get("GET file:///etc/passwd HTTP/1.1"),
            get("GET httpx://a.example/ HTTP/1.1"), get("GET ://a.example/ HTTP/1.1")),
        refused(
            .requestMalformed,
            because: "what follows the host of an absolute target is checked like any path",
            get("GET http://a.example/% HTTP/1.1"), get("GET http://a.example?% HTTP/1.1"),
            get("GET http://a.example/a[ HTTP/1.1")),
    ].flatMap { $0 }
}
