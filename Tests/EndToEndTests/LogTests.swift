import Foundation
import JSON
import TestSupport
import Testing

/// The log says what happened, nothing that is not its business, and never holds up a request (operations.md §8).
@Suite struct LogTests {
    private let city: City

    init() throws {
        city = try City()
    }

    private func lines(_ log: String) throws -> [JSONValue] {
        try log.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    }

    private func requests(_ service: Service) throws -> [JSONValue] {
        service.terminate()
        return try lines(service.outcome().errors).filter { $0["msg"].text == "request" }
    }

    @Test func `each request leaves one line with its facts`() throws {
        let service = try city.serve()
        let caller = try Caller(service, city.token("carrier"))
        let body = #"{"title": "x"}"#
        let ids = try [
            caller.get("/v1/needs?limit=1&horizon=acute").answer["x-request-id"],
            caller.post("/v1/needs", body).answer["x-request-id"],
            caller.get("/v1/nowhere").answer["x-request-id"],
        ]
        let lines = try requests(service)
        let mine = ids.map { id in lines.filter { $0["request_id"].text == id } }
        #expect(mine.map(\.count) == [1, 1, 1])
        let (list, refused, lost) = (mine[0][0], mine[1][0], mine[2][0])
        #expect(
            list["route"].text == "/v1/needs" && list["method"].text == "GET" && list["level"].text == "info")
        #expect(list["status"] == .integer(200) && list["bytes_in"] == .integer(0))
        #expect(list["ip"].text == "127.0.0.0/24")
        #expect(list["token_id"].text?.count == 36 && list["party_id"].text?.count == 36)
        #expect(list["token_id"].text == refused["token_id"].text)
        #expect(refused["status"] == .integer(422) && refused["error_code"].text == "validation_failed")
        #expect(refused["bytes_in"] == .integer(Int64(body.utf8.count)))
        #expect(lost["status"] == .integer(404) && lost["error_code"].text == "not_found")
        #expect(lost["route"] == .null)
        for line in mine.joined() {
            #expect(line["ts"].text?.count == 24)
            guard case .object = line else { Issue.record("no object"); continue }
            #expect(line["duration_ms"] != .null)
        }
    }

    @Test func `callers find their request by the names they gave it, also one that was refused`() throws {
        let service = try city.serve()
        let (trace, id) = ("4bf92f3577b34da6a3ce929d0e0e4736", "Auftrag_2026-11.7")
        let names = "traceparent: 00-\(trace)-00f067aa0ba902b7-01\r\nX-Request-Id: \(id)\r\n"
        for request in ["GET /healthz HTTP/1.1", "POST /v1/needs HTTP/1.1\r\nContent-Length: 9999999"] {
            let client = try service.connect()
            try client.send("\(request)\r\nHost: localhost\r\n\(names)\r\n")
            #expect(try client.readResponse()["x-request-id"] != id, "the server's own stays")
        }
        _ = try Caller(service).get("/v1/meta")
        let lines = try requests(service).filter { $0["status"] != .integer(503) }
        let named = lines.filter { $0["trace_id"].text == trace && $0["client_request_id"].text == id }
        #expect(named.map { $0["status"] } == [.integer(200), .integer(413)])
        #expect(named.allSatisfy { $0["ip"].text == "127.0.0.0/24" })
        #expect(named.last?["method"].text == "POST")
        let other = lines.filter { $0["route"].text == "/v1/meta" }
        #expect(other.count == 1)
        #expect(other.allSatisfy { $0["trace_id"] == .null && $0["client_request_id"] == .null })
    }

    @Test func `what a trusted proxy calls a request, it is called here too`() throws {
        let service = try city.serve(environment: ["SCHARNIER_TRUSTED_PROXIES": "127.0.0.0/8"])
        let id = "7f3a52c1d09e48b6a1c4e2f0937d5b68"
        let client = try service.connect()
        try client.send("GET /v1/nothing HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: \(id)\r\n\r\n")
        let answer = try client.readResponse()
        #expect(answer["x-request-id"] == id)
        #expect(answer.text.contains("\"instance\":\"#\(id)\",\"request_id\":\"\(id)\""))
        let line = try #require(try requests(service).last { $0["status"] == .integer(404) })
        #expect(line["request_id"].text == id)
        #expect(line["client_request_id"] == .null)
    }

    @Test func `what waits for the store says how long, and how long the store then took`() throws {
        let service = try city.serve()
        let caller = try Caller(service, city.token("carrier"))
        _ = try caller.post("/v1/needs", Drafts.titled("Gemessen")).expecting(201)
        _ = try caller.get("/v1/needs").expecting(200)
        _ = try caller.get("/healthz")
        let lines = try requests(service).filter { $0["token_id"] != .null }
        #expect(lines.count == 3)
        for line in lines.prefix(2) {
            let (queue, store) = (try #require(line["queue_ms"].number), try #require(line["db_ms"].number))
            let whole = try #require(line["duration_ms"].number)
            #expect(queue >= 0 && store > 0 && queue + store <= whole, "\(line)")
        }
        #expect(lines.last?["queue_ms"] == .null && lines.last?["db_ms"] == .null)
    }

    @Test func `no token, query value, header or body ever appears`() throws {
        let canary = "Kanarienvogel"
        let service = try city.serve()
        for token in try [nil, city.token("carrier"), city.token("city_admin")] {
            let caller = try Caller(service, token)
            for path in [
                "/v1/needs?q=\(canary)", "/v1/needs?\(canary)=1", "/v1/\(canary)", "/v1/needs/\(canary)",
                "/v1/needs?cursor=\(canary)", "/v1/needs?token=\(canary)", "/v1/changes?after=\(canary)",
            ] { _ = try caller.get(path) }
            for body in ["{\"title\": \"\(canary)\"}", "{\"\(canary)\": 1}", canary, "[\"\(canary)\"]"] {
                _ = try caller.post("/v1/needs", body)
                _ = try caller.post("/v1/tokens", body)
            }
        }
        let wire = [
            "\(canary) / HTTP/1.1\r\n\r\n", "GET /\(canary)\u{1} HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: \(canary)\r\nHost: \(canary)\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic \(canary)\r\nUser-Agent: \(canary)\r\n"
                + "X-Forwarded-For: \(canary)\r\nX-Request-Id: \(canary)!\r\ntraceparent: \(canary)\r\nCookie: \(canary)\r\n\r\n",
        ]
        for request in wire {
            let client = try service.connect()
            try client.send(request)
            _ = try client.readResponse()
        }
        service.terminate()
        let log = try service.outcome().errors
        #expect(try lines(log).filter { $0["msg"].text == "request" }.count >= 30)
        #expect(!log.lowercased().contains(canary.lowercased()))
        for token in city.tokens.values { #expect(!log.contains(token)) }
    }

    @Test func `SIGHUP changes the log level, and a mistake changes nothing`() throws {
        func configure(_ text: String) throws { try city.folder.write(Array(text.utf8), to: "c.toml") }
        func request(_ service: Service) throws -> String {
            try #require(try Caller(service).get("/v1/meta").answer["x-request-id"])
        }
        try configure("log_level = 'info'")
        let service = try city.serve("--config", city.folder.file("c.toml"))
        try configure("log_level = 'nonsense'")
        service.hangUp()
        try eventually("the mistake is told") { service.log.contains("configuration not reloaded") }
        let first = try request(service)
        try configure("log_level = 'warning'\nconnections = 999")
        service.hangUp()
        try eventually("the change is told") { service.log.contains("a restart is needed") }
        let second = try request(service)
        try configure("log_level = 'info'")
        service.hangUp()
        try eventually("the next change is told") { service.log.contains("configuration reloaded") }
        let third = try request(service)
        service.terminate()
        let log = try service.outcome().errors
        #expect(log.contains(first) && !log.contains(second) && log.contains(third))
    }

    @Test func `a log that nobody reads costs lines, not requests, and says later how many`() throws {
        let pipe = try NamedPipe(city.folder.file("log"))
        let service = try Run(
            "/bin/sh",
            ["-c", "exec \"$0\" \"$@\" 2> '\(pipe.path)'", Program.binary(), "serve", "--db", city.path]
                + ["--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0"], in: city.folder)
        var log = ""
        let ports = try eventually("the service tells its ports") {
            log += pipe.read()
            return log.contains("\n") ? try lines(log)[0]["ports"].text : nil
        }.split(separator: " ").compactMap { Int($0) }
        // From here on nothing is read. Far more lines than pipe (64 KiB) and queue (8,192 twice) hold.
        let request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
        for _ in 0..<25 {
            let caller = try RawClient(port: ports[0], timeout: 30)
            for _ in 0..<30 {
                try caller.send(String(repeating: request, count: 33))
                for _ in 0..<33 { #expect(try caller.readResponse().status == 200) }
            }
        }
        let metrics = try RawClient(port: ports[1])
        try metrics.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let dropped = try MetricsDocument(metrics.readResponse().text).value("scharnier_log_dropped_total")
        #expect(try #require(dropped) > 1_000)
        try eventually("the lost lines are told", within: 20) {
            log += pipe.read()
            return log.contains("log lines dropped")
        }
        #expect(service.isRunning)
    }
}

/// A named pipe that is open for both, so that neither end waits for the other.
private final class NamedPipe {
    let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        // Safe because the path outlives the calls.
        guard unsafe mkfifo(path, 0o600) == 0 else { throw Missing(what: "a named pipe (errno \(errno))") }
        descriptor = unsafe open(path, O_RDWR | O_NONBLOCK)
    }

    deinit { close(descriptor) }

    /// What is in it now.
    func read() -> String {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        // Safe because the buffer lives for the call and its count goes along.
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe Foundation.read(descriptor, $0.baseAddress, $0.count)
        }
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
