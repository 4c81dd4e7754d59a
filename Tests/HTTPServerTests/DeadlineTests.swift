import Glibc
import HTTPServer
import HTTPWire
import TestSupport
import Testing

@Suite struct DeadlineTests {
    private static let short = Duration.milliseconds(150)

    @Test func `a head that is not complete in time is answered 408`() throws {
        let server = try TestServer { $0.timeLimits.head = Self.short }
        let client = try server.connect()
        try client.send("GET / HT")
        #expect(try client.readResponse().text == "request_timeout")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `single octets do not extend the time for a head`() throws {
        let server = try TestServer { $0.timeLimits.head = Self.short }
        let client = try server.connect()
        let begin = ContinuousClock.now
        // Long enough for every machine: the server ends it.
        let dripping = Result {
            while ContinuousClock.now - begin < .seconds(8) {
                try client.send("G")
                usleep(20_000)
            }
        }
        if case .success = dripping { Issue.record("the server went on reading") }
    }

    @Test func `content that is not complete in time is answered 408`() throws {
        let server = try TestServer { $0.timeLimits.body = Self.short }
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
        #expect(try client.readResponse().status == 408)
    }

    @Test func `a responder can give content more time`() throws {
        let server = try TestServer { $0.timeLimits.body = Self.short }
        let (patient, other) = (try server.connect(), try server.connect())
        try patient.send("POST /import HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab")
        try eventually { server.server.connectionCount == 2 }
        try other.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab")
        #expect(try other.readResponse().status == 408)
        try patient.send("c")
        #expect(try patient.readResponse().text == "abc")
    }

    @Test func `content below the lowest rate is answered 408`() throws {
        let server = try TestServer { $0.timeLimits.rateGrace = Self.short }
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        #expect(try client.readResponse().status == 408)
    }

    @Test func `a silent connection is closed`() throws {
        let server = try TestServer { $0.timeLimits.silent = Self.short }
        #expect(try server.connect().readToEnd().isEmpty)
    }

    @Test func `an idle connection is closed`() throws {
        let server = try TestServer { $0.timeLimits.keepAlive = Self.short }
        let client = try server.connect()
        try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.readResponse().status == 200)
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `a client that does not read its answer is cut off`() throws {
        let server = try TestServer { $0.timeLimits.sendStall = Self.short }
        let client = try server.connect(receiveBuffer: 4096)
        try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        try eventually { server.responder.requestCount == 1 }
        try eventually { server.server.connectionCount == 0 }
    }

    @Test func `a client that reads its answer too slowly is cut off`() throws {
        let server = try TestServer {
            $0.timeLimits.minimumRate = 1_000_000_000
            $0.timeLimits.rateGrace = Self.short
        }
        let client = try server.connect(receiveBuffer: 4096)
        try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        try eventually { server.server.connectionCount == 1 }
        // It takes some all the time: 200 KB a second at most.
        try eventually { () -> Bool in
            _ = try? client.receiveSome(200)
            return server.server.connectionCount == 0
        }
    }

    @Test func `a refused client that does not close is closed`() throws {
        let server = try TestServer { $0.timeLimits.linger = Self.short }
        let client = try server.connect()
        try client.send("BAD\r\n\r\n")
        #expect(try client.readResponse().status == 400)
        try eventually { server.server.connectionCount == 0 }
    }

    @Test func `an answer that is not given in time is given by the server, and the connection closes`()
        throws
    {
        let server = try TestServer { $0.timeLimits.answer = Self.short }
        let client = try server.connect()
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\n\r\n")
        let reply = try server.responder.reply(for: "/later")
        let answer = try client.readResponse()
        #expect(answer.status == 503 && answer.text == "late GET")
        #expect(answer["connection"] == "close" && answer["x-language"] == "en")
        #expect(reply.isAbandoned)
        reply.send(Response(status: 200))
        #expect(try client.readToEnd().isEmpty)
        #expect(server.server.figures.expiredAnswers == 1)
    }

    @Test func `an answer that waits for an event may take longer`() throws {
        let server = try TestServer { $0.timeLimits.answer = Self.short }
        let client = try server.connect()
        try client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n")
        let reply = try server.responder.reply(for: "/wait")
        // The other one's deadline has passed when its answer is here, and it began later.
        let other = try server.connect()
        try other.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try other.readResponse().text == "late GET")
        reply.send(Response(status: 200, body: [0x31]))
        #expect(try client.readResponse().text == "1")
    }

    @Test func `an answer that waits for an event too long is given up`() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        try server.responder.reply(for: "/later").wait(atMost: Self.short)
        #expect(try client.readResponse().text == "late GET")
    }

    @Test func `slow clients do not disturb others`() throws {
        let server = try TestServer()
        let slow = try (0..<100).map { _ in try server.connect() }
        for client in slow { try client.send("GET / HTTP/1.1\r\nHos") }
        let client = try server.connect()
        for _ in 0..<100 {
            try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse().status == 200)
        }
        for client in slow { try client.send("t: a\r\n\r\n") }
        for client in slow { #expect(try client.readResponse().status == 200) }
    }
}
