import HTTPWire

extension RawRequest {
    /// `Host` (RFC 9110 §7.2, RFC 9112 §3.2).
    static let hosts: [RawRequest] = [
        read(
            "/", because: "a name, an address, a port or an empty port (RFC 3986 §3.2)",
            [
                "a", "a.example:80", "127.0.0.1:8080", "a:", "a:0", "a:65535", "A.EXAMPLE",
                "xn--bcher-kva.example",
            ].map(host)),
        read(
            "/", because: "addresses of IPv6 stand in brackets (RFC 3986 §3.2.2)",
            ["[::1]", "[::]", "[2001:db8::1]:443", "[::ffff:1.2.3.4]", "[1:2:3:4:5:6:7:8]", "[1::]:1"].map(
                host)),
        read(
            "/", because: "the name of the field has no case, and blanks around the value are not part of it",
            ["GET / HTTP/1.1\r\nhOsT:\ta \t\r\n\r\n", "GET / HTTP/1.1\r\nHOST:a\r\n\r\n"]),
        read("/", because: "HTTP/1.0 does without Host", ["GET / HTTP/1.0\r\n\r\n"]),
        refused(
            .hostInvalid, because: "HTTP/1.1 needs Host (RFC 9112 §3.2)",
            "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nX-Host: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHosts: a\r\n\r\n"),
        refused(
            .hostInvalid, because: "one Host, equal or not, in any version (RFC 9112 §3.2; Host of Troubles)",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost:\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"),
        refused(
            .hostInvalid, because: "Host names a host: http has no empty one (RFC 9110 §4.2.1)",
            host(""), host(" \t "), host(":80"), "GET / HTTP/1.0\r\nHost:\r\n\r\n"),
        refused(
            .hostInvalid, because: "a port is up to 65,535, in digits (RFC 3986 §3.2.3)",
            host("localhost:abc"), host("a:65536"), host("a:-1"), host("a:+1"), host("a:1:2"), host("a:8 0"),
            host("a:0x50"), host("a:4294967376"), host("a:80/"), host("[::1]:x")),
        refused(
            .hostInvalid, because: "Host has no user information (RFC 9110 §4.2.4)",
            host("u@a"), host("u:p@a"), host("@a"), host("a@")),
        refused(
            .hostInvalid,
            because: "Host is no list and holds no second value (RFC 9110 §5.3; Host of Troubles)",
            host("a,b"), host("a, a"), host("a b"), host("a;b"), host("a\tb")),
        refused(
            .hostInvalid, because: "Host is neither a target nor a part of one (RFC 9110 §7.2)",
            host("http://a"), host("a/b"), host("a?b"), host("a#b"), host("*"), host("a\\b")),
        refused(
            .hostInvalid, because: "names of hosts are not escaped: %61 would be another name for some",
            host("%61"), host("a%2eexample"), host("a%00"), host("[fe80::1%25eth0]"), host("[fe80::1%eth0]")),
        refused(
            .hostInvalid, because: "octets beyond ASCII are stripped by some (Garden S46)",
            host("\u{ff}a\u{ff}"), host("\u{e4}"), host("a\u{a0}"), host("\u{212a}elvin")),
        refused(
            .hostInvalid, because: "an address of IPv6 has its brackets and eight groups (RFC 3986 §3.2.2)",
            host("[::1"), host("::1"), host("[]"), host("[1:2]"), host("[::1]x"), host("[::1]]"),
            host("[g::]"),
            host("[1::2::3]"), host("[1:2:3:4:5:6:7:8:9]"), host("[1:2:3:4:5:6:7:8::]"), host("[12345::]"),
            host("[:1:2:3:4:5:6:7]"), host("[1:2:3:4:5:6:7:]"), host("[:::]"), host("[v1.a]"),
            host("[1.2.3.4]"),
            host("[a.example]"), host("[:]")),
        refused(
            .hostInvalid, because: "IPv4 in IPv6 is four plain numbers (RFC 3986 §3.2.2)",
            host("[::1.2.3.256]"), host("[::01.2.3.4]"), host("[::1.2.3]"), host("[::1.2.3.4.5]"),
            host("[::1.2.3.]"), host("[::1..2.3]"), host("[1.2.3.4::]"), host("[::1.2.3.4:5]"),
            host("[1:2:3:4:5:6:7:1.2.3.4]"), host("[::1.2.3.1000]")),
    ].flatMap { $0 }
}
