import HTTPWire

extension RawRequest {
    /// `Content-Length` (RFC 9110 §8.6, RFC 9112 §6.2).
    static let lengths: [RawRequest] = [
        read(
            "/p abc", because: "a length is digits, whatever their number (RFC 9110 §8.6)",
            [
                post("Content-Length: 3", content: "abc"), post("content-length:\t3\t", content: "abc"),
                post("Content-Length: 0000000000000000000000000000003", content: "abc"),
            ]),
        read(
            "/p 01234567", "/2", because: "a leading zero does not mean octal (Garden S32)",
            [post("Content-Length: 08", content: "01234567" + next("/2"))]),
        read(
            "/ abc", "/2", because: "content of any method is read as content (Desync 2022: CL.0; T-Reqs)",
            [
                get("GET / HTTP/1.1", "Content-Length: 3") + "abc" + next("/2"),
                get("HEAD / HTTP/1.1", "Content-Length: 3") + "abc" + next("/2"),
                get("DELETE / HTTP/1.1", "Content-Length: 3") + "abc" + next("/2"),
                get("GET / HTTP/1.1", "Transfer-Encoding: chunked") + "3\r\nabc\r\n0\r\n\r\n" + next("/2"),
            ]),
        read(
            "/p GET /x", "/2", because: "content is never taken for a request",
            [post("Content-Length: 6", content: "GET /x" + next("/2"))]),
        refused(
            .framingInvalid, because: "a length is not empty (Garden S16, S38, S42, T5)",
            post("Content-Length:", content: "abc"), post("Content-Length: ", content: next("/2"))),
        refused(
            .framingInvalid, because: "a length has no sign (Garden S10, S26, S32; CVE-2022-24761)",
            post("Content-Length: +3", content: "abc"), post("Content-Length: -3", content: "abc"),
            post("Content-Length: -0"), post("Content-Length: +0")),
        refused(
            .framingInvalid, because: "a length is decimal to its end (Garden S10, S29, T1)",
            post("Content-Length: 0x3", content: "abc"), post("Content-Length: 3_0"),
            post("Content-Length: 3.0"),
            post("Content-Length: 3e0"), post("Content-Length: 3 3"), post("Content-Length: 3;a"),
            post("Content-Length: 3Z", content: "abc"), post("Content-Length: \"3\""),
            post("Content-Length: \u{b3}"),
            post("Content-Length: 1,000"), post("Content-Length: NaN"), post("Content-Length: 3\u{a0}")),
        refused(
            .framingInvalid,
            because: "a length comes once; equal ones may be refused, too (RFC 9110 §8.6; Watchfire)",
            post("Content-Length: 3", "Content-Length: 3", content: "abc"),
            post("Content-Length: 3, 3", content: "abc"),
            post("Content-Length: 3,", content: "abc"), post("Content-Length: ,3", content: "abc")),
        refused(
            .framingInvalid,
            because: "unequal lengths are two messages (RFC 9110 §8.6; Garden S23, S33, T11; Watchfire)",
            post("Content-Length: 3", "Content-Length: 4", content: "abcd"), post("Content-Length: 0, 3"),
            post("Content-Length:", "Content-Length: 3"), post("Content-Length: 0", "content-length: 43")),
        refused(
            .contentTooLarge, because: "a length beyond every integer is too large, not small",
            post("Content-Length: 9223372036854775808"), post("Content-Length: 18446744073709551617"),
            post("Content-Length: 99999999999999999999999999"), post("Content-Length: 4294967297")),
    ].flatMap { $0 }

    /// `Transfer-Encoding` (RFC 9112 §6.1, §7).
    static let codings: [RawRequest] = [
        read(
            "/p abc", "/2", because: "names of codings have no case (RFC 9112 §7)",
            ["Chunked", "CHUNKED", "\t chunked \t"].map {
                post("Transfer-Encoding: \($0)", content: "3\r\nabc\r\n0\r\n\r\n" + next("/2"))
            }),
        refused(
            .framingInvalid,
            because: "a length beside a coding is how requests are smuggled (RFC 9112 §6.1; Watchfire)",
            post("Content-Length: 6", "Transfer-Encoding: chunked", content: "0\r\n\r\nX"),
            post("Transfer-Encoding: chunked", "Content-Length: 3", content: "8\r\nSMUGGLED\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked", "Content-Length: 0"),
            post("Transfer-Encoding: identity", "Content-Length: 3"),
            post("Transfer-Encoding: gzip, chunked", "Content-Length: 3"),
            post("Content-Length: x", "Transfer-Encoding: y")),
        refused(
            .framingInvalid,
            because: "HTTP/1.0 has no transfer codings: its framing is faulty (RFC 9112 §6.1)",
            "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.0\r\nTransfer-Encoding: gzip\r\n\r\n",
            "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
        ),
        refused(
            .framingInvalid,
            because: "chunked comes once, and one line lists all (RFC 9112 §6.1; Garden S11; CVE-2024-1135)",
            post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", content: "0\r\n\r\n"),
            post("Transfer-Encoding: chunked", "Transfer-Encoding: identity", content: "0\r\n\r\n"),
            post("Transfer-Encoding: gzip", "Transfer-Encoding: chunked", content: "0\r\n\r\n"),
            post("Transfer-Encoding: chunked, chunked"), post("Transfer-Encoding: gzip, chunked, chunked")),
        refused(
            .framingInvalid,
            because:
                "without chunked at the end the length is unknown: 400 (RFC 9112 §6.3; Garden S44; Desync 2019)",
            post("Transfer-Encoding: gzip"), post("Transfer-Encoding: identity"),
            post("Transfer-Encoding: xchunked"),
            post("Transfer-Encoding: chunked, gzip"), post("Transfer-Encoding: chunked, identity"),
            post("Transfer-Encoding: chunkedx"), post("Transfer-Encoding: cow"),
            post("Transfer-Encoding: chunke"),
            post("Transfer-Encoding: trailers")),
        refused(
            .transferCodingUnknown,
            because: "a coding that is not understood, well framed, gets 501 (RFC 9112 §6.1)",
            post("Transfer-Encoding: gzip, chunked"), post("Transfer-Encoding: identity,chunked"),
            post("Transfer-Encoding: gzip ,\tdeflate , Chunked")),
        refused(
            .framingInvalid,
            because: "an empty element is chunked for some, unknown for others (Garden S21, T9, T15, T18)",
            post("Transfer-Encoding: ,chunked"), post("Transfer-Encoding: chunked,"),
            post("Transfer-Encoding: chunked, ,"),
            post("Transfer-Encoding:"), post("Transfer-Encoding: ,"), post("Transfer-Encoding: gzip,,chunked")
        ),
        refused(
            .framingInvalid,
            because: "chunked has no parameters and no quotation marks (RFC 9112 §7.1; Desync 2019)",
            post("Transfer-Encoding: chunked;q=1"), post("Transfer-Encoding: chunked ; a"),
            post("Transfer-Encoding: \"chunked\""), post("Transfer-Encoding: 'chunked"),
            post("Transfer-Encoding: chunked x"),
            post("Transfer-Encoding: x chunked"), post("Transfer-Encoding: chunked: x"),
            post("Transfer-Encoding: :chunked")),
        refused(
            .framingInvalid,
            because: "octets beyond ASCII are no blanks and no letters (Garden S12, S41, S46)",
            post("Transfer-Encoding: \u{a0}chunked\u{a0}"), post("Transfer-Encoding: \u{85}chunked"),
            post("Transfer-Encoding: \u{ff}chunked\u{ff}"), post("Transfer-Encoding: chun\u{212a}ed")),
        refused(
            .requestMalformed,
            because: "a disguised name or value is no field (Desync 2019; CVE-2019-16789, CVE-2022-32213)",
            post("Transfer-Encoding: \u{b}chunked"), post("Transfer-Encoding: chunked\u{c}"),
            post(" Transfer-Encoding: chunked"), post("X: y\nTransfer-Encoding: chunked"),
            post("Transfer-Encoding\n: chunked"), post("Transfer-Encoding: chunked\0"),
            post("Transfer-Encoding: \rchunked")),
    ].flatMap { $0 }
}
