import Foundation
import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// Nothing is left of an erased person: no row, no index, no kept answer, no byte of a file (domain.md §12.4).
@Suite struct ErasureTests {
    private let file: TemporaryDatabase
    private let city: TestCity

    init() throws {
        file = try TemporaryDatabase("")
        city = try TestCity(path: file.path)
    }

    private func canaries(_ number: Int) -> [String] {
        ["Kanarienname", "Kanarienamt", "kanarienpost", "+49 231 77", "Kanarienwort"].map {
            "\($0)\(number)x"
        }
    }

    /// A contact of the carrier with a canary in each field.
    private func contact(_ number: Int) throws -> Contact {
        let words = canaries(number)
        var card = Contact.Card(
            displayName: words[0], purpose: .introduction, lawfulBasis: .consent, infoTextVersion: "1")
        card.function = words[1]
        card.email = "\(words[2])@example.org"
        card.phone = words[3]
        let (id, party) = (city.carrier.id, city.carrierParty)
        return try city.store.write { [card] in try $0.createContact(card, of: id, as: party) }
    }

    /// An introduction that disclosed the contact, with a canary in each text of it and of its log.
    private func disclosed(_ contact: Contact, _ number: Int) throws -> Introduction {
        let word = canaries(number)[4]
        let need = try city.publishedNeed { $0.contact = contact.id }
        let offer = try city.activeOffer()
        let proposal = IntroductionProposal(
            need: need.id, lines: [.init(item: need.items[0].id, quantity: 1)], offer: offer.id, message: word
        )
        let (giver, carrier) = (city.giverParty, city.carrierParty)
        return try city.store.write { tx in
            let id = try tx.propose(proposal, as: giver).id
            _ = try tx.fire(.accept, on: id, facts: .init(note: word), as: carrier)
            let facts = TransitionFacts(reasonCode: "timing", note: word)
            return try tx.fire(.fail, on: id, facts: facts, as: carrier).item
        }
    }

    private func keepAnswer(about id: String, showing text: String, record: Identifier<Change>?) throws {
        let organization = city.carrier.id
        try city.store.write { tx in
            try tx.keep(
                KeptAnswer(
                    organization: organization, key: "\(id)\(record == nil)",
                    fingerprint: Array(repeating: 1, count: 32),
                    status: 201, location: nil, contentLocation: nil, tag: nil,
                    body: Array("{\"id\":\"\(id)\",\"display_name\":\"\(text)\"}".utf8), keptAt: tx.now,
                    record: record))
        }
    }

    @discardableResult
    private func erase(_ contact: Contact) throws -> Erasure {
        let party = city.city
        return try city.store.write { tx in
            try tx.contact(contact.id).map { try tx.erase($0, as: party) } ?? Erasure()
        }
    }

    @Test func `the contact stays without the person, and the introduction without its texts`() throws {
        let contact = try contact(1)
        let introduction = try disclosed(contact, 1)
        let position = try city.store.read { try $0.lastPosition() }
        let erasure = try erase(contact)
        #expect(erasure.introductions == 1 && erasure.recipients == 1)
        let rest = try #require(try city.store.read { try $0.contact(contact.id) })
        #expect(rest.card.displayName == "gelöscht" && rest.erasedAt == city.clock.now)
        #expect(rest.card.email == nil && rest.card.phone == nil && rest.card.function == nil)
        #expect(rest.card.purpose == .introduction && rest.card.release == .none)
        let left = try city.introduction(introduction.id)
        #expect(left.message == nil && left.status == .failed && left.holds == introduction.holds)
        let log = try city.store.read { try $0.transitions(of: .introduction, .init(introduction.id)) }
        #expect(log.map(\.event) == ["propose", "accept", "fail"] && log.allSatisfy { $0.note == nil })
        let changes = try city.store.read { try $0.changes(after: position, limit: 10) }
        #expect(changes.map(\.isErasure) == [true, true])
        #expect(Set(changes.map(\.subject)) == [.contact, .introduction])
        #expect(changes.allSatisfy { $0.effect(for: city.giverParty) == .erase })
        let audit = try city.store.write { try $0.auditEntries(about: .init("contact", contact.id)) }
        #expect(audit.last?.action == "contact.erase" && audit.last?.fields == [])
        #expect(try erase(contact) == Erasure())
        #expect(try city.store.check().isEmpty)
    }

    @Test func `kept answers about it and its introductions are forgotten, others stay`() throws {
        let contact = try contact(1)
        let introduction = try disclosed(contact, 1)
        let (id, other) = ("\(contact.id)", try self.contact(2))
        try keepAnswer(about: id, showing: "a", record: .init(contact.id))
        try keepAnswer(about: id, showing: "b", record: nil)
        try keepAnswer(about: "\(introduction.id)", showing: "c", record: .init(introduction.id))
        try keepAnswer(about: "\(other.id)", showing: "d", record: .init(other.id))
        try erase(contact)
        let bodies: [Bool] = try city.store.connections.lend { connection in
            try connection.rows(
                "SELECT body IS NULL FROM keptAnswer ORDER BY record IS NULL, record = \(other.id)"
            ) {
                try $0.next()
            }
        }
        #expect(bodies == [true, true, false, true])
    }

    @Test func `answers about one record are found by it`() throws {
        let plan: [String] = try city.store.connections.lend { connection in
            try connection.rows(
                """
                EXPLAIN QUERY PLAN UPDATE keptAnswer SET body = NULL
                WHERE (record = \(city.carrier.id) OR record IS NULL) AND instr(body, x'00') > 0
                """
            ) { row in
                row.skip()
                row.skip()
                row.skip()
                return try row.next()
            }
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }

    @Test func `no byte of it is in the database, its log or a new backup`() throws {
        let people = try (1...40).map { try contact($0) }
        let marks = (1...40).flatMap { canaries($0) }
        for number in [1, 7] { _ = try disclosed(people[number - 1], number) }
        try keepAnswer(about: "\(people[0].id)", showing: canaries(1)[0], record: .init(people[0].id))
        try keepAnswer(about: "\(people[6].id)", showing: canaries(7)[0], record: nil)
        #expect(occurrences(of: canaries(1) + canaries(7), in: files) >= 10)
        try erase(people[0])
        try erase(people[6])
        city.store.finishScrubbing()
        #expect(occurrences(of: canaries(1) + canaries(7), in: files) == 0)
        // The others are still there: it is not that nothing is ever found.
        #expect(occurrences(of: marks, in: files) >= 38 * 4)
        let folder = file.directory + "/backup"
        _ = try SQLiteStore.backUp(file.path, into: folder, at: city.clock.now)
        let copies = ["scharnier.sqlite", "manifest.json", "erasures.ndjson"].map { "\(folder)/\($0)" }
        #expect(occurrences(of: canaries(1) + canaries(7), in: copies) == 0)
        #expect(occurrences(of: marks, in: copies) >= 38 * 4)
        city.store.stop()
        #expect(try SQLiteStore.check(path: file.path).isEmpty)
    }

    @Test func `what moved between pages before it was erased is gone, too`() throws {
        // Rows that grow and shrink leave copies between the cells of the pages that they were on.
        let organization = city.carrier.id
        var generator = SystemRandomNumberGenerator()
        let keys = (0..<400).map { "\(UInt64.random(in: 0 ... .max, using: &generator))-\($0)" }
        let now = city.clock.now
        let answer = { @Sendable (key: String, number: Int, length: Int) in
            let text = "Kanarienzettel\(number)x" + String(repeating: "y", count: length)
            return KeptAnswer(
                organization: organization, key: key, fingerprint: Array(repeating: 1, count: 32),
                status: 201,
                location: nil, contentLocation: nil, tag: nil, body: Array("{\"id\":\"n\"}\(text)".utf8),
                keptAt: now)
        }
        for length in [40, 900, 10, 2000, 300] {
            let shuffled = Array(keys.enumerated()).shuffled()
            for start in stride(from: 0, to: shuffled.count, by: 40) {
                try city.store.write { tx in
                    for (number, key) in shuffled[start..<start + 40] {
                        try tx.keep(answer(key, number, length + number))
                    }
                }
            }
        }
        let contact = try contact(1)
        try city.store.write { tx in
            for (number, key) in keys.enumerated() {
                let body = answer(key, number, 0)
                try tx.keep(
                    KeptAnswer(
                        organization: organization, key: key, fingerprint: body.fingerprint, status: 201,
                        location: nil, contentLocation: nil, tag: nil, body: nil, keptAt: body.keptAt))
            }
        }
        try erase(contact)
        city.store.finishScrubbing()
        #expect(occurrences(of: ["Kanarienzettel"], in: files) == 0)
    }

    @Test func `an erasure whose bytes were left by a killed process is finished after the next start`()
        throws
    {
        let contact = try contact(1)
        let path = file.directory + "/copy.db"
        try erase(contact)
        city.store.stop()
        try FileManager.default.copyItem(atPath: file.path, toPath: path)
        // As if the pages had not been written anew before the end.
        try Connection(path: path, mode: .readWrite, settings: .writer).run(
            "UPDATE meta SET scrubbed = 0")
        let other = try SQLiteStore(path: path, publicRows: .titles("1"))
        other.finishScrubbing()
        other.stop()
        let rest: [Int64] = try Connection(path: path, mode: .readWrite, settings: .reader).rows(
            "SELECT erasures - scrubbed FROM meta WHERE erasures > 0"
        ) { try $0.next() }
        #expect(rest == [0])
    }

    @Test func `a reader that is in the way only delays it`() throws {
        let contact = try contact(1)
        let connection = try Connection(path: file.path, mode: .readWrite, settings: .reader)
        try connection.transaction(.deferred) {
            _ = try connection.first("SELECT count(*) FROM contact") { try $0.next(Int.self) }
            try erase(contact)
            // The reader still sees what was there: its pages are in the log.
            #expect(occurrences(of: ["narienname1x"], in: files) > 0)
        }
        city.store.finishScrubbing()
        #expect(occurrences(of: ["narienname1x"], in: files) == 0)
    }

    @Test func `a backup that is restored loses what was erased after it was made`() throws {
        let (erased, kept) = (try contact(1), try contact(2))
        _ = try disclosed(erased, 1)
        var need = Need.sample(of: city.carrier.id, title: "Kanarienwunsch", areas: [city.area("market")])
        need.content.text = "Zwanzig Zeichen über Kanarientext"
        need.content.ownSteps = "Kanarienschritt"
        try city.keep(need)
        let folder = file.directory + "/backup"
        _ = try SQLiteStore.backUp(file.path, into: folder, at: city.clock.now)
        try erase(erased)
        let (id, party) = (need.id, city.city)
        let redactions = [
            Redaction(path: "title", text: "Ein Wunsch"), .init(path: "own_steps", text: nil),
            .init(path: "text", text: "Zwanzig Zeichen, die niemanden nennen"),
        ]
        _ = try city.store.write { try $0.redact(id, redactions, because: .personalData, as: party) }
        city.store.stop()
        // The journal beside the database knows; the one in the backup does not.
        _ = try SQLiteStore.restore(folder, to: file.path, isReplacing: true, as: nil, at: city.clock.now)
        let marks = canaries(1) + ["Kanarienwunsch", "Kanarientext", "Kanarienschritt"]
        #expect(occurrences(of: marks, in: files) == 0)
        #expect(occurrences(of: canaries(2), in: files) >= 4)
        let store = try SQLiteStore(path: file.path, publicRows: .titles("1"))
        defer { store.stop() }
        try store.read { tx in
            #expect(try tx.contact(erased.id)?.card.displayName == "gelöscht")
            #expect(try tx.contact(kept.id)?.card == kept.card)
            let left = try tx.need(id)
            #expect(left?.content.title == Redaction.removed && left?.content.ownSteps == nil)
            let listed = try tx.needs(NeedQuery(party: .public)).items
            #expect(listed.map(\.title).contains(Redaction.removed))
        }
        #expect(try store.check().isEmpty)
    }

    @Test func `a redaction that the backup has is not repeated over what was written since`() throws {
        var need = Need.sample(of: city.carrier.id, title: "Kanarienwunsch", areas: [city.area("market")])
        need.content.text = "Zwanzig Zeichen, die niemanden nennen"
        try city.keep(need)
        let (id, party) = (need.id, city.city)
        _ = try city.store.write {
            try $0.redact(
                id, [Redaction(path: "title", text: "Ein Wunsch")], because: .personalData, as: party)
        }
        let folder = file.directory + "/backup"
        _ = try SQLiteStore.backUp(file.path, into: folder, at: city.clock.now)
        city.store.stop()
        _ = try SQLiteStore.restore(folder, to: file.path, isReplacing: true, as: nil, at: city.clock.now)
        let store = try SQLiteStore(path: file.path, publicRows: .titles("1"))
        defer { store.stop() }
        #expect(try store.read { try $0.need(id)?.content.title } == "Ein Wunsch")
    }

    private var files: [String] {
        [file.path, file.path + "-wal", file.path + "-shm", file.path + ".erasures.ndjson"]
    }

    /// How often the middles of words stand in files, folded as an index would have them.
    private func occurrences(of words: [String], in paths: [String]) -> Int {
        paths.reduce(0) { count, path in
            let bytes = FileManager.default.contents(atPath: path) ?? Data()
            let text = String(
                decoding: bytes.map { $0 < 0x80 ? $0 | 0x20 : UInt8(ascii: "?") }, as: UTF8.self)
            return count
                + words.reduce(0) { sum, word in
                    let folded = word.utf8.map { $0 < 0x80 ? $0 | 0x20 : UInt8(ascii: "?") }
                    let middle = String(decoding: folded.dropFirst(3), as: UTF8.self)
                    return sum + text.components(separatedBy: middle).count - 1
                }
        }
    }
}
