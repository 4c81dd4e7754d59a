import Foundation
import TestSupport
import Testing

/// What a running service tells whoever watches over it (operations.md §10).
@Suite struct MetricsTests {
    private let city: City

    init() throws {
        city = try City()
    }

    /// The answer of the metrics' own listener.
    private func answer(_ service: Service, _ method: String = "GET", _ path: String = "/metrics") throws
        -> RawClient.Answer
    {
        let client = try RawClient(port: #require(service.ports.last))
        try client.send("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return try client.readResponse(to: method)
    }

    @Test func `requests, commits and changes are counted`() throws {
        let service = try city.serve("--metrics-listen", "127.0.0.1:0")
        let before = try MetricsDocument(answer(service).text)
        let caller = try Caller(service, city.token("carrier"))
        for _ in 0..<3 { _ = try caller.get("/v1/needs?limit=1") }
        _ = try caller.post("/v1/needs", "{")
        _ = try caller.post("/v1/needs", #"{"title": "Lesepaten gesucht"}"#).expecting(201)
        let document = try MetricsDocument(answer(service).text)
        func requests(_ method: String, _ status: String) -> Double? {
            document.value(
                "scharnier_http_requests_total", ["route": "/v1/needs", "method": method, "status": status])
        }
        #expect(requests("GET", "200") == 3)
        #expect(requests("POST", "400") == 1)
        #expect(requests("POST", "201") == 1)
        #expect(document.value("scharnier_http_request_duration_seconds_count", ["route": "/v1/needs"]) == 5)
        let head = try (
            #require(before.value("scharnier_feed_head")), #require(document.value("scharnier_feed_head"))
        )
        #expect(head.1 == head.0 + 1)
        #expect(try #require(document.value("scharnier_db_batch_size_sum")) >= 1)
        #expect(try #require(document.value("scharnier_http_connections", ["state": "open"])) >= 2)
        #expect(try #require(document.value("scharnier_db_file_bytes")) > 100_000)
        #expect(try #require(document.value("process_resident_memory_bytes")) > 1_000_000)
        #expect(try #require(document.value("process_open_fds")) > 5)
    }

    @Test func `the metrics' own listener gives nothing else`() throws {
        let service = try city.serve("--metrics-listen", "127.0.0.1:0")
        #expect(service.ports.count == 2)
        #expect(try answer(service)["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(try answer(service, "HEAD").status == 200)
        #expect(try answer(service, "GET", "/v1/needs").status == 404)
        #expect(try answer(service, "DELETE").status == 405)
    }

    @Test func `at the API only a token with the scope reads them`() throws {
        let service = try city.serve()
        func status(_ role: String?) throws -> Int {
            let client = try service.connect()
            try client.send(Caller.request("GET", "/metrics", token: role.map { try city.token($0) }))
            return try client.readResponse().status
        }
        #expect(try status(nil) == 401)
        for role in city.tokens.keys {
            #expect(try status(role) == (["monitor", "city_admin"].contains(role) ? 200 : 403), "\(role)")
        }
    }

    @Test func `every alert asks for metrics that exist`() throws {
        let service = try city.serve("--metrics-listen", "127.0.0.1:0")
        let names = try MetricsDocument(answer(service).text).families.map(\.name)
        let alerts = try city.folder.text(of: Repository.file("deploy/alerts.yml"))
        let expressions = alerts.split(separator: "\n").filter { $0.contains("expr:") }
        #expect(expressions.count >= 5)
        let used = Set(
            expressions.flatMap { line in
                line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
            }.filter { $0.hasPrefix("scharnier_") || $0.hasPrefix("process_") })
        for name in used {
            #expect(
                names.contains { name == $0 || name == $0 + "_bucket" || name == $0 + "_count" }, "\(name)")
        }
    }
}
