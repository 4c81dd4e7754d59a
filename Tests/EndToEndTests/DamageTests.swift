import Foundation
import JSON
import SQLite
import ScharnierStore
import TestSupport
import Testing

/// Damaged files: `check` finds them, and nobody is told anything wrong (operations.md §5, §17).
@Suite struct DamageTests {
    private static let flips = Effort.isHeavy ? 2_000 : 240

    private let city: City
    private let sound: [UInt8]
    private let pageBytes: Int

    init() throws {
        city = try City()
        try city.run(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        sound = try city.folder.bytes(of: city.path)
        pageBytes = Int(sound[16]) << 8 | Int(sound[17])
    }

    /// Whether `check` finds fault with a file.
    private func isFound(_ bytes: [UInt8]) throws -> Bool {
        let path = try city.folder.write(bytes, to: "damaged.sqlite")
        defer { for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        do {
            return try !SQLiteStore.check(path: path).isEmpty
        } catch is SchemaFault {
            return true
        }
    }

    @Test func `the sound file has no findings`() throws {
        #expect(try !isFound(sound))
        #expect(sound.count / pageBytes >= 50, "a file worth damaging")
    }

    @Test func `flipped octets are found wherever they are`() throws {
        var places = SeededGenerator(seed: 99)
        var missed: [Int] = []
        for _ in 0..<Self.flips {
            let place = Int.random(in: 0..<sound.count, using: &places)
            var bytes = sound
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &places)
            if try !isFound(bytes) { missed.append(place) }
        }
        print("damage: \(Self.flips) flipped bits, \(Self.flips - missed.count) found, missed at \(missed)")
        #expect(missed.count * 20 <= Self.flips)
    }

    @Test func `pages of zeros, of noise, of others and of before are found`() throws {
        var places = SeededGenerator(seed: 98)
        let pages = sound.count / pageBytes
        for round in 0..<60 {
            let page = Int.random(in: 0..<pages, using: &places)
            let range = page * pageBytes..<(page + 1) * pageBytes
            let other = (page + 1 + Int.random(in: 0..<pages - 1, using: &places)) % pages
            var bytes = sound
            switch round % 4 {
            case 0: bytes.replaceSubrange(range, with: repeatElement(0, count: pageBytes))
            case 1:
                bytes.replaceSubrange(
                    range, with: range.map { _ in UInt8.random(in: 0...255, using: &places) })
            case 2: bytes.replaceSubrange(range, with: sound[other * pageBytes..<(other + 1) * pageBytes])
            default: bytes.replaceSubrange(range.prefix(512), with: repeatElement(0, count: 512))
            }
            #expect(try isFound(bytes), "page \(page) of \(pages), kind \(round % 4)")
        }
    }

    @Test func `truncations are found`() throws {
        var places = SeededGenerator(seed: 97)
        for round in 0..<24 {
            // At the end of a page, and anywhere.
            let length = Int.random(in: 0..<sound.count - pageBytes, using: &places)
            let kept = round % 2 == 0 ? length : length / pageBytes * pageBytes
            #expect(try isFound(Array(sound.prefix(kept))), "\(kept) of \(sound.count) octets")
        }
    }

    @Test func `check names the damage and ends with 1 or 65`() throws {
        var bytes = sound
        bytes[sound.count / 2] ^= 0xff
        let path = try city.folder.write(bytes, to: "damaged.sqlite")
        for language in ["de", "en"] {
            let outcome = try Program.run("check", "--db", path, "--lang", language, in: city.folder)
            #expect([1, 65].contains(outcome.code), "\(outcome.errors)")
            #expect(!(outcome.text + outcome.errors).isEmpty)
        }
        #expect(try city.folder.bytes(of: path) == bytes, "nothing is repaired")
    }

    @Test func `a service on a damaged file gives the right answer or none`() throws {
        let paths = [
            "/v1/needs?limit=200", "/v1/offers?limit=200", "/v1/areas", "/v1/organizations?limit=200",
        ]
        let service = try city.serve()
        let expected = try paths.map { try Caller(service).get($0).answer.body }
        service.terminate()
        _ = try service.outcome()
        var places = SeededGenerator(seed: 96)
        var (right, refused, unstarted) = (0, 0, 0)
        for round in 0..<(Effort.isHeavy ? 60 : 12) {
            var bytes = sound
            for _ in 0...(round * 2) {
                bytes[Int.random(in: 100..<sound.count, using: &places)] ^=
                    1 << UInt8.random(in: 0..<8, using: &places)
            }
            let path = try city.folder.write(bytes, to: "damaged\(round).sqlite")
            guard let service = try start(path) else {
                unstarted += 1
                continue
            }
            let caller = try Caller(service)
            for (path, body) in zip(paths, expected) {
                let reply = try caller.get(path)
                if reply.status == 200 {
                    right += 1
                    #expect(reply.answer.body == body, "\(path) in round \(round)")
                } else {
                    refused += 1
                    #expect(reply.status == 500 && reply.body["code"].text == "internal_error")
                }
            }
            // A second start looks through all pages, for the first did not end regularly.
            _ = try Caller(service, city.token("carrier")).post("/v1/needs", Drafts.titled("Ein Versuch"))
            try service.kill()
        }
        print("damage: \(right) right answers, \(refused) refused, \(unstarted) not started")
        #expect(right > 0 && refused + unstarted > 0)
    }

    @Test func `after a kill all pages are looked through, and damage is told and ends readiness`() throws {
        let service = try city.serve()
        _ = try Caller(service, city.token("carrier")).post("/v1/needs", Drafts.titled("Im Log")).expecting(
            201)
        try service.kill()
        var bytes = try city.folder.bytes(of: city.path)
        // An index that no start looks at, and that a new need leaves alone.
        let page = try #require(
            Int(try city.first("SELECT rootpage FROM sqlite_schema WHERE name = 'offerOrganization'")))
        bytes[(page - 1) * pageBytes + pageBytes / 2] ^= 1
        try city.folder.write(bytes, to: "city.sqlite")
        let again = try Run(
            Program.binary(), ["serve", "--db", city.path, "--listen", "127.0.0.1:0"], in: city.folder)
        try eventually("the damage is told") { again.errors.contains("database damaged") }
        let port = try eventually("the service tells its port") { Service.ports(in: again.errors).first }
        let client = try RawClient(port: port)
        try client.send(Caller.request("GET", "/readyz"))
        #expect(try client.readResponse().status == 503)
        again.send(SIGTERM)
        #expect(try again.outcome().code == 0)
    }

    /// A service, or none if the file is refused with a word and a code.
    private func start(_ path: String) throws -> Service? {
        do {
            return try Service(path, in: city.folder)
        } catch let missing as Missing {
            #expect(missing.what.contains(path) || missing.what.contains("beschädigt"), "\(missing.what)")
            return nil
        }
    }
}
