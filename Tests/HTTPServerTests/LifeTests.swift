import HTTPServer
import HTTPWire
import TestSupport
import Testing

@Suite struct LifeTests {
    @Test func `draining answers what runs, closes what is idle and takes nothing new`() throws {
        let test = try TestServer { $0.timeLimits.drainGrace = .milliseconds(50) }
        let (busy, idle) = (try test.connect(), try test.connect())
        try idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try idle.readResponse().status == 200)
        try busy.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        let reply = try test.responder.reply(for: "/later")
        test.server.drain()
        #expect(try idle.readToEnd().isEmpty)
        try eventually { Self.isRefused(test.server.port) }
        reply.send(Response(status: 200, body: Array("done".utf8)))
        let answer = try busy.readResponse()
        #expect(answer.text == "done")
        #expect(answer["connection"] == "close")
        #expect(try busy.readToEnd().isEmpty)
        #expect(test.server.waitUntilStopped())
    }

    @Test func `a request that has begun when draining starts is answered`() throws {
        let test = try TestServer { $0.timeLimits.drainGrace = .milliseconds(50) }
        let client = try test.connect()
        try client.send("GET /x HTTP/1.1\r\n")
        try eventually { test.server.connectionCount == 1 }
        test.server.drain()
        try eventually { Self.isRefused(test.server.port) }
        try client.send("Host: a\r\n\r\n")
        let answer = try client.readResponse()
        #expect(answer.text == "/x")
        #expect(answer["connection"] == "close")
        #expect(try client.readToEnd().isEmpty)
        #expect(test.server.waitUntilStopped())
    }

    @Test func `a refused client that goes on sending does not hold up draining for long`() throws {
        let test = try TestServer {
            $0.timeLimits.linger = .seconds(1)
            $0.timeLimits.lingerWhole = .seconds(60)
            $0.timeLimits.drain = .seconds(8)
        }
        let client = try test.connect()
        try client.send("BAD\r\n\r\n")
        #expect(try client.readResponse().status == 400)
        test.server.drain()
        try eventually {
            try? client.send([0x61])
            return test.server.connectionCount == 0
        }
        #expect(test.server.waitUntilStopped())
    }

    @Test func `what has not ended when the time for draining is over is cut`() throws {
        let test = try TestServer { $0.timeLimits.drain = .milliseconds(100) }
        let client = try test.connect()
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = try test.responder.reply(for: "/later")
        test.server.drain()
        #expect(!test.server.waitUntilStopped())
        #expect(throws: RawClient.Failure.self) { try client.readResponse() }
    }

    @Test func `from draining on nobody gets in, and who was at the door is answered`() throws {
        let test = try TestServer { $0.threads = 1 }
        let blocking = try test.connect()
        try blocking.send("GET /block HTTP/1.1\r\nHost: a\r\n\r\n")
        try eventually { test.responder.gate.isHolding }
        let waiting = try test.connect()
        try waiting.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        test.server.drain()
        // The loop has not noticed yet: if somebody got in now, closing the socket could reset him.
        #expect(throws: RawClient.Failure.self) { try RawClient(port: test.server.port, timeout: 1) }
        test.responder.gate.open()
        #expect(try waiting.readResponse().text == "/x")
        #expect(try blocking.readResponse().status == 204)
        #expect(test.server.waitUntilStopped())
    }

    @Test func `nobody who got in while draining began is reset`() throws {
        let test = try TestServer()
        let callers = Callers(port: test.server.port)
        for _ in 0..<4 { callers.start() }
        try eventually { callers.answered >= 200 }
        test.server.drain()
        #expect(test.server.waitUntilStopped())
        try eventually { callers.running == 0 }
        #expect(callers.failures == [])
    }

    @Test func `a server without connections stops at once`() throws {
        let test = try TestServer()
        test.server.drain()
        #expect(test.server.waitUntilStopped())
    }

    @Test func `an answer for a client that has gone is dropped`() throws {
        let test = try TestServer()
        let client = try test.connect()
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        let reply = try test.responder.reply(for: "/later")
        client.reset()
        try eventually { test.server.connectionCount == 0 }
        let other = try test.connect()
        reply.send(Response(status: 200))
        try other.send("GET /other HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try other.readResponse().text == "/other")
    }

    @Test func `a second answer to one request is dropped`() throws {
        let test = try TestServer()
        let client = try test.connect()
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /later/2 HTTP/1.1\r\nHost: a\r\n\r\n")
        let reply = try test.responder.reply(for: "/later")
        reply.send(Response(status: 200, body: [0x31]))
        reply.send(Response(status: 500))
        #expect(try client.readResponse().text == "1")
        try test.responder.reply(for: "/later/2").send(Response(status: 200, body: [0x32]))
        #expect(try client.readResponse().text == "2")
    }

    @Test func `answers from many threads all arrive at their own clients`() throws {
        let test = try TestServer()
        let clients = try (0..<64).map { _ in try test.connect() }
        for round in 0..<10 {
            for (number, client) in clients.enumerated() {
                try client.send("GET /threads?\(number).\(round) HTTP/1.1\r\nHost: a\r\n\r\n")
            }
            for (number, client) in clients.enumerated() {
                #expect(try client.readResponse().text == "\(number).\(round)")
            }
        }
    }

    @Test func `the address of the caller comes with the request`() throws {
        let test = try TestServer()
        let client = try test.connect()
        try client.send("GET /peer HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.readResponse().text == "127.0.0.1")
    }

    @Test func `an address that is not free is refused with the reason`() throws {
        let test = try TestServer()
        var configuration = ServerConfiguration()
        configuration.listeners = [
            ListenerConfiguration(.tcp(address: "127.0.0.1", port: test.server.port))
        ]
        #expect(throws: ServerError(call: "listen", number: 98).at("127.0.0.1:\(test.server.port)")) {
            try Server(configuration, responder: test.responder)
        }
        configuration.listeners = [ListenerConfiguration(.tcp(address: "example.org", port: 0))]
        #expect(throws: ServerError(call: "listen", number: 22).at("example.org:0")) {
            try Server(configuration, responder: test.responder)
        }
    }

    private static func isRefused(_ port: Int) -> Bool {
        do {
            _ = try RawClient(port: port)
            return false
        } catch {
            return true
        }
    }
}
