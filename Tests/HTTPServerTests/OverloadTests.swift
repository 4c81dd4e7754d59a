import HTTPServer
import HTTPWire
import TestSupport
import Testing

@Suite struct OverloadTests {
    /// Anonymous reads are refused from 2 owed answers on, all reads from 3, everything from 4.
    private let server: TestServer

    init() throws {
        server = try TestServer { $0.requestsInWork = 4 }
    }

    private enum Kind: String, CaseIterable {
        case anonymousRead = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"
        case read = "GET /x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\n\r\n"
        case write = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok"
        case health = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
    }

    /// Requests whose answers are owed from now on.
    private func owe(_ numbers: ClosedRange<Int>) throws -> [RawClient] {
        try numbers.map { number in
            let client = try server.connect()
            try client.send("POST /later/\(number) HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n1")
            try eventually { server.server.figures.inWork == number }
            return client
        }
    }

    @Test(arguments: [
        (1, [200, 200, 200, 200]), (2, [503, 200, 200, 200]), (3, [503, 503, 200, 200]),
        (4, [503, 503, 503, 200]),
    ])
    func `those with the least to lose are refused first, health never`(owed: Int, statuses: [Int]) throws {
        let busy = try owe(1...owed)
        let client = try server.connect()
        for (kind, status) in zip(Kind.allCases, statuses) {
            try client.send(kind.rawValue)
            let answer = try client.readResponse()
            #expect(answer.status == status, "\(kind)")
            #expect(answer["connection"] == nil, "refusing costs no connection")
        }
        #expect(server.server.figures.shedRequests == statuses.count { $0 == 503 })
        withExtendedLifetime(busy) {}
    }

    @Test func `a refusal says when to come again, and not the same to all`() throws {
        let busy = try owe(1...2)
        let client = try server.connect()
        var moments: Set<String> = []
        for _ in 0..<20 {
            try client.send(Kind.anonymousRead.rawValue)
            let answer = try client.readResponse()
            #expect(answer.text == "overloaded")
            moments.insert(try #require(answer["retry-after"]))
        }
        #expect(moments.isSubset(of: ["1", "2", "3", "4", "5"]) && moments.count > 1)
        withExtendedLifetime(busy) {}
    }

    @Test func `content that is still on its way is not waited for`() throws {
        let busy = try owe(1...4)
        for expectation in ["", "Expect: 100-continue\r\n"] {
            let client = try server.connect()
            try client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\(expectation)\r\n")
            let answer = try client.readResponse()
            #expect(answer.status == 503 && answer["connection"] == "close")
            #expect(try client.readToEnd().isEmpty)
        }
        withExtendedLifetime(busy) {}
    }

    @Test func `content of which a part is here is not waited for either`() throws {
        let busy = try owe(1...4)
        let client = try server.connect()
        try client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab")
        let answer = try client.readResponse()
        #expect(answer.status == 503 && answer["connection"] == "close")
        withExtendedLifetime(busy) {}
    }

    @Test func `answers make room again`() throws {
        let busy = try owe(1...4)
        for number in 1...4 {
            try server.responder.reply(for: "/later/\(number)").send(Response(status: 204))
        }
        for client in busy { #expect(try client.readResponse().status == 204) }
        let client = try server.connect()
        try client.send(Kind.anonymousRead.rawValue)
        #expect(try client.readResponse().status == 200)
        #expect(server.server.figures.inWork == 0)
    }

    @Test func `work for a client that has gone counts until it is done, or until nobody can finish it`()
        throws
    {
        let busy = try owe(1...2)
        for client in busy { client.reset() }
        try eventually { server.server.connectionCount == 0 }
        #expect(server.server.figures.inWork == 2)
        try server.responder.reply(for: "/later/1").send(Response(status: 204))
        #expect(server.server.figures.inWork == 1)
        _ = try server.responder.reply(for: "/later/2")
        try eventually { server.server.figures.inWork == 0 }
    }

    @Test func `answers that wait for an event are no work`() throws {
        let busy = try owe(1...2)
        for number in 1...2 {
            let reply = try server.responder.reply(for: "/later/\(number)")
            reply.wait(atMost: .seconds(60))
            #expect(server.server.figures.inWork == 2 - number)
            reply.send(Response(status: 204))
        }
        for client in busy { #expect(try client.readResponse().status == 204) }
        #expect(server.server.figures.inWork == 0)
    }

    @Test func `the control socket is never refused`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("control.sock")
        let server = try TestServer {
            $0.requestsInWork = 0
            $0.listeners.append(ListenerConfiguration(.unix(path: path, mode: 0o600), purpose: .control))
        }
        let (client, control) = (try server.connect(), try RawClient(path: path))
        for client in [client, control] { try client.send(Kind.anonymousRead.rawValue) }
        #expect(try client.readResponse().status == 503)
        #expect(try control.readResponse().status == 200)
    }

    @Test func `when the loop itself is late, some are refused and the others served, and then all`() throws {
        let server = try TestServer { $0.threads = 1 }
        let clients = try (0..<100).map { _ in try server.connect() }
        try eventually { server.server.connectionCount == 100 }
        let blocked = try server.connect()
        try blocked.send("GET /block HTTP/1.1\r\nHost: a\r\n\r\n")
        try eventually { server.responder.gate.isHolding }
        for client in clients { try client.send("GET /work HTTP/1.1\r\nHost: a\r\n\r\n") }
        server.responder.gate.open()
        let answers = try clients.map { try $0.readResponse().status }
        #expect(answers.count { $0 == 204 } >= 32)
        #expect(answers.count { $0 == 503 } >= 32, "half of a second's work is refused")
        for client in clients.prefix(20) {
            try client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse().status == 200)
        }
    }
}
