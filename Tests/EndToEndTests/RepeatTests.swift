import Foundation
import JSON
import TestSupport
import Testing

/// A caller that does not know whether its request arrived sends it again under the same key (api.md §7).
@Suite struct RepeatTests {
    /// Rounds; each has several requests under way when the process is killed.
    private static let rounds = Effort.isHeavy ? 60 : 12
    private static let callers = 4

    /// From 0.1 to 100 milliseconds, so that some requests arrive and some do not, however fast the machine is.
    private static func pause(of round: Int) -> UInt32 { 100 << UInt32(round % 11) }

    /// One request that may or may not have had its effect.
    private struct Doubt {
        let title: String
        let key: String
    }

    @Test func `what was in doubt at a kill has one effect and one answer`() throws {
        let city = try City()
        let token = try city.token("carrier")
        var (titles, replayed): ([String], Int) = ([], 0)
        for round in 0..<Self.rounds {
            let doubts = (0..<Self.callers).map {
                Doubt(title: "Zweifel \(round) \($0)", key: "\(round)-\($0)")
            }
            try interrupt(doubts, in: city, token, after: Self.pause(of: round))
            let service = try city.serve()
            for doubt in doubts { replayed += try settle(doubt, on: service, token) }
            titles += doubts.map(\.title)
        }
        let service = try city.serve()
        #expect(try listed(on: service, token).sorted() == titles.sorted())
        print("repeats: \(titles.count) requests in doubt, \(replayed) had arrived, each has one effect")
        #expect(replayed > 0, "no request arrived before a kill: the test shows nothing")
    }

    /// Sends requests and kills the service without reading what it answers.
    private func interrupt(_ doubts: [Doubt], in city: City, _ token: String, after pause: UInt32) throws {
        let service = try city.serve()
        let clients = try doubts.map { _ in try service.connect() }
        for (doubt, client) in zip(doubts, clients) { try client.send(request(doubt, token)) }
        usleep(pause)
        try service.kill()
    }

    /// Repeats a request until it is answered, and once more; 1 if it had arrived before.
    private func settle(_ doubt: Doubt, on service: Service, _ token: String) throws -> Int {
        let client = try service.connect()
        try client.send(request(doubt, token))
        let first = try client.readResponse()
        #expect(first.status == 201, "\(first.text)")
        try client.send(request(doubt, token))
        let second = try client.readResponse()
        #expect(second.status == 201 && second.body == first.body)
        #expect(second["location"] == first["location"])
        #expect(second["idempotency-replayed"] == "true")
        return first["idempotency-replayed"] == nil ? 0 : 1
    }

    private func request(_ doubt: Doubt, _ token: String) -> String {
        let plain = Caller.request("POST", "/v1/needs", Drafts.titled(doubt.title), token: token)
        return plain.replacing(
            "\r\nHost:", with: "\r\nIdempotency-Key: \"\(doubt.key)\"\r\nHost:", maxReplacements: 1)
    }

    /// The titles of all needs that these tests made.
    private func listed(on service: Service, _ token: String) throws -> [String] {
        let caller = try Caller(service, token)
        var (titles, next): ([String], String?) = ([], "/v1/needs?limit=200")
        while let path = next {
            let page = try caller.get(path).expecting(200)
            titles += page["items"].elements.compactMap { $0["title"].text }.filter {
                $0.hasPrefix("Zweifel")
            }
            next = page["next_cursor"].text.map { "/v1/needs?limit=200&cursor=\($0)" }
        }
        return titles
    }
}
