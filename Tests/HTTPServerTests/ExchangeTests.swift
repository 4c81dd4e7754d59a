import HTTPServer
import HTTPWire
import TestSupport
import Testing

@Suite struct ExchangeTests {
    let server: TestServer

    init() throws {
        server = try TestServer()
    }

    @Test func `one connection carries many requests`() throws {
        let client = try server.connect()
        for number in 0..<50 {
            try client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try client.readResponse()
            #expect(answer.status == 200)
            #expect(answer.text == "/\(number)")
        }
    }

    @Test func `a request may arrive octet by octet`() throws {
        let client = try server.connect()
        for octet in "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok".utf8 {
            try client.send([octet])
        }
        #expect(try client.readResponse().text == "ok")
    }

    @Test func `pipelined requests are answered in order although the first answer comes last`() throws {
        let client = try server.connect()
        let requests = ["/later/1", "/2", "/later/3", "/4"].map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }
        try client.send(requests.joined())
        try server.responder.reply(for: "/later/1").send(Response(status: 200, body: Array("one".utf8)))
        #expect(try client.readResponse().text == "one")
        #expect(try client.readResponse().text == "/2")
        try server.responder.reply(for: "/later/3").send(Response(status: 200, body: Array("three".utf8)))
        #expect(try client.readResponse().text == "three")
        #expect(try client.readResponse().text == "/4")
    }

    @Test func `the next request is not read before the last is answered`() throws {
        let client = try server.connect()
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        let reply = try server.responder.reply(for: "/later")
        try client.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(server.responder.requestCount == 1)
        reply.send(Response(status: 204))
        #expect(try client.readResponse().status == 204)
        #expect(try client.readResponse().text == "/2")
    }

    @Test func `more pipelined requests than one turn takes are all answered`() throws {
        let client = try server.connect()
        try client.send(String(repeating: "GET /x HTTP/1.1\r\nHost: a\r\n\r\n", count: 1000))
        for _ in 0..<1000 { #expect(try client.readResponse().text == "/x") }
    }

    @Test func `HEAD has the length of GET and no content`() throws {
        let client = try server.connect()
        try client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\nGET /abc HTTP/1.1\r\nHost: a\r\n\r\n")
        let head = try client.readResponse(to: "HEAD")
        let get = try client.readResponse()
        #expect(head["content-length"] == "4")
        #expect(head.headers.map(\.name) == get.headers.map(\.name))
        #expect(get.text == "/abc")
    }

    @Test func `chunked content arrives whole`() throws {
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        try client.send("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")
        #expect(try client.readResponse().text == "abcde")
    }

    @Test func `content waits for 100 Continue`() throws {
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        #expect(try client.readResponse().status == 100)
        try client.send("ok")
        #expect(try client.readResponse().text == "ok")
    }

    @Test func `content that is already here needs no 100 Continue`() throws {
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nok")
        #expect(try client.readResponse().status == 200)
    }

    @Test func `a responder can refuse content before it is sent`() throws {
        let client = try server.connect()
        try client.send(
            "POST /overloaded HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n")
        let answer = try client.readResponse()
        #expect(answer.status == 503)
        #expect(answer["connection"] == "close")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `a responder can permit more content`() throws {
        let client = try server.connect()
        let body = [UInt8](repeating: 0x62, count: 2 * 1024 * 1024)
        try client.send("POST /import HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.count)\r\n\r\n")
        try client.send(body)
        #expect(try client.readResponse().body == body)
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.count)\r\n\r\n")
        #expect(try client.readResponse().status == 413)
    }

    @Test func `HTTP 1.0 closes unless asked not to`() throws {
        let client = try server.connect()
        try client.send("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(try client.readResponse()["connection"] == "keep-alive")
        try client.send("GET /2 HTTP/1.0\r\n\r\n")
        #expect(try client.readResponse()["connection"] == "close")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `Connection close is honoured`() throws {
        let client = try server.connect()
        try client.send("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: foo, CLOSE\r\n\r\n")
        #expect(try client.readResponse()["connection"] == "close")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `a client that has finished sending still gets its answer`() throws {
        let client = try server.connect()
        try client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.finishSending()
        #expect(try client.readResponse().text == "/1")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `an answer larger than all buffers arrives whole`() throws {
        let client = try server.connect(receiveBuffer: 4096)
        try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.readResponse().body == TestResponder.large)
        #expect(try client.readResponse().text == "/2")
    }

    @Test func `every answer has a date`() throws {
        let client = try server.connect()
        try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let date = try #require(try client.readResponse()["date"])
        #expect(date.utf8.count == 29 && date.hasSuffix(" GMT"))
    }
}
