import HTTPWire

extension RawRequest {
    static let framings: [RawRequest] = [
        .good(post("Content-Length: 0"), "/p", bodies: [""]),
        .good(post("Content-Length: 3", content: "abc"), "/p", bodies: ["abc"]),
        .good(post("Content-Length: 003", content: "abc"), "/p", bodies: ["abc"]),
        .good(post("content-length:\t3\t", content: "abc"), "/p", bodies: ["abc"]),
        .good(post(content: get("GET /2 HTTP/1.1")), "/p", "/2", bodies: ["", ""]),
        .good(
            post(
                "Content-Length: 2", content: "ab" + chunked("1\r\nx\r\n0\r\n\r\n") + get("GET /3 HTTP/1.1")),
            "/p", "/p", "/3", bodies: ["ab", "x", ""]),
        .bad(.framingInvalid, post("Content-Length: ", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: +3", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: -3", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: 0x3", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: 3 3", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: 3, 3", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: 3,", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: 3.0", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: 3", "Content-Length: 3", content: "abc")),
        .bad(.framingInvalid, post("Content-Length: 3", "Content-Length: 4", content: "abcd")),
        .bad(.framingInvalid, post("Content-Length: 3", "Transfer-Encoding: chunked")),
        .bad(.framingInvalid, post("Transfer-Encoding: gzip", "Content-Length: 3")),
        .bad(.framingInvalid, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        .bad(.framingInvalid, post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked")),
        .bad(.framingInvalid, post("Transfer-Encoding: chunked, chunked")),
        .bad(.framingInvalid, post("Transfer-Encoding: chunked, gzip")),
        .bad(.framingInvalid, post("Transfer-Encoding: chunked;q=1")),
        .bad(.framingInvalid, post("Transfer-Encoding: ,chunked")),
        .bad(.framingInvalid, post("Transfer-Encoding:")),
        .bad(.framingInvalid, post("Transfer-Encoding: \"chunked\"")),
        .bad(.requestMalformed, post("Transfer-Encoding: \u{b}chunked")),
        .bad(.requestMalformed, post("Transfer-Encoding : chunked")),
        .bad(.transferCodingUnknown, post("Transfer-Encoding: gzip")),
        .bad(.transferCodingUnknown, post("Transfer-Encoding: gzip, chunked")),
        .bad(.transferCodingUnknown, post("Transfer-Encoding: identity")),
        .bad(.transferCodingUnknown, post("Transfer-Encoding: xchunked")),
        .good(post("Transfer-Encoding: CHUNKED", content: "0\r\n\r\n"), "/p"),
        .bad(.contentTooLarge, post("Content-Length: 1048577")),
        .bad(.contentTooLarge, post("Content-Length: 9223372036854775808")),
        .bad(.contentTooLarge, post("Content-Length: 99999999999999999999999999")),
    ]

    static let chunks: [RawRequest] =
        [
            "3\r\nabc\r\n0\r\n\r\n", "0003\r\nabc\r\n000\r\n\r\n", "3;a\r\nabc\r\n0;b\r\n\r\n",
            "3 ; a = b ; c=\"d;\\\"e\"\r\nabc\r\n0\r\n\r\n", "1\r\na\r\n2\r\nbc\r\n0\r\nX: y\r\nZ:\r\n\r\n",
            "3;a=\"\" ;b\r\nabc\r\n0\r\n\r\n",
        ].map { .good(chunked($0), "/p", bodies: ["abc"]) }
        + [
            "\r\n", "x\r\n", "-1\r\n", "+3\r\nabc\r\n", " 3\r\nabc\r\n", "0x3\r\nabc\r\n", "3 \r\nabc\r\n",
            "3\nabc\r\n", "3\r\nabcd\r\n", "3\r\nabc\n", "3\r\nabc0\r\n\r\n", "3\r\nab\r\n0\r\n\r\n",
            "1000000000000000\r\n", "ffffffffffffffff\r\n", "3;\r\nabc\r\n", "3;=a\r\n", "3;a=\r\n",
            "3;a=\"b\r\n",
            "3;a=\"b\"c\r\n", "3;a b\r\n", "3;a=b c\r\n", "3a;b;\r\n", "3;a=b\"\r\n", "3;a \r\n", "3;a\nabc",
            "3;a=\"\u{1}\"\r\n", "3,\r\nabc\r\n", "3;a;;b\r\n", "0\r\n\rx",
        ].map { .bad(.framingInvalid, chunked($0)) }
        + ["0\r\nX\r\n\r\n", "0\r\nX : y\r\n\r\n", "0\r\n X: y\r\n\r\n", "0\r\nX: y\nZ: a\r\n\r\n"].map {
            .bad(.requestMalformed, chunked($0))
        }
        + [.bad(.contentTooLarge, chunked("100001\r\n"))]

    static let others: [RawRequest] = [
        .good(post("Expect: 100-continue", "Content-Length: 1", content: "x"), "/p", bodies: ["x"]),
        .good(post("Expect: 100-CONTINUE"), "/p"),
        .bad(.expectationFailed, post("Expect: 200-ok")),
        .bad(.expectationFailed, post("Expect:")),
        .bad(.expectationFailed, post("Expect: 100-continue", "Expect: 100-continue")),
        .good("GET / HTTP/1.0\r\nExpect: anything\r\n\r\n", "/"),
        .bad(.headersTooLarge, post(String(repeating: "X: y\r\n", count: 100) + "Z: y")),
        .bad(.headersTooLarge, post("X: " + String(repeating: "y", count: 16 * 1024))),
        .bad(.headersTooLarge, "GET / HTTP/1.1\r\n" + String(repeating: "y", count: 16 * 1024)),
        .bad(.uriTooLong, get("GET /" + String(repeating: "a", count: 8 * 1024) + " HTTP/1.1")),
        .bad(.uriTooLong, "GET /" + String(repeating: "a", count: 8 * 1024)),
    ]
}
