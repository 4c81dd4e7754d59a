import Glibc
import HTTPServer
import HTTPWire
import Synchronization
import TLS
import TestSupport
import Testing

@Suite struct EncryptedLifeTests {
    private static let short = Duration.milliseconds(150)
    /// The beginning of a handshake message that announces more.
    private static let beginning: [UInt8] = [0x16, 3, 1, 0x40, 0, 1, 0, 0x3f, 0xfc, 3, 3]

    @Test func `a handshake that is not complete in time is cut off and counted`() throws {
        let server = try TLSServer { $0.timeLimits.handshake = Self.short }
        let client = try server.test.connect()
        try client.send(Self.beginning)
        #expect(try client.readToEnd().isEmpty)
        try eventually { server.test.server.connectionCount == 0 }
        try eventually { server.context.handshakes.failed == 1 }
    }

    @Test func `single octets do not extend the time for a handshake`() throws {
        let server = try TLSServer { $0.timeLimits.handshake = Self.short }
        let client = try server.test.connect()
        try client.send(Self.beginning)
        let begin = ContinuousClock.now
        let dripping = Result {
            while ContinuousClock.now - begin < .seconds(8) {
                try client.send([0])
                usleep(20_000)
            }
        }
        if case .success = dripping { Issue.record("the server went on reading") }
    }

    @Test func `a client that says nothing has no more time than for a handshake`() throws {
        let server = try TLSServer { $0.timeLimits.handshake = Self.short }
        #expect(try server.test.connect().readToEnd().isEmpty)
        #expect(server.context.handshakes.failed == 0)
    }

    @Test func `after the handshake the first request has its own time`() throws {
        let server = try TLSServer { $0.timeLimits.handshake = Self.short }
        let client = try server.connect()
        usleep(400_000)
        try client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.readResponse().text == "/x")
    }

    @Test(arguments: ["GET / HTTP/1.1\r\nHost: a\r\n\r\n", "SSH-2.0-OpenSSH\r\n", "PROXY TCP4 1 2\r\n"])
    func `plain text is closed in an orderly way`(text: String) throws {
        let server = try TLSServer()
        let client = try server.test.connect()
        // More than OpenSSL reads: closing with it unread would be a reset.
        try client.send(Array(text.utf8) + [UInt8](repeating: 0x61, count: 100_000))
        #expect(try client.readToEnd().isEmpty)
        #expect(server.test.responder.requestCount == 0)
        try eventually { server.context.handshakes.failed == 1 }
    }

    @Test func `a client without a common version learns it from an alert`() throws {
        let server = try TLSServer()
        let client = try server.test.connect()
        // A ClientHello of SSL 3.0 with one suite.
        let hello: [UInt8] =
            [0x16, 3, 0, 0, 45, 1, 0, 0, 41, 3, 0] + [UInt8](repeating: 9, count: 32)
            + [0, 0, 2, 0, 0x2f, 1, 0]
        try client.send(hello)
        let alert = try client.readToEnd()
        // An alert of two octets, the first of which says "fatal" (RFC 8446 §6).
        #expect(alert.first == 0x15)
        #expect(alert.dropFirst(3).prefix(3) == [0, 2, 2])
    }

    @Test func `slow handshakes do not disturb others`() throws {
        let server = try TLSServer()
        let slow = try (0..<100).map { _ in try server.test.connect() }
        for client in slow { try client.send(Self.beginning) }
        let client = try server.connect()
        for _ in 0..<100 {
            try client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse().text == "/x")
        }
        _ = slow
    }

    @Test func `the end of a connection is said`() throws {
        let server = try TLSServer { $0.timeLimits.keepAlive = Self.short }
        let asked = try server.connect()
        try asked.send("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(try asked.readResponse().text == "/x")
        #expect(try asked.readToEnd().isEmpty)
        let idle = try server.connect()
        try idle.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try idle.readResponse().text == "/x")
        // `readToEnd` throws when the end was not said.
        #expect(try idle.readToEnd().isEmpty)
    }

    @Test func `the end of half an answer is not said`() throws {
        let server = try TLSServer()
        let client = try server.connect(receiveBuffer: 4096)
        try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        try eventually { server.test.responder.requestCount == 1 }
        server.test.server.cut()
        #expect(!server.test.server.waitUntilStopped())
        do {
            _ = try client.readToEnd()
            Issue.record("the answer seems to be whole")
        } catch RawClient.Failure.encryption {
        }
    }

    @Test func `a client that has said its end still gets its answer`() throws {
        let server = try TLSServer()
        let client = try server.connect()
        try client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
        try client.endEncryption()
        #expect(try client.readResponse().text == "/1")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `an end that came along with a request counts once its answer has been sent`() throws {
        let server = try TLSServer()
        let client = try server.connect()
        // Both in the socket before the server looks: the second request arrives with the end.
        try client.send("GET /block HTTP/1.1\r\nHost: a\r\n\r\n")
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        try client.endEncryption()
        try eventually { server.test.responder.gate.isHolding }
        server.test.responder.gate.open()
        #expect(try client.readResponse().status == 204)
        try server.test.responder.reply(for: "/later").send(Response(status: 204))
        #expect(try client.readResponse().status == 204)
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `content that is cut off is no request`() throws {
        let server = try TLSServer()
        do {
            let client = try server.connect()
            try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345")
            try eventually { server.test.server.connectionCount == 1 }
        }
        try eventually { server.test.server.connectionCount == 0 }
        #expect(server.test.responder.requestCount == 0)
    }

    @Test func `a client that goes on sending too much content still gets its 413`() throws {
        let server = try TLSServer()
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n")
        for _ in 0..<15 { try client.send([UInt8](repeating: 0x61, count: 10_000)) }
        #expect(try client.readResponse().text == "content_too_large")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test func `draining finishes handshakes and answers, and says the end`() throws {
        let server = try TLSServer { $0.timeLimits.drainGrace = .milliseconds(300) }
        let (busy, idle) = (try server.connect(), try server.connect())
        try busy.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        let reply = try server.test.responder.reply(for: "/later")
        server.test.server.drain()
        #expect(try idle.readToEnd().isEmpty)
        reply.send(Response(status: 200, body: [0x31]))
        let answer = try busy.readResponse()
        #expect(answer.text == "1")
        #expect(answer["connection"] == "close")
        #expect(try busy.readToEnd().isEmpty)
        #expect(server.test.server.waitUntilStopped())
    }

    @Test func `a handshake that goes no further does not hold up draining`() throws {
        let server = try TLSServer {
            $0.timeLimits.handshake = .seconds(60)
            $0.timeLimits.drain = .seconds(8)
        }
        let (begun, silent) = (try server.test.connect(), try server.test.connect())
        try begun.send(Self.beginning)
        try eventually { server.test.server.connectionCount == 2 }
        server.test.server.drain()
        #expect(try begun.readToEnd().isEmpty)
        #expect(try silent.readToEnd().isEmpty)
        #expect(server.test.server.waitUntilStopped())
    }

    @Test func `changing the certificate loses none of a thousand requests`() throws {
        let server = try TLSServer { $0.connectionsPerAddress = 4_096 }
        let next = try (0..<4).map { try server.authority.issue("next\($0)") }
        let outcome = Outcome()
        for _ in 0..<8 { Threads.run { outcome.note { try Self.ask(server, times: 125) } } }
        var reloads = 0
        while outcome.finished < 8, reloads < 100_000 {
            try server.context.reload(next[reloads % 4], now: Int64(time(nil)))
            reloads += 1
            usleep(1_000)
        }
        #expect(outcome.failures.isEmpty, "\(outcome.failures)")
        #expect(server.test.responder.requestCount == 1_000)
        #expect(reloads > 8)
    }

    /// Asks so many times, with a new connection every fifth.
    private static func ask(_ server: TLSServer, times: Int) throws {
        var client = try server.connect()
        for number in 0..<times {
            if number % 5 == 4 { client = try server.connect() }
            try client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
            guard try client.readResponse().text == "/\(number)" else { throw NotInTime() }
        }
    }
}

/// What several threads have come to.
private final class Outcome: Sendable {
    private let results = Mutex<[String?]>([])

    var finished: Int { results.withLock { $0.count } }
    var failures: [String] { results.withLock { $0.compactMap(\.self) } }

    func note(_ body: () throws -> Void) {
        var failure: String?
        do { try body() } catch { failure = "\(error)" }
        results.withLock { $0.append(failure) }
    }
}
