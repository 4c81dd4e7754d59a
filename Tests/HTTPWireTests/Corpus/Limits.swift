import HTTPWire

extension RawRequest {
    /// `Expect` (RFC 9110 §10.1.1).
    static let expectations: [RawRequest] = [
        read(
            "/p x", because: "100-continue has no case",
            [
                post("Expect: 100-continue", "Content-Length: 1", content: "x"),
                post("expect: 100-CONTINUE", "Content-Length: 1", content: "x"),
            ]),
        read(
            "/p", "/2",
            because: "without content there is nothing to wait for (RFC 9110 §10.1.1; Desync 2025)",
            [
                post("Expect: 100-continue") + next("/2"),
                post("Expect: 100-continue", "Content-Length: 0") + next("/2"),
            ]),
        read(
            "/", because: "an expectation in HTTP/1.0 is ignored (RFC 9110 §10.1.1)",
            ["GET / HTTP/1.0\r\nExpect: anything\r\n\r\n"]),
        refused(
            .expectationFailed,
            because:
                "disguised expectations make proxies and servers wait for each other (RFC 9110 §15.5.18; Desync 2025)",
            post("Expect: 200-ok"), post("Expect:"), post("Expect: y 100-continue"),
            post("Expect: 100-continue, x"),
            post("Expect: 100-continue,"), post("Expect: \"100-continue\""), post("Expect: 100-continue;a"),
            post("Expect: 100 continue"), post("Expect: \u{a0}100-continue"), post("Expect: 100-continu")),
        refused(
            .expectationFailed, because: "an expectation comes once",
            post("Expect: 100-continue", "Expect: 100-continue"), post("Expect: 100-continue", "Expect: x")),
        refused(
            .requestMalformed, because: "a folded expectation is no field (RFC 9112 §5.2; Desync 2025)",
            post("Expect:\r\n 100-continue")),
    ].flatMap { $0 }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    /// A head of exactly this many octets.
    private static func head(_ size: Int) -> String {
        let empty = get("GET / HTTP/1.1", "X: ")
        return get("GET / HTTP/1.1", "X: " + repeated("y", size - empty.utf8.count))
    }

    /// The standard limits: at each, and one beyond (RFC 9110 §2.3, §15.5; RFC 6585 §5).
    static let limits: [RawRequest] = [
        read(
            "/" + repeated("a", 8 * 1024 - 1), because: "a target may have 8 KiB",
            [next("/" + repeated("a", 8 * 1024 - 1))]),
        refused(
            .uriTooLong, because: "a target of more than 8 KiB gets 414, before its end",
            next("/" + repeated("a", 8 * 1024)), "GET /" + repeated("a", 8 * 1024)),
        read("/", because: "a head may have 16 KiB", [head(16 * 1024)]),
        refused(
            .headersTooLarge, because: "a head of more than 16 KiB gets 431, before its end",
            head(16 * 1024 + 1), "GET / HTTP/1.1\r\n" + repeated("y", 16 * 1024),
            "GET / HTTP/1.1\r\nX: " + repeated("y", 16 * 1024)),
        read(
            "/", because: "a head may have 100 fields",
            [get("GET / HTTP/1.1", repeated("X: y\r\n", 98) + "Z: y")]),
        refused(
            .headersTooLarge, because: "more than 100 fields get 431",
            get("GET / HTTP/1.1", repeated("X: y\r\n", 99) + "Z: y")),
        refused(
            .contentTooLarge, because: "content of more than 1 MiB is refused before it is read",
            post("Content-Length: 1048577"), chunked("100001;a\r\n")),
        refused(
            .framingInvalid,
            because:
                "extensions have 4 KiB in a whole message, or they are content nobody counts (CVE-2023-39326)",
            chunked("1;" + repeated("a", 4096)), chunked(repeated("1;aaaaaaaaa\r\nx\r\n", 410) + "0\r\n\r\n")),
        refused(
            .headersTooLarge, because: "trailers have the limits of a head",
            chunked("0\r\n" + repeated("X: y\r\n", 101) + "\r\n"),
            chunked("0\r\nX: " + repeated("y", 16 * 1024))),
    ].flatMap { $0 }
}
