import Foundation
import JSON
import TestSupport
import Testing

/// SIGTERM answers what was accepted, commits and ends (operations.md §17).
@Suite struct ShutdownTests {
    private let city: City
    private let carrier: String

    init() throws {
        city = try City()
        carrier = try city.token("carrier")
    }

    @Test func `under load every accepted request is answered and every answer is kept`() throws {
        let service = try city.serve()
        let ledger = Ledger()
        let writers = Writers(ledger, token: carrier, prefix: "Ende")
        writers.start(on: service.port)
        try eventually("200 writes are acknowledged", within: 30) { ledger.count >= 200 }
        service.terminate()
        let outcome = try service.outcome()
        try writers.waitUntilDone()
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(writers.unansweredCount == 0)
        #expect(writers.unexpected == [])
        #expect(try city.check().code == 0)
        let evidence = try Evidence(from: city.serve(), token: carrier, asking: ledger.all)
        #expect(evidence.faults(of: ledger.all) == [])
        #expect(evidence.listed.count == ledger.count, "nothing was stored without an answer")
    }

    @Test func `a request that is half sent may be finished`() throws {
        let service = try city.serve()
        let client = try service.connect()
        let request = Array(Caller.request("POST", "/v1/needs", Drafts.titled("Halb"), token: carrier).utf8)
        try client.send(Array(request.dropLast(5)))
        // The answer to another connection shows that the loops have seen what came before.
        _ = try Caller(service).get("/healthz").expecting(200)
        service.terminate()
        try eventually("the service drains") { service.log.contains("draining") }
        // It says so before the last loop has heard of it.
        try eventually("no new connection is served") { isRefused(by: service) }
        try client.send(Array(request.suffix(5)))
        let answer = try client.readResponse()
        #expect(answer.status == 201)
        #expect(answer["connection"] == "close")
        #expect(try service.outcome().code == 0)
    }

    private func isRefused(by service: Service) -> Bool {
        do {
            let late = try service.connect()
            try late.send(Caller.request("GET", "/healthz"))
            _ = try late.readResponse()
            return false
        } catch {
            return true
        }
    }

    @Test func `a second signal ends it at once, without a crash`() throws {
        let service = try city.serve()
        let client = try service.connect()
        try client.send("POST /v1/needs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345")
        _ = try Caller(service).get("/healthz").expecting(200)
        service.terminate()
        try eventually("the service drains") { service.log.contains("draining") }
        service.terminate()
        let outcome = try service.outcome()
        #expect(outcome.code == 75, "\(outcome.errors)")
        #expect(try city.check().code == 0)
    }

    @Test func `a clean end leaves one file with everything in it`() throws {
        let service = try city.serve()
        _ = try Caller(service, carrier).post("/v1/needs", Drafts.titled("Letzte")).expecting(201)
        service.terminate()
        #expect(try service.outcome().code == 0)
        let names = try city.folder.contents().keys.filter { $0.hasPrefix("city.sqlite") }.sorted()
        #expect(names == ["city.sqlite", "city.sqlite.lock", "city.sqlite.reserve"])
    }
}
