import Foundation
import Scharnier
import ScharnierStore
import Testing

/// What is redacted is nowhere any more: not in a table, an index of words, a kept answer, or a file.
@Suite struct RedactionStoreTests {
    private static let canary = "Kanarienvogel"

    private let file: TemporaryDatabase
    private let city: TestCity

    init() throws {
        file = try TemporaryDatabase("")
        city = try TestCity(path: file.path)
    }

    /// A need with the word in every text, which was changed, closed and answered about.
    private func need() throws -> Need {
        var need = Need.sample(of: city.carrier.id, title: Self.canary, areas: [city.area("market")])
        need.content.text = "Zwanzig Zeichen \(Self.canary)"
        need.content.site = Need.Site(name: Self.canary, address: Self.canary)
        need.content.ownSteps = Self.canary
        need.content.horizon = .temporary
        need.content.neededByOn = Day("2027-06-30")
        need.items[0].content.description = Self.canary
        need.freshness = .init(confirmedAt: city.clock.now, staleAt: city.clock.now)
        try city.keep(need)
        let facts = TransitionFacts(reasonCode: "no_offer", note: Self.canary, outcome: "failed")
        let id = need.id
        return try city.store.write { [party = city.carrierParty, organization = city.carrier.id] tx in
            let closed = try tx.fire(Need.Event.close, on: id, facts: facts, as: party).item
            for (key, body) in [
                ("own", "{\"id\":\"\(id)\",\"title\":\"\(Self.canary)\"}"),
                ("other", "{\"need_id\":\"\(id)\"}"),
            ] {
                try tx.keep(
                    KeptAnswer(
                        organization: organization, key: key, fingerprint: Array(repeating: 1, count: 32),
                        status: 201, location: "/v1/needs/\(id)", contentLocation: nil, tag: nil,
                        body: Array(body.utf8), keptAt: tx.now))
            }
            return closed
        }
    }

    private static let everything = [
        Redaction(path: "title", text: "Ein Bedarf"),
        .init(path: "text", text: "Ein Text von zwanzig Zeichen"),
        .init(path: "site/name", text: nil), .init(path: "site/address", text: nil),
        .init(path: "own_steps", text: nil), .init(path: "items/0/description", text: nil),
        .init(path: "close/note", text: nil),
    ]

    private func redact(_ need: Need) throws -> Need {
        try city.store.write { [party = city.city] in
            try $0.redact(need.id, Self.everything, because: .personalData, as: party).item
        }
    }

    @Test func `no byte of the file holds it after the log is folded in`() throws {
        let need = try need()
        #expect(occurrences() > 5)
        _ = try redact(need)
        city.store.finishScrubbing()
        #expect(occurrences() == 0)
        // Stopping folds the log into the database.
        city.store.stop()
        #expect(occurrences() == 0)
        #expect(try SQLiteStore.check(path: file.path).isEmpty)
    }

    @Test func `the record, its log and kept answers say nothing of it, and other answers stay`() throws {
        let redacted = try redact(try need())
        #expect(redacted.revision == 2)
        #expect(redacted.closing == .init(outcome: .failed, reasonCode: "no_offer", note: nil))
        try city.store.read { tx in
            #expect(try tx.need(redacted.id) == redacted)
            let log = try tx.transitions(of: .need, .init(redacted.id))
            #expect(log.map(\.note) == [nil, nil])
            #expect(log.map(\.event) == ["close", "redact"])
            #expect(log.last?.reasonCode == "personal_data")
            #expect(log.last.map { $0.from == $0.to } == true)
            let kept = try ["own", "other"].map { try tx.keptAnswer(to: $0, of: city.carrier.id) }
            #expect(kept.map { $0?.body == nil } == [true, false])
            #expect(kept.allSatisfy { $0?.status == 201 })
        }
    }

    @Test func `the feed has everyone erase it, the audit log names members only`() throws {
        let need = try need()
        let position = try city.store.read { try $0.lastPosition() }
        let redacted = try redact(need)
        let changes = try city.store.read { try $0.changes(after: position, limit: 10) }
        #expect(changes.map(\.sequence) == [redacted.version])
        #expect(changes.map(\.isErasure) == [true])
        #expect(changes.first?.effect(for: city.carrierParty) == .erase)
        let entry = try city.store.write { try $0.auditEntries(about: .init("need", need.id)) }.last
        #expect(entry?.action == "need.redact")
        #expect(entry?.fields == ["close", "items", "own_steps", "site", "text", "title"])
    }

    /// How often the middle of the word stands in the database and its log, folded as an index would.
    private func occurrences() -> Int {
        ["", "-wal"].reduce(0) { count, suffix in
            let bytes = FileManager.default.contents(atPath: file.path + suffix) ?? Data()
            let text = String(decoding: bytes.map { $0 < 0x80 ? $0 | 0x20 : $0 }, as: UTF8.self)
            return count + text.components(separatedBy: "narienvo").count - 1
        }
    }
}
