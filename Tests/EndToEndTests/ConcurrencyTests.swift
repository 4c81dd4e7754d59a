import Foundation
import JSON
import TestSupport
import Testing

/// Many at once: nobody overwrites unseen, nobody takes what is gone, and all see one order (operations.md §17).
@Suite struct ConcurrencyTests {
    private static let crowd = 64

    private let city: City
    private let service: Service

    init() throws {
        city = try City()
        service = try city.serve()
    }

    @Test func `of sixty-four writers on one version exactly one gets through, round after round`() throws {
        let token = try city.token("carrier")
        let item = try Caller(service, token).post("/v1/needs", Drafts.titled("Umkämpft"))
        let path = "/v1/needs/\(try #require(item.body["id"].text))"
        var tag = try #require(item.answer["etag"])
        for round in 0..<(Effort.isHeavy ? 50 : 5) {
            let replies = try together { [tag] number, caller in
                try caller.call("PATCH", path, Drafts.titled("Runde \(round) von \(number)"), ifMatch: tag)
            }
            let winners = replies.filter { $0.status == 200 }
            #expect(winners.count == 1)
            #expect(replies.filter { $0.status == 412 }.count == Self.crowd - 1)
            let winner = try #require(winners.first)
            let now = try Caller(service, token).get(path)
            #expect(try now.expecting(200)["title"] == winner.body["title"])
            #expect(now.answer["etag"] == winner.answer["etag"])
            tag = try #require(now.answer["etag"])
        }
    }

    @Test func `of sixty-four who take one of ten exactly ten get it`() throws {
        let (carrier, company) = (try city.token("carrier"), try city.token("company"))
        let offer = try tenBags(company)
        let introductions = try proposals(of: offer)
        let replies = try together { number, caller in
            try caller.post("\(introductions[number])/transitions", #"{"event":"accept"}"#)
        }
        #expect(replies.filter { $0.status == 201 }.count == 10)
        let refused = replies.filter { $0.status == 409 }
        #expect(refused.count == Self.crowd - 10)
        #expect(
            refused.allSatisfy {
                $0.body["failed_guards"].elements.map { $0["code"].text } == ["capacity_exhausted"]
            })
        let left = try Caller(service, company).get("/v1/offers/\(offer)").expecting(200)
        #expect(left["usage"]["held"] == .integer(10))
        #expect(left["status"].text == "exhausted")
        let caller = try Caller(service, carrier)
        let held = try introductions.filter { try caller.get($0).expecting(200)["holds"].elements.count == 1 }
        #expect(held.count == 10)
    }

    @Test func `what readers and writers of one item see fits one order of all they did`() throws {
        let token = try city.token("carrier")
        let item = try Caller(service, token).post("/v1/needs", Drafts.titled("Anfang")).expecting(201)
        let path = "/v1/needs/\(try #require(item["id"].text))"
        let (pairs, steps) = (8, Effort.isHeavy ? 400 : 25)
        let start = StartLine(for: 2 * pairs)
        let parts = try Parallel.run(2 * pairs, within: 120) { [port = service.port] number in
            let witness = Witness(of: path, as: try Caller(port: port, token))
            try start.wait()
            for step in 0..<steps {
                // Readers read twice as often as writers try.
                _ = try witness.read()
                let tag = try witness.read()
                if number < pairs { try witness.write("\(number) \(step)", over: tag) }
            }
            return witness.events
        }
        let history = History(
            first: (try #require(item["version"].integer), "Anfang"), events: Array(parts.joined()))
        #expect(history.events.filter(\.isWrite).count > steps / 2)
        #expect(history.faults == [])
        #expect(swapped(history).faults != [], "a history with a read from the past would be found out")
    }

    /// The history with the answers to two reads that did not overlap exchanged.
    private func swapped(_ history: History) -> History {
        let reads = history.events.filter { !$0.isWrite }.sorted { $0.start < $1.start }
        guard let first = reads.first, let last = reads.last else { return history }
        var events = history.events.filter { $0.start != first.start && $0.start != last.start }
        events.append(.init(deed: last.deed, start: first.start, end: first.end))
        events.append(.init(deed: first.deed, start: last.start, end: last.end))
        return History(first: history.first, events: events)
    }

    /// Has a crowd of carriers, each on a connection of its own, do something at the same moment.
    private func together(_ body: @escaping @Sendable (Int, Caller) throws -> Reply) throws -> [Reply] {
        let token = try city.token("carrier")
        let start = StartLine(for: Self.crowd)
        return try Parallel.run(Self.crowd, within: 60) { [port = service.port] number in
            let caller = try Caller(port: port, token)
            try start.wait()
            return try body(number, caller)
        }
    }

    /// An offer of ten pieces.
    private func tenBags(_ company: String) throws -> String {
        let caller = try Caller(service, company)
        let id = try #require(try caller.post("/v1/offers", Drafts.tenBags).expecting(201)["id"].text)
        _ = try caller.post("/v1/offers/\(id)/transitions", #"{"event":"submit"}"#).expecting(201)
        return id
    }

    /// One introduction for each of the crowd, of one piece for a need of its own, that waits for the carrier.
    private func proposals(of offer: String) throws -> [String] {
        let areas = try Caller(service).get("/v1/areas?code=ar-nordmarkt").expecting(200)["items"]
        let draft = Drafts.bags(area: try #require(areas.elements.first?["id"].text))
        let (carrier, officer) = (try city.token("carrier"), try city.token("area_officer"))
        let company = try city.token("company")
        let threads = 8
        let parts = try Parallel.run(threads, within: 60) { [port = service.port] _ in
            let (asking, publishing) = (try Caller(port: port, carrier), try Caller(port: port, officer))
            let giving = try Caller(port: port, company)
            return try (0..<Self.crowd / threads).map { _ in
                let need = try asking.post("/v1/needs", draft).expecting(201)
                let id = try #require(need["id"].text)
                for (caller, event) in [(asking, "submit"), (publishing, "publish")] {
                    _ = try caller.post("/v1/needs/\(id)/transitions", #"{"event":"\#(event)"}"#).expecting(
                        201)
                }
                let line = #"{"need_item_id":"\#(need["items"].elements[0]["id"].text ?? "")","quantity":1}"#
                let proposal = #"{"need_id":"\#(id)","offer_id":"\#(offer)","lines":[\#(line)]}"#
                let introduction = try giving.post("/v1/introductions", proposal).expecting(201)
                return "/v1/introductions/\(try #require(introduction["id"].text))"
            }
        }
        return Array(parts.joined())
    }
}

/// Somebody who reads and writes one item, and remembers what happened when.
private final class Witness {
    private let path: String
    private let caller: Caller
    private(set) var events: [History.Event] = []

    init(of path: String, as caller: Caller) {
        self.path = path
        self.caller = caller
    }

    /// Reads the item; the result is its version and tag.
    func read() throws -> (version: Int64, tag: String) {
        let start = ContinuousClock.now
        let reply = try caller.get(path)
        let item = try reply.expecting(200)
        let version = try #require(item["version"].integer)
        note(.saw(version, value: item["title"].text), since: start)
        return (version, try #require(reply.answer["etag"]))
    }

    /// Tries to replace a version.
    func write(_ value: String, over earlier: (version: Int64, tag: String)) throws {
        let start = ContinuousClock.now
        let reply = try caller.call("PATCH", path, Drafts.titled(value), ifMatch: earlier.tag)
        let version = try #require(reply.body["version"].integer, "\(reply.answer.text)")
        switch reply.status {
        case 200: note(.wrote(from: earlier.version, to: version, value: value), since: start)
        case 412: note(.saw(version, value: nil), since: start)
        default: throw Unexpected(status: reply.status, text: reply.answer.text)
        }
    }

    private func note(_ deed: History.Event.Deed, since start: ContinuousClock.Instant) {
        events.append(.init(deed: deed, start: start, end: .now))
    }
}
