import Glibc
import HTTPServer
import HTTPWire
import TestSupport
import Testing

@Suite struct RefusalTests {
    @Test func `a request that cannot be read is answered by the responder, and the connection closes`()
        throws
    {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("GET / HTTP/1.1\r\nAccept-Language: en\r\n\r\n")
        let answer = try client.readResponse()
        #expect(answer.status == 400)
        #expect(answer.text == "host_invalid")
        #expect(answer["x-language"] == "en")
        #expect(answer["connection"] == "close")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `the refusal of a HEAD request has no content`() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("HEAD / HTTP/1.1\r\n\r\n")
        #expect(try client.readResponse(to: "HEAD").status == 400)
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `a client that goes on sending too much content still gets its 413`() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n")
        for _ in 0..<20 { try client.send([UInt8](repeating: 0x61, count: 10_000)) }
        #expect(try client.readResponse().text == "content_too_large")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test
    func `content as large as any proxy in front lets through may be sent to its end before the 413 is read`()
        throws
    {
        let server = try TestServer { $0.timeLimits.linger = .seconds(10) }
        let client = try server.connect()
        let length = 33_000_000
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n")
        let piece = [UInt8](repeating: 0x61, count: 1_000_000)
        for _ in 0..<length / piece.count { try client.send(piece) }
        #expect(try client.readResponse().text == "content_too_large")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `a refused client that goes on sending has longer than one that has fallen silent`() throws {
        let server = try TestServer {
            $0.timeLimits.linger = .seconds(3)
            $0.timeLimits.lingerWhole = .seconds(60)
        }
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n")
        for _ in 0..<9 {
            usleep(400_000)
            try client.send([UInt8](repeating: 0x61, count: 1_000))
        }
        #expect(server.server.connectionCount == 1)
        client.finishSending()
        #expect(try client.readResponse().text == "content_too_large")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `a refused client that drips is cut off as if it were silent`() throws {
        let server = try TestServer {
            $0.timeLimits.linger = .milliseconds(500)
            $0.timeLimits.lingerWhole = .seconds(60)
        }
        let client = try server.connect()
        try client.send("BAD\r\n\r\n")
        try eventually {
            usleep(20_000)
            try? client.send([0x61])
            return server.server.connectionCount == 0
        }
    }

    @Test func `a refused client that never stops sending is cut off`() throws {
        let server = try TestServer {
            $0.timeLimits.linger = .seconds(60)
            $0.timeLimits.lingerWhole = .seconds(60)
        }
        let client = try server.connect()
        try client.send("BAD\r\n\r\n")
        #expect(throws: RawClient.Failure.self) {
            while true { try client.send([UInt8](repeating: 0x61, count: 64 * 1024)) }
        }
    }

    @Test func `a client that expects to send too much is refused without 100 Continue`() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n")
        #expect(try client.readResponse().status == 413)
    }

    @Test func `requests before a wrong one are answered`() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2\r\n\r\n")
        #expect(try client.readResponse().text == "/1")
        #expect(try client.readResponse().text == "request_malformed")
    }

    @Test func `a connection closes after its last permitted request`() throws {
        let server = try TestServer { $0.requestsPerConnection = 3 }
        let client = try server.connect()
        try client.send(String(repeating: "GET /x HTTP/1.1\r\nHost: a\r\n\r\n", count: 4))
        for _ in 0..<2 { #expect(try client.readResponse()["connection"] == nil) }
        #expect(try client.readResponse()["connection"] == "close")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `one address has its share of connections`() throws {
        let server = try TestServer { $0.connectionsPerAddress = 2 }
        try Self.expectThirdClosed(server)
    }

    @Test func `all addresses together have their number of connections`() throws {
        let server = try TestServer { $0.connections = 2 }
        try Self.expectThirdClosed(server)
    }

    private static func expectThirdClosed(_ server: TestServer) throws {
        var clients = [try server.connect(), try server.connect()]
        try eventually { server.server.connectionCount == 2 }
        let third = try server.connect()
        #expect(try third.readToEnd().isEmpty)
        clients.removeLast()
        try eventually { server.server.connectionCount == 1 }
        let next = try server.connect()
        for client in clients + [next] {
            try client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse().text == "/x")
        }
    }
}
