import HTTPWire
import Testing

@Suite struct RequestParserTests {
    @Test(arguments: RawRequest.all)
    func `octets are read or refused as the corpus says`(raw: RawRequest) {
        let reading = Reading([raw.bytes[...]])
        #expect(reading.refusal == raw.refusal, "\(raw.reason)")
        #expect(reading.messages.map(\.summary) == raw.requests, "\(raw.reason)")
    }

    @Test func `the corpus has reasons, no row twice, and more than 150 refusals`() {
        #expect(RawRequest.all.allSatisfy { !$0.reason.isEmpty })
        let rows = Dictionary(grouping: RawRequest.all, by: \.bytes)
        #expect(rows.values.filter { $0.count > 1 }.map(\.[0].testDescription) == [])
        #expect(RawRequest.all.count { $0.refusal != nil } > 150)
    }

    @Test
    func `every refusal of the wire has an example, but for those that need a clock or a configuration`() {
        let refusals = Set(RawRequest.all.compactMap(\.refusal))
        #expect(refusals == Set(WireError.allCases).subtracting([.requestTimeout, .misdirectedRequest]))
    }

    @Test func `a plain request has all of its parts`() throws {
        let reading = Reading(
            whole:
                "GET /v1/needs?limit=5?6 HTTP/1.1\r\nHost: A.example:80\r\nAccept:  */* \r\naccept: x\r\n\r\n"
        )
        let message = try #require(reading.messages.first)
        #expect(message.method == .get)
        #expect(message.path == "/v1/needs")
        #expect(message.query == "limit=5?6")
        #expect(message.fields.string("ACCEPT") == "*/*")
        #expect(message.fields.count(of: .accept) == 2)
        #expect(message.fields.all(.accept).map { Array($0) } == [Array("*/*".utf8), Array("x".utf8)])
        #expect(message.host == Authority(ArraySlice("a.example:80".utf8)))
        #expect(message.keepsAlive)
    }

    @Test func `an absolute target names the host`() throws {
        let reading = Reading(whole: "GET http://B.example:80/x HTTP/1.1\r\nHost: b.Example\r\n\r\n")
        let host = try #require(reading.messages.first?.host)
        #expect(host.host == Array("b.example".utf8))
        #expect(host.port == 80)
    }

    @Test(arguments: [
        ("HTTP/1.1", "X: y", true), ("HTTP/1.1", "Connection: x, ClOsE", false),
        ("HTTP/1.1", "Connection: keep-alive", true), ("HTTP/1.0", "X: y", false),
        ("HTTP/1.0", "Connection: Keep-Alive", true), ("HTTP/1.0", "Connection: keep-alive,close", false),
        ("HTTP/1.1", "Connection: closed", true),
    ])
    func `the connection stays open as version and options say`(version: String, field: String, stays: Bool) {
        let reading = Reading(whole: "GET / \(version)\r\nHost: a\r\n\(field)\r\n\r\n")
        #expect(reading.messages.first?.keepsAlive == stays)
    }

    @Test func `pipelined requests in one piece are read in order`() {
        let text = (0..<100).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
        let reading = Reading(whole: text)
        #expect(reading.messages.map(\.path) == (0..<100).map { "/\($0)" })
    }

    @Test func `nothing is read after a refusal`() {
        let text = "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"
        #expect(Reading(whole: text).messages.isEmpty)
        #expect(Reading(octets: Array(text.utf8)).messages.isEmpty)
    }

    @Test func `a refused head still tells its language`() {
        var parser = RequestParser()
        let bytes = Array("HEAD / HTTP/1.1\r\nAccept-Language: en\r\n\r\n".utf8)
        var refusal: WireError?
        do { _ = try parser.receive(bytes[...]) } catch { refusal = error }
        #expect(refusal == .hostInvalid)
        let (fields, method) = (parser.knownFields, parser.method)
        #expect(fields?.string(.acceptLanguage) == "en")
        #expect(method == .head)
    }
}
