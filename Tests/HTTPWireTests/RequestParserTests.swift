import HTTPWire
import Testing

@Suite struct RequestParserTests {
    @Test func `a plain request is read`() throws {
        let reading = Reading(whole: "GET /v1/needs?limit=5 HTTP/1.1\r\nHost: a.example\r\nAccept:  */* \r\n\r\n")
        #expect(reading.refusal == nil)
        let message = try #require(reading.messages.first)
        #expect(message.method == .get)
        #expect(message.path == "/v1/needs")
        #expect(message.query == "limit=5")
        #expect(message.fields.string("accept") == "*/*")
        #expect(message.host?.host == Array("a.example".utf8))
        #expect(message.keepsAlive)
    }

    @Test func `content with a length is read`() {
        let reading = Reading(whole: "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET")
        #expect(reading.messages.map(\.body) == [Array("abc".utf8)])
    }

    @Test func `chunked content is read`() {
        let reading = Reading(
            whole: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;a=\"b\\\"\"\r\nabc\r\nA ; x\r\n0123456789\r\n0\r\nT: v\r\n\r\n")
        #expect(reading.refusal == nil)
        #expect(reading.messages.map(\.body) == [Array("abc0123456789".utf8)])
    }
}
