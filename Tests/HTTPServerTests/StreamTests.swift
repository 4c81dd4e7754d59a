import HTTPServer
import HTTPWire
import Synchronization
import TestSupport
import Testing

/// Content that is made while it is sent (api.md §9, Export).
@Suite struct StreamTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func exchange(_ server: TestServer, _ request: String) throws -> String {
        let client = try server.connect()
        try client.send("\(request)\r\nHost: a\r\n\r\n")
        client.finishSending()
        return text(try client.readToEnd())
    }

    @Test func `pieces go out as chunks, and the connection goes on`() throws {
        let server = try TestServer()
        let answers = try exchange(server, "GET /stream HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.1")
        #expect(answers.contains("Transfer-Encoding: chunked\r\n"))
        #expect(answers.contains("\r\n\r\n5\r\neins,\r\n4\r\nzwei\r\n0\r\n\r\nHTTP/1.1 200"))
        #expect(answers.hasSuffix("/next"))
        #expect(!answers.prefix { $0 != "z" }.contains("Content-Length"))
    }

    @Test func `in HTTP 1 dot 0 the end of the connection is the end`() throws {
        let server = try TestServer()
        let answer = try exchange(server, "GET /stream HTTP/1.0\r\nConnection: keep-alive")
        #expect(answer.hasSuffix("\r\n\r\neins,zwei"))
        #expect(!answer.contains("Transfer-Encoding"))
        #expect(answer.contains("Connection: close"))
    }

    @Test func `HEAD asks for no piece`() throws {
        let server = try TestServer()
        let answer = try exchange(server, "HEAD /stream HTTP/1.1")
        #expect(answer.hasSuffix("\r\n\r\n"))
        #expect(answer.contains("Transfer-Encoding: chunked"))
        #expect(server.responder.pieces.withLock { $0 } == 0)
    }

    @Test(arguments: ["1.1", "1.0"])
    func `what breaks off never looks whole`(_ version: String) throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("GET /stream/broken HTTP/\(version)\r\nHost: a\r\n\r\n")
        var received: [UInt8] = []
        // Either the reset arrives first, or what was sent before it, without the last chunk.
        let wasReset = (try? received = client.readToEnd()) == nil
        #expect(wasReset || version == "1.1")
        #expect(!text(received).contains("0\r\n\r\n"))
    }

    @Test func `the next piece is made when the last one has gone`() throws {
        let server = try TestServer()
        let client = try server.connect(receiveBuffer: 4096)
        try client.send("GET /stream/large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        try eventually { server.responder.pieces.withLock { $0 } > 0 }
        let early = try settled { server.responder.pieces.withLock { $0 } }
        // What the buffers of both ends hold is made ahead, and no more.
        #expect(early < 40)
        let whole = try client.readToEnd()
        #expect(whole.count > 63 * TestResponder.largePiece.count)
        #expect(text(Array(whole.suffix(7))) == "\r\n0\r\n\r\n")
        #expect(server.responder.pieces.withLock { $0 } == 64)
    }

    /// A value that has not changed for half a second.
    private func settled(_ read: () -> Int) throws -> Int {
        var (value, times) = (read(), 0)
        try eventually {
            let now = read()
            times = now == value ? times + 1 : 0
            value = now
            return times > 300
        }
        return value
    }

    @Test func `a piece has the time of an answer`() throws {
        let server = try TestServer { $0.timeLimits.answer = .milliseconds(200) }
        let client = try server.connect()
        try client.send("GET /stream/never HTTP/1.1\r\nHost: a\r\n\r\n")
        var received: [UInt8] = []
        _ = try? received = client.readToEnd()
        #expect(!text(received).contains("0\r\n\r\n"))
        #expect(!text(received).contains("503"))
        // Whoever makes it late finds nobody.
        server.responder.takers.withLock { $0["/stream/never"]?(.last([])) }
        #expect(try exchange(server, "GET /alive HTTP/1.1").hasSuffix("/alive"))
    }

    @Test func `who goes away is not asked for further pieces`() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("GET /stream/gone HTTP/1.1\r\nHost: a\r\n\r\n")
        let take = try eventually {
            server.responder.takers.withLock { $0.removeValue(forKey: "/stream/gone") }
        }
        client.reset()
        for _ in 0..<100 { take(.more(Array("x".utf8))) }
        #expect(try exchange(server, "GET /alive HTTP/1.1").hasSuffix("/alive"))
        #expect(server.responder.pieces.withLock { $0 } <= 2)
    }

    @Test func `a stream under way is finished when the server drains`() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("GET /stream/drain HTTP/1.1\r\nHost: a\r\n\r\n")
        let first = try taker(server)
        server.server.drain()
        first(.more(Array("eins".utf8)))
        let second = try taker(server)
        second(.last(Array("zwei".utf8)))
        #expect(text(try client.readToEnd()).hasSuffix("4\r\neins\r\n4\r\nzwei\r\n0\r\n\r\n"))
    }

    private func taker(_ server: TestServer) throws -> @Sendable (ContentStream.Piece) -> Void {
        try eventually { server.responder.takers.withLock { $0.removeValue(forKey: "/stream/drain") } }
    }
}
