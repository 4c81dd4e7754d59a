import HTTPServer
import HTTPWire
import Synchronization
import TestSupport
import Testing

@Suite struct AbandonmentTests {
    private let server: TestServer
    private let calls = Counter()

    init() throws {
        server = try TestServer()
    }

    private final class Counter: Sendable {
        private let count = Atomic(0)
        var value: Int { count.load(ordering: .relaxed) }
        func increment() { count.add(1, ordering: .relaxed) }
    }

    private func ask(_ path: String) throws -> (client: RawClient, reply: Reply) {
        let client = try server.connect()
        try client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
        return (client, try server.responder.reply(for: path))
    }

    @Test func `who has gone is known to those who work for him`() throws {
        let (client, reply) = try ask("/later")
        reply.whenAbandoned { [calls] in calls.increment() }
        #expect(!reply.isAbandoned && calls.value == 0)
        client.reset()
        try eventually { reply.isAbandoned && calls.value == 1 }
    }

    @Test func `who sends no more counts as gone, and still gets an answer that comes`() throws {
        let (client, reply) = try ask("/later")
        client.finishSending()
        try eventually { reply.isAbandoned }
        reply.send(Response(status: 200, body: [0x31]))
        #expect(try client.readResponse().text == "1")
    }

    @Test func `who has sent more before going counts as gone`() throws {
        let (client, reply) = try ask("/later")
        try client.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.finishSending()
        try eventually { reply.isAbandoned }
        reply.send(Response(status: 200, body: [0x31]))
        #expect(try client.readResponse().text == "1")
        #expect(try client.readResponse().text == "/2")
    }

    @Test func `who asks too late is told at once`() throws {
        let (client, reply) = try ask("/later")
        client.reset()
        try eventually { reply.isAbandoned }
        reply.whenAbandoned { [calls] in calls.increment() }
        #expect(calls.value == 1)
    }

    @Test func `who has got his answer is not gone, and the next request starts anew`() throws {
        let (client, reply) = try ask("/later/1")
        reply.whenAbandoned { [calls] in calls.increment() }
        reply.send(Response(status: 204))
        #expect(try client.readResponse().status == 204)
        try client.send("GET /later/2 HTTP/1.1\r\nHost: a\r\n\r\n")
        let next = try server.responder.reply(for: "/later/2")
        client.reset()
        try eventually { next.isAbandoned }
        #expect(!reply.isAbandoned && calls.value == 0)
    }

    @Test func `cutting the server abandons what it owes`() throws {
        let (client, reply) = try ask("/later")
        server.server.cut()
        #expect(!server.server.waitUntilStopped())
        #expect(reply.isAbandoned)
        withExtendedLifetime(client) {}
    }
}
