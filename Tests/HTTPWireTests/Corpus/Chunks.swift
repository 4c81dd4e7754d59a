import HTTPWire

extension RawRequest {
    /// Sizes and data of chunks (RFC 9112 §7.1).
    static let chunkSizes: [RawRequest] = [
        read(
            "/p abc", "/2",
            because: "chunks are put together; zeros in front of a size mean nothing (RFC 9112 §7.1)",
            ["3\r\nabc\r\n0\r\n\r\n", "0003\r\nabc\r\n000\r\n\r\n", "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n"].map {
                chunked($0 + next("/2"))
            }),
        read(
            "/p \r\n0\r\n\r\nGET /x", because: "data may look like anything",
            [
                chunked("D\r\n\r\n0\r\n\r\nGET /x\r\n0\r\n\r\n"),
                chunked("0d\r\n\r\n0\r\n\r\nGET /x\r\n00\r\n\r\n"),
            ]),
        read("/p", because: "the last chunk may be the first", [chunked("0\r\n\r\n")]),
        refused(
            .framingInvalid, because: "a size is not empty (Garden S17, T17)",
            chunked("\r\n"), chunked("\r\n\r\n"), chunked("3\r\nabc\r\n\r\n"), chunked(";a\r\n"),
            chunked(" \r\n")),
        refused(
            .framingInvalid,
            because: "a size has neither sign nor prefix (Garden S1, S25, T19; CVE-2022-24761)",
            chunked("-1\r\n"), chunked("+3\r\nabc\r\n"), chunked("0x3\r\nabc\r\n"), chunked("0X3\r\nabc\r\n"),
            chunked("-0\r\n\r\n"), chunked("\\x3\r\n"), chunked("#3\r\n")),
        refused(
            .framingInvalid, because: "a size is hexadecimal to its end (Garden S22, T2, T7; CVE-2023-47627)",
            chunked("x\r\n"), chunked("0_3\r\nabc\r\n"), chunked("3_\r\nabc\r\n"), chunked("3g\r\nabc\r\n"),
            chunked("3,\r\nabc\r\n"), chunked("3.0\r\nabc\r\n"), chunked("3h\r\n"), chunked("\u{b3}\r\n"),
            chunked("INVALID!!!\r\n" + next("/2")), chunked("3=a\r\nabc\r\n")),
        refused(
            .framingInvalid, because: "blanks around a size are not part of it for all (RFC 9112 §7.1)",
            chunked(" 3\r\nabc\r\n"), chunked("\t3\r\nabc\r\n"), chunked("3 \r\nabc\r\n"),
            chunked("3\t\r\nabc\r\n"),
            chunked("3\u{b}\r\nabc\r\n"), chunked("3\0\r\nabc\r\n"), chunked("3\u{a0}\r\nabc\r\n")),
        refused(
            .framingInvalid,
            because: "sizes beyond 60 bits are not computed with, zeros included (CVE-2015-3183)",
            chunked("1000000000000000\r\n"), chunked("ffffffffffffffff\r\n"),
            chunked("10000000000000003\r\nabc\r\n"),
            chunked("0000000000000003\r\nabc\r\n")),
        refused(
            .contentTooLarge, because: "a size over the limit is refused before its data",
            chunked("100001\r\n"), chunked("fffffffffffffff\r\n"), chunked("1\r\na\r\n100000\r\n")),
        refused(
            .framingInvalid, because: "the line of a size ends with CR LF (Garden S31, T13; CVE-2022-32214)",
            chunked("3\nabc\r\n"), chunked("3\r\r\nabc\r\n"), chunked("3\rXabc\r\n"),
            chunked("3\rXabc\r\n0\r\n\r\n"),
            chunked("3\r\r;a\r\n02\r\n"),
            chunked("0\n\n"), chunked("0\r\r\n"), chunked("0\r\n\rX")),
        refused(
            .framingInvalid,
            because:
                "data ends with CR LF after its size, neither before nor later (Garden S31, S39; Funky Chunks: spill)",
            chunked("3\r\nabcd\r\n0\r\n\r\n"), chunked("3\r\nabc\n0\r\n\r\n"), chunked("3\r\nabc0\r\n\r\n"),
            chunked("3\r\nab\r\n0\r\n\r\n"), chunked("3\r\nabcXX0\r\n\r\n"), chunked("3\r\nabc\r0\r\n\r\n"),
            chunked("1\r\nabc\r\n0\r\n\r\n"), chunked("3\r\nabc\n\r\n0\r\n\r\n"),
            chunked("3\r\nabc\rX0\r\n\r\n"), chunked("3\r\nabcX\n0\r\n\r\n")),
        refused(
            .framingInvalid, because: "after a broken chunk nothing is a request (Garden S47)",
            chunked("zz\r\n" + next("/2")), chunked("1\r\nab\r\n0\r\n\r\n" + next("/2"))),
    ].flatMap { $0 }

    /// Chunk extensions (RFC 9112 §7.1.1).
    static let chunkExtensions: [RawRequest] = [
        read(
            "/p abc",
            because:
                "extensions are names with or without values, and are ignored (RFC 9112 §7.1.1; CVE-2021-22960)",
            [
                "3;a\r\nabc\r\n0;b\r\n\r\n", "3;a=b;c=\"d\"\r\nabc\r\n0\r\n\r\n",
                "3;a=\"\" ;b\r\nabc\r\n0\r\n\r\n",
                "3 ; a = b ; c=\"d;\\\"e\\\\ \t\"\r\nabc\r\n0\r\n\r\n", "3\t;\ta\t=\tb\r\nabc\r\n0\r\n\r\n",
                "3;a=\"\u{e4}\"\r\nabc\r\n0\r\n\r\n", "3;a ;b ; c\r\nabc\r\n0\r\n\r\n",
            ].map(chunked)),
        refused(
            .framingInvalid,
            because: "an LF does not end an extension (Funky Chunks: TERM.EXT, EXT.TERM; CVE-2025-55315)",
            chunked("3;a\nabc\r\n0\r\n\r\n"), chunked("3;\nabc\r\n"), chunked("3;a=b\nabc\r\n"),
            chunked("3;a=\"\n\"\r\nabc\r\n"),
            chunked("3;a=\"b\nabc\r\n")),
        refused(
            .framingInvalid, because: "a CR does not end an extension (Garden S31, S36, T3)",
            chunked("3;a\rabc\r\n"), chunked("3;a=b\r\rXXX\r\n"), chunked("3;a=\"\r\"\r\nabc\r\n"),
            chunked("3; \r;a\r\n")),
        refused(
            .framingInvalid,
            because: "a quotation mark does not hide the end of the line, and must be closed (CVE-2026-2332)",
            chunked("3;a=\"\r\nabc\r\n0\r\n\r\n\"\r\n"), chunked("3;a=\"b\r\nabc\r\n"),
            chunked("3;a=\"b\\\"\r\nabc\r\n"),
            chunked("3;a=\"b\\\r\nabc\r\n")),
        refused(
            .framingInvalid, because: "an extension has a name, and a value behind = (RFC 9112 §7.1.1)",
            chunked("3;\r\nabc\r\n"), chunked("3; \r\nabc\r\n"), chunked("3;=a\r\n"), chunked("3;a=\r\n"),
            chunked("3;a;\r\n"),
            chunked("3;a;;b\r\n"), chunked("3;\"a\"\r\n"), chunked("3;a==b\r\n"), chunked("3;a=;b\r\n")),
        refused(
            .framingInvalid, because: "nothing stands between value and semicolon (RFC 9112 §7.1.1)",
            chunked("3;a=\"b\"c\r\n"), chunked("3;a b\r\n"), chunked("3;a=b c\r\n"), chunked("3;a=b\"\r\n"),
            chunked("3;a=b=c\r\n"), chunked("3;a=b,c\r\n"), chunked("3a b;c\r\n")),
        refused(
            .framingInvalid,
            because: "blanks at the end of a line are not part of the grammar (RFC 9112 §7.1.1)",
            chunked("3;a \r\n"), chunked("3;a=b \r\n"), chunked("3;a=\"b\"\t\r\n")),
        refused(
            .framingInvalid, because: "control characters are no part of an extension (RFC 9110 §5.6.4)",
            chunked("3;a=\"\u{1}\"\r\n"), chunked("3;\0\r\n"), chunked("3;a=\"\\\u{7f}\"\r\n"),
            chunked("3;a\u{b}\r\n")),
    ].flatMap { $0 }

    /// The trailer section (RFC 9112 §7.1.2): checked and dropped.
    static let trailers: [RawRequest] = [
        read(
            "/p abc", "/2",
            because: "trailers are never believed, whatever they are called (RFC 9110 §6.5.1)",
            [
                "X: y\r\nZ:\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Host: b\r\n",
                "Connection: close\r\n", "Expect: x\r\n", "X: \u{e4}\t \r\n",
            ].map { chunked("3\r\nabc\r\n0\r\n\($0)\r\n" + next("/2")) }),
        read(
            "/p", because: "a trailer does not become a request (Garden S39)",
            [chunked("0\r\nX:POST / HTTP/1.1\r\n\r\n")]),
        refused(
            .requestMalformed, because: "trailers are fields, and have their syntax (RFC 9112 §7.1.2)",
            chunked("0\r\nX\r\n\r\n"), chunked("0\r\nX : y\r\n\r\n"), chunked("0\r\n X: y\r\n\r\n"),
            chunked("0\r\n: y\r\n\r\n"),
            chunked("0\r\nX: y\r\n z\r\n\r\n"), chunked("0\r\nX: a\0\r\n\r\n"), chunked("0\r\nX(: a\r\n\r\n"),
            chunked("0\r\nGET /2 HTTP/1.1\r\n\r\n")),
        refused(
            .requestMalformed, because: "lines of trailers end with CR LF, too (RFC 9112 §2.2)",
            chunked("0\r\nX: y\nZ: a\r\n\r\n"), chunked("0\r\nX: y\rZ: a\r\n\r\n"),
            chunked("0\r\nX: y\rXZ: a\r\n\r\n"), chunked("0\r\n\n"),
            chunked("0\r\nX: y\r\n\n")),
    ].flatMap { $0 }
}
