import Foundation
import JSON
import TestSupport
import Testing

/// What comes over the wire and is no request, or comes slowly, or all at once.
@Suite struct WireTests {
    private let city: City
    private let service: Service

    init() throws {
        city = try City()
        service = try city.serve()
    }

    /// Requests that are wrong before anybody looks at their meaning, and the status each gets.
    static let malformed: [(name: String, request: String, status: Int)] = [
        ("no Host", "GET /v1/meta HTTP/1.1\r\n\r\n", 400),
        ("two Hosts", "GET /v1/meta HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("no request line", "\u{1}\u{2}\u{3}\r\n\r\n", 400),
        ("blank before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        ("folded field", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n", 400),
        (
            "two framings",
            "POST /v1/needs HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400
        ),
        (
            "two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            400
        ),
        ("negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
        ("bad chunk", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
        ("too long content", "POST /v1/needs HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413),
        ("too long target", "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (
            "too long head",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 17_000))\r\n\r\n", 431
        ),
        (
            "too many fields",
            "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: 1\r\n", count: 101))\r\n", 431
        ),
        ("unknown method", "BREW /v1/meta HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        ("unknown coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
        ("other version", "GET /v1/meta HTTP/2.0\r\nHost: a\r\n\r\n", 505),
    ]

    @Test(arguments: malformed.indices)
    func `a malformed request gets a problem, the connection closes, the next one works`(index: Int) throws {
        let (name, request, status) = Self.malformed[index]
        let client = try service.connect()
        try client.send(request)
        let answer = try client.readResponse()
        #expect(answer.status == status, "\(name)")
        #expect(answer["content-type"] == "application/problem+json", "\(name)")
        #expect(answer["connection"] == "close", "\(name)")
        let problem = try JSONValue(parsing: answer.body)
        #expect(problem["status"].integer == Int64(status))
        #expect(problem["code"].text?.isEmpty == false)
        #expect(try client.readToEnd() == [], "\(name): nothing after the answer")
        #expect(try Caller(service).get("/readyz").status == 200)
    }

    @Test func `an address with https needs an encrypted connection`() throws {
        let behindProxy = try City()
        let trusting = try behindProxy.serve("--trusted-proxies", "127.0.0.1")
        func status(_ target: String, of service: Service, _ fields: String = "") throws -> Int {
            let client = try service.connect()
            try client.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n")
            let answer = try client.readResponse()
            let code = try JSONValue(parsing: answer.body)["code"].text
            #expect((code == "misdirected_request") == (answer.status == 421))
            return answer.status
        }
        let word = "X-Forwarded-Proto: https\r\n"
        #expect(try status("https://localhost/v1/meta", of: service) == 421)
        let elsewhere = try status("HTTPS://localhost:443/v1/nothing", of: service)
        #expect(elsewhere == 421, "before the path is looked at")
        #expect(try status("http://localhost/v1/meta", of: service) == 200)
        #expect(try status("https://localhost/v1/meta", of: service, word) == 421, "anybody can say that")
        #expect(try status("https://localhost/v1/meta", of: trusting, word) == 200)
        #expect(try status("https://localhost/v1/meta", of: trusting) == 421)
    }

    @Test func `refused content is taken in without being kept`() throws {
        let before = try peakMemory()
        let (port, length) = (service.port, 32_000_000)
        let statuses = try Parallel.run(8, within: 60) { _ in
            let client = try RawClient(port: port, timeout: 60)
            try client.send("POST /v1/needs HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n")
            let piece = [UInt8](repeating: 0x61, count: 1_000_000)
            for _ in 0..<length / piece.count { try client.send(piece) }
            return try client.readResponse().status
        }
        #expect(statuses == Array(repeating: 413, count: 8))
        #expect(try peakMemory() - before < 16 * 1_024, "KiB, for 250,000 KiB of content")
    }

    /// The most memory that the service has had so far, in KiB (proc(5)).
    private func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(service.processID)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.split(separator: " ")[1]))
    }

    @Test func `what follows a malformed request is not taken for a request`() throws {
        let client = try service.connect()
        let smuggled = Caller.request(
            "POST", "/v1/needs", Drafts.titled("smuggled"), token: try city.token("carrier"))
        let head =
            "POST /v1/needs HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        try client.send(head + smuggled)
        #expect(try client.readResponse().status == 400)
        #expect(try client.readToEnd() == [])
        let drafts = try Caller(service, city.token("carrier")).get("/v1/needs?status=draft").expecting(200)[
            "items"]
        #expect(drafts.first(where: "title", is: "smuggled") == .null)
    }

    @Test func `pipelined requests are answered in order, slow and fast ones mixed`() throws {
        let client = try service.connect()
        let token = try city.token("carrier")
        let requests = (0..<40).map { number in
            number.isMultiple(of: 2)
                ? Caller.request("POST", "/v1/needs", Drafts.titled("Reihe \(number)"), token: token)
                : Caller.request("GET", "/nowhere/\(number)", token: token)
        }
        try client.send(requests.joined())
        for number in 0..<40 {
            let answer = try client.readResponse()
            let body = try JSONValue(parsing: answer.body)
            if number.isMultiple(of: 2) {
                #expect(answer.status == 201)
                #expect(body["title"].text == "Reihe \(number)")
            } else {
                #expect(answer.status == 404)
            }
        }
    }

    @Test func `an API error in between leaves the connection in step`() throws {
        let caller = try Caller(service, city.token("carrier"))
        #expect(try caller.post("/v1/needs", #"{"title": "#).status == 400)
        #expect(try caller.post("/v1/needs", #"{"title": 5}"#).status == 422)
        #expect(try caller.get("/v1/needs/none").status == 404)
        #expect(
            try caller.post("/v1/needs", Drafts.titled("Danach")).expecting(201)["title"].text == "Danach")
    }

    @Test func `a slow client does not disturb others`() throws {
        let dripping = try service.connect()
        let deaf = try service.connect(receiveBuffer: 4_096)
        let fetch = Caller.request("GET", "/openapi.yaml")
        try deaf.send(String(repeating: fetch, count: 30))
        try dripping.send("GET /healthz HTT")
        let caller = try Caller(service, city.token("carrier"))
        for number in 0..<50 {
            try dripping.send(number == 0 ? "P/1.1\r\n" : "X-\(number): a\r\n")
            let start = ContinuousClock.now
            _ = try caller.post("/v1/needs", Drafts.titled("Zügig \(number)")).expecting(201)
            #expect(ContinuousClock.now - start < .seconds(5))
        }
        try dripping.send("Host: a\r\n\r\n")
        #expect(try dripping.readResponse().status == 200)
        for _ in 0..<30 { #expect(try deaf.readResponse().status == 200) }
    }

    @Test func `two writers at once both get through`() throws {
        let token = try city.token("carrier")
        let service = service.port
        let ids = try Parallel.run(2) { writer in
            let client = try RawClient(port: service)
            return try (0..<50).map { number in
                try client.send(
                    Caller.request(
                        "POST", "/v1/needs", Drafts.titled("Zu zweit \(writer) \(number)"), token: token))
                return try JSONValue(parsing: client.readResponse().body)["id"].text
            }
        }
        #expect(Set(ids.joined().compactMap { $0 }).count == 100)
    }
}
