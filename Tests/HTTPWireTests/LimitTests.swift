import HTTPWire
import Testing

@Suite struct LimitTests {
    private static func repeated(_ count: Int) -> String { String(repeating: "a", count: count) }

    @Test(arguments: [(20, nil), (21, WireError.uriTooLong)])
    func `a target may reach its limit`(length: Int, refusal: WireError?) {
        var limits = Limits()
        limits.target = 20
        let text = "GET /\(Self.repeated(length - 1)) HTTP/1.1\r\nHost: a\r\n\r\n"
        #expect(Reading(whole: text, limits: limits).refusal == refusal)
    }

    @Test(arguments: [(0, nil), (1, WireError.headersTooLarge)])
    func `a head may reach its limit`(excess: Int, refusal: WireError?) {
        let text = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
        var limits = Limits()
        limits.head = text.utf8.count - excess
        #expect(Reading(whole: text, limits: limits).refusal == refusal)
        #expect(Reading(octets: Array(text.utf8), limits: limits).refusal == refusal)
    }

    @Test(arguments: [(3, nil), (4, WireError.headersTooLarge)])
    func `the number of fields may reach its limit`(count: Int, refusal: WireError?) {
        var limits = Limits()
        limits.fields = 3
        let fields = String(repeating: "X: y\r\n", count: count - 1)
        #expect(
            Reading(whole: "GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n", limits: limits).refusal == refusal)
    }

    @Test(arguments: [(5, nil), (6, WireError.contentTooLarge)])
    func `content may reach its limit in both framings`(length: Int, refusal: WireError?) {
        var limits = Limits()
        limits.body = 5
        let counted =
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n\(Self.repeated(length))"
        #expect(Reading(whole: counted, limits: limits).refusal == refusal)
        let chunks = String(repeating: "1\r\na\r\n", count: length) + "0\r\n\r\n"
        #expect(Reading(whole: RawRequest.chunked(chunks), limits: limits).refusal == refusal)
    }

    @Test func `content over its limit is refused before it is read`() {
        let text = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n"
        #expect(Reading(whole: text).refusal == .contentTooLarge)
    }

    @Test(arguments: [(4, nil), (5, WireError.framingInvalid)])
    func `chunk extensions may reach their limit in the whole message`(length: Int, refusal: WireError?) {
        var limits = Limits()
        limits.chunkExtensions = 6
        let text = "1;x\r\na\r\n1;\(Self.repeated(length - 1))\r\na\r\n0\r\n\r\n"
        #expect(Reading(whole: RawRequest.chunked(text), limits: limits).refusal == refusal)
    }

    @Test(arguments: [(3, nil), (4, WireError.headersTooLarge)])
    func `the number of trailers may reach its limit`(count: Int, refusal: WireError?) {
        var limits = Limits()
        limits.fields = 3
        let text = "0\r\n" + String(repeating: "X: y\r\n", count: count) + "\r\n"
        #expect(Reading(whole: RawRequest.chunked(text), limits: limits).refusal == refusal)
    }

    @Test func `a trailer section is bounded like a head`() {
        let text = "0\r\nX: " + Self.repeated(16 * 1024)
        #expect(Reading(whole: RawRequest.chunked(text)).refusal == .headersTooLarge)
    }
}
