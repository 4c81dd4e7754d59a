import HTTPServer
import HTTPWire
import TLS
import TestSupport
import Testing

@Suite struct EncryptedExchangeTests {
    let server: TLSServer

    init() throws {
        server = try TLSServer()
    }

    @Test func `one connection carries many requests`() throws {
        let client = try server.connect()
        for number in 0..<50 {
            try client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse().text == "/\(number)")
        }
        #expect(server.context.handshakes.completed == 1)
    }

    @Test func `pipelined requests are all answered, in order`() throws {
        let client = try server.connect()
        try client.send((0..<1_000).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
        for number in 0..<1_000 { #expect(try client.readResponse().text == "/\(number)") }
    }

    @Test func `pipelined requests are answered in order although the first answer comes last`() throws {
        let client = try server.connect()
        for path in ["/later/1", "/2", "/later/3", "/4"] {
            try client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
        }
        try server.test.responder.reply(for: "/later/1").send(Response(status: 200, body: [0x31]))
        #expect(try client.readResponse().text == "1")
        #expect(try client.readResponse().text == "/2")
        try server.test.responder.reply(for: "/later/3").send(Response(status: 200, body: [0x33]))
        #expect(try client.readResponse().text == "3")
        #expect(try client.readResponse().text == "/4")
    }

    @Test(arguments: [65_000, 65_479, 65_480, 65_500, 65_536])
    func `what OpenSSL took in while an answer was owed is not forgotten`(length: Int) throws {
        let client = try server.connect()
        try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        let reply = try server.test.responder.reply(for: "/later")
        // All of it lies in the socket when reading goes on, and the buffer of one turn is full within a record.
        let head = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n"
        let body = [UInt8](repeating: 0x61, count: length)
        try client.send(head)
        try client.send(body)
        reply.send(Response(status: 204))
        #expect(try client.readResponse().status == 204)
        #expect(try client.readResponse().body == body)
    }

    @Test func `a request may come octet by octet, each in a record`() throws {
        let client = try server.connect()
        for octet in "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok".utf8 {
            try client.send([octet])
        }
        #expect(try client.readResponse().text == "ok")
    }

    @Test func `handshake and request may come octet by octet over the wire`() throws {
        let relay = try DrippingRelay(port: server.test.server.port)
        let session = try server.trust.session(on: relay.near, host: "localhost")
        try relay.run { session.handshake() == .done(0) }
        let request = Array("GET /x HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        #expect(session.write(request, []) == .done(request.count))
        var (text, buffer) = ("", [UInt8](repeating: 0, count: 1_000))
        try relay.run {
            guard case .done(let count) = session.read(into: &buffer) else { return false }
            text += String(decoding: buffer.prefix(count), as: UTF8.self)
            return text.hasSuffix("/x")
        }
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    }

    @Test func `large content goes both ways`() throws {
        let client = try server.connect()
        let body = (0..<2_097_152).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
        try client.send("POST /import HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.count)\r\n\r\n")
        try client.send(body)
        #expect(try client.readResponse().body == body)
    }

    @Test(arguments: [1, 4_095, 4_096, 15_300, 15_360, 16_384, 16_385, 40_000])
    func `content of every size is one answer`(size: Int) throws {
        let client = try server.connect()
        let body = [UInt8](repeating: 0x7a, count: size)
        try client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
        try client.send(body)
        #expect(try client.readResponse().body == body)
    }

    @Test func `an answer larger than all buffers arrives whole`() throws {
        let client = try server.connect(receiveBuffer: 4096)
        try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.readResponse().body == TestResponder.large)
        #expect(try client.readResponse().text == "/2")
    }

    @Test func `content waits for 100 Continue`() throws {
        let client = try server.connect()
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        #expect(try client.readResponse().status == 100)
        try client.send("ok")
        #expect(try client.readResponse().text == "ok")
    }

    @Test func `a request knows whether it came encrypted`() throws {
        let context = server.context
        let test = try TestServer { configuration in
            configuration.listeners.append(
                ListenerConfiguration(.tcp(address: "127.0.0.1", port: 0), tls: context))
        }
        let clients = try test.server.ports.map { try RawClient(port: $0) }
        try clients[1].secure(server.trust)
        for (client, isEncrypted) in zip(clients, ["false", "true"]) {
            try client.send("GET /encrypted HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse().text == isEncrypted)
        }
    }

    @Test func `a client that comes back takes its session up again`() throws {
        let first = try server.connect()
        try first.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try first.readResponse().text == "/1")
        let second = try server.connect(resuming: first.session?.resumption)
        try second.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try second.readResponse().text == "/2")
        #expect(second.session?.isResumed == true)
        #expect(server.context.handshakes.resumed == 1)
    }

    @Test func `curl is served, with TLS 1 2 as well`() throws {
        let port = server.test.server.port
        let common = ["-sS", "--cacert", server.authority.certificateFile, "--noproxy", "*"]
        for options in [[], ["--tls-max", "1.2"], ["--http2"]] {
            let urls = ["https://localhost:\(port)/1", "https://localhost:\(port)/2"]
            let curl = try Tool(
                "curl", common + options + ["--resolve", "localhost:\(port):127.0.0.1"] + urls)
            #expect(curl.text == "/1/2", "\(options) \(curl.errors)")
        }
        #expect(server.context.handshakes.completed == 3)
    }

    @Test func `curl refuses a server that it does not know`() throws {
        let curl = try Tool("curl", ["-sS", "https://127.0.0.1:\(server.test.server.port)/"])
        #expect(curl.code == 60)
        try eventually { server.context.handshakes.failed == 1 || server.context.handshakes.completed == 1 }
        #expect(server.test.responder.requestCount == 0)
    }
}
