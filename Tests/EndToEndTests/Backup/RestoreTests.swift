import Foundation
import JSON
import SQLite
import Testing

/// A restore is all or nothing, repeats no number and brings nothing back (operations.md §11).
@Suite struct RestoreTests {
    private let city: City
    private let backup: String

    init() throws {
        city = try City()
        backup = city.folder.file("backup")
        let made = try Program.run("backup", backup, "--db", city.path, in: city.folder)
        guard made.code == 0 else { throw Missing(what: "a backup: \(made.errors)") }
    }

    private func restore(_ more: String...) throws -> Outcome {
        try Run(Program.binary(), ["restore", backup, "--db", city.path] + more, in: city.folder).outcome()
    }

    private func stop(_ service: Service) throws {
        service.terminate()
        _ = try service.outcome()
    }

    /// The last position of the feed.
    private func head(_ caller: Caller) throws -> Int64 {
        let page = try caller.get("/v1/changes?after=latest").expecting(200)
        return try #require(page["next_after"].integer)
    }

    @Test func `numbers go on at the next thousand million, and those between are gone`() throws {
        let carrier = try city.token("carrier")
        var service = try city.serve()
        var caller = try Caller(service, carrier)
        let before = try head(caller)
        let need = try caller.post("/v1/needs", Drafts.titled("Nach der Sicherung")).expecting(201)
        let later = try head(caller)
        #expect(later > before)
        try stop(service)

        for round in 1...2 {
            let restored = try restore("--replace")
            #expect(restored.code == 0, "\(restored.errors)")
            let restorers = try city.first(
                "SELECT group_concat(operatorUser) FROM audit WHERE action = 'database.restored'")
            #expect(restorers == "\(geteuid())", "the backup is older than the restore before")
            let base = Int64(round) * 1_000_000_000
            service = try city.serve()
            caller = try Caller(service, carrier)
            #expect(try caller.get("/v1/needs/\(need["id"].text ?? "")").status == 404)
            #expect(try head(caller) == base)
            #expect(try caller.get("/v1/changes?after=\(before)").status == 200, "what the backup had")
            #expect(try caller.get("/v1/changes?after=\(base)").status == 200)
            for gone in [before + 1, later, base - 1] {
                let reply = try caller.get("/v1/changes?after=\(gone)")
                #expect(reply.status == 410 && reply.body["code"].text == "feed_position_gone", "\(gone)")
            }
            let fresh = try caller.post("/v1/needs", Drafts.titled("Nach der Rückspielung")).expecting(201)
            #expect(fresh["version"].integer == base + 1)
            let feed = try caller.get("/v1/changes?after=\(before)").expecting(200)
            #expect(feed["items"].elements.compactMap { $0["seq"].integer } == [base + 1])
            // Its own version is another than the one that the lost need had.
            let id = fresh["id"].text ?? ""
            for (tag, status) in [(later, 412), (base + 1, 200)] {
                let edited = try caller.call(
                    "PATCH", "/v1/needs/\(id)", Drafts.titled("Anders"), ifMatch: "\"\(tag)\"")
                #expect(edited.status == status)
            }
            try stop(service)
            #expect(try city.check().code == 0)
        }
    }

    @Test func `a token revoked or rotated after the backup stays so`() throws {
        let (revoked, rotated) = (try city.token("carrier"), try city.token("foundation"))
        var service = try city.serve()
        #expect(try Caller(service, revoked).call("DELETE", "/v1/me/token").status == 204)
        _ = try Caller(service, rotated).post("/v1/me/token-rotations", #"{"overlap_seconds":0}"#).expecting(
            201)
        try service.kill()
        #expect(try restore("--replace").code == 0)
        service = try city.serve()
        #expect(try Caller(service, revoked).get("/v1/me").status == 401)
        #expect(try Caller(service, rotated).get("/v1/me").status == 401)
        #expect(try Caller(service, city.token("company")).get("/v1/me").status == 200, "others still work")
        try stop(service)
        let journal = try city.folder.text(of: city.path + ".erasures.ndjson")
        #expect(journal.split(separator: "\n").count == 3)
        #expect(!journal.contains(revoked) && !journal.contains(rotated))
    }

    @Test func `a later backup carries what an older one must not bring back`() throws {
        let revoked = try city.token("carrier")
        let service = try city.serve()
        #expect(try Caller(service, revoked).call("DELETE", "/v1/me/token").status == 204)
        try stop(service)
        let later = city.folder.file("later")
        #expect(try Program.run("backup", later, "--db", city.path, in: city.folder).code == 0)
        // An empty machine, to which the older copy came with the newer journal.
        try FileManager.default.removeItem(atPath: "\(backup)/erasures.ndjson")
        try FileManager.default.copyItem(
            atPath: "\(later)/erasures.ndjson", toPath: "\(backup)/erasures.ndjson")
        let path = city.folder.file("elsewhere/city.sqlite")
        #expect(try Program.run("restore", backup, "--db", path, in: city.folder).code == 0)
        #expect(try Caller(Service(path, in: city.folder), revoked).get("/v1/me").status == 401)
    }

    @Test func `a running service and a database that is there are not touched`() throws {
        let service = try city.serve()
        let while_ = try restore("--replace")
        #expect(while_.code == 75)
        #expect(while_.errors.contains("\(service.processID)"))
        #expect(try Caller(service).get("/readyz").status == 200)
        try stop(service)
        let before = try city.folder.bytes(of: city.path)
        let refused = try restore()
        #expect(refused.code == 73)
        #expect(refused.errors.contains(city.path) && refused.errors.contains("--replace"))
        #expect(try city.folder.bytes(of: city.path) == before)
        #expect(try restore("--replace").code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: city.folder.path)
        let aside = try #require(names.first { $0.contains(".replaced-") && !$0.hasSuffix("-wal") })
        #expect(try city.folder.bytes(of: city.folder.file(aside)) == before)
    }

    @Test(arguments: ["scharnier.sqlite", "manifest.json", "erasures.ndjson"])
    func `a backup that is damaged anywhere is refused, and nothing is changed`(part: String) throws {
        let path = "\(backup)/\(part)"
        let sound = try city.folder.bytes(of: path)
        var damaged: [[UInt8]] = [sound + Array("x\n".utf8)]
        if !sound.isEmpty {
            var flipped = sound
            flipped[sound.count / 2] ^= 1
            damaged += [flipped, Array(sound.dropLast(sound.count / 2)), []]
        }
        let before = try city.folder.bytes(of: city.path)
        for bytes in damaged where part != "erasures.ndjson" || !bytes.isEmpty {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let outcome = try restore("--replace")
            #expect(outcome.code == 65, "\(bytes.count) bytes: \(outcome.errors)")
            #expect(outcome.errors.contains(backup))
            #expect(try city.folder.bytes(of: city.path) == before)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: city.folder.path)
        #expect(!names.contains { $0.contains(".restoring") || $0.contains(".replaced-") })
    }

    @Test func `killed at any moment it leaves the old or the new database, or says that there is none`()
        throws
    {
        var moments = SeededGenerator(seed: 3)
        let span = try microseconds { _ = try restore("--replace") }
        var ends = ["old": 0, "new": 0, "none": 0]
        for _ in 0..<20 {
            let run = try Run(
                Program.binary(), ["restore", backup, "--db", city.path, "--replace"], in: city.folder)
            usleep(UInt32.random(in: 0..<span, using: &moments))
            run.send(SIGKILL)
            _ = try run.outcome()
            let check = try city.check()
            #expect([0, 73].contains(check.code), "\(check.text) \(check.errors)")
            if check.code == 73 {
                ends["none", default: 0] += 1
                #expect(try restore().code == 0, "a second attempt mends it")
            } else {
                ends[run.isFinishedWell ? "new" : "old", default: 0] += 1
            }
        }
        print("restore: 20 kills, \(ends)")
    }
}

extension Run {
    /// Whether it ended by itself, with success.
    fileprivate var isFinishedWell: Bool { (try? outcome())?.code == 0 }
}
