import Foundation
import JSON
import Testing

/// Backups: whole or not there, and complete (operations.md §11).
@Suite struct BackupTests {
    private let city: City
    private let folder: Folder

    init() throws {
        city = try City()
        folder = try Folder()
    }

    private func backUp(_ name: String, environment: [String: String] = [:], _ more: String...) throws
        -> Outcome
    {
        try Run(
            Program.binary(), ["backup", folder.file(name), "--db", city.path] + more,
            environment: environment, in: city.folder
        ).outcome(within: 60)
    }

    /// What is beside the database and not part of it.
    private func copiesBesideDatabase() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: city.folder.path).filter { $0.contains("stream") }
    }

    private func restore(_ name: String, to path: String, _ more: String...) throws -> Outcome {
        try Run(Program.binary(), ["restore", folder.file(name), "--db", path] + more, in: city.folder)
            .outcome(within: 60)
    }

    @Test func `ten backups under eight writers hold all that was acknowledged before, and restore clean`()
        throws
    {
        let carrier = try city.token("carrier")
        let ledger = Ledger()
        let service = try city.serve()
        var known: [Int] = []
        for round in 0..<10 {
            let writers = Writers(ledger, token: carrier, prefix: "Sicherung \(round)")
            writers.start(on: service.port)
            let start = ledger.count
            try eventually("writers write") { ledger.count >= start + 20 }
            known.append(ledger.count)
            let made = try backUp("\(round)")
            #expect(made.code == 0, "\(made.errors)")
            writers.stop()
            try writers.waitUntilDone()
            #expect(writers.unexpected == [])
        }
        service.terminate()
        _ = try service.outcome()
        for (round, count) in known.enumerated() {
            let path = folder.file("restored\(round)/city.sqlite")
            let restored = try restore("\(round)", to: path)
            #expect(restored.code == 0, "\(restored.errors)")
            #expect(try Program.run("check", "--db", path, in: folder).code == 0)
            let evidence = try Evidence(
                from: Service(path, in: folder), token: carrier, asking: Array(ledger.all[..<count]))
            #expect(evidence.faults(of: Array(ledger.all[..<count])) == [], "backup \(round)")
        }
        print("backup: 10 of 10 under load restore clean, \(known.last ?? 0) acknowledged writes compared")
    }

    @Test func `a backup is private, says what it is, and is tried on demand`() throws {
        let made = try backUp("one", "--verify")
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.errors.contains("zurückspielen"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["one"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("one")).sorted()
        #expect(names == ["erasures.ndjson", "manifest.json", "scharnier.sqlite"])
        for name in names { #expect(try mode(of: folder.file("one/\(name)")) == 0o600) }
        #expect(try mode(of: folder.file("one")) == 0o700)
        let manifest = try JSONValue(parsing: folder.bytes(of: folder.file("one/manifest.json")))
        let sum = try Program.run(tool: "sha256sum", folder.file("one/scharnier.sqlite"), in: folder)
        #expect(manifest["sha256"].text.map { sum.text.hasPrefix($0) } == true)
        #expect(manifest["schema"].integer == 1)
        let needs = try Program.run(
            tool: "sqlite3", city.path, "SELECT count(*), (SELECT max(sequence) FROM change) FROM need",
            in: folder)
        #expect(
            needs.lines.first
                == "\(manifest["counts"]["need"].integer ?? -1)|\(manifest["last_seq"].integer ?? -1)")
    }

    @Test
    func `a backup as a stream is unpacked by tar and restored, and leaves nothing beside the database`()
        throws
    {
        let made = try Program.run("backup", "--stdout", "--db", city.path, in: folder)
        #expect(made.code == 0, "\(made.errors)")
        #expect(try copiesBesideDatabase() == [])
        try folder.write(made.output, to: "backup.tar")
        let listed = try Program.run(tool: "tar", "-tvf", folder.file("backup.tar"), in: folder)
        #expect(
            listed.lines.map { $0.split(separator: " ").last } == [
                "manifest.json", "erasures.ndjson", "scharnier.sqlite",
            ])
        #expect(listed.lines.allSatisfy { $0.hasPrefix("-rw------- ") })
        try FileManager.default.createDirectory(
            atPath: folder.file("one"), withIntermediateDirectories: false)
        let unpacked = try Program.run(
            tool: "tar", "-xf", folder.file("backup.tar"), "-C", folder.file("one"), in: folder)
        #expect(unpacked.code == 0, "\(unpacked.errors)")
        let restored = try restore("one", to: folder.file("restored/city.sqlite"))
        #expect(restored.code == 0, "\(restored.errors)")
    }

    @Test func `a stream that nobody reads to its end is an error, and leaves nothing`() throws {
        let program = try Program.binary()
        let command = "\(program) backup --stdout --db \(city.path) | head -c 100 > \(folder.file("head"))"
        let made = try Program.run(tool: "bash", "-c", "set -o pipefail; \(command)", in: folder)
        #expect(made.code == 74, "\(made.errors)")
        #expect(made.errors.contains("stdout"))
        #expect(try copiesBesideDatabase() == [])
    }

    @Test(arguments: [[], ["copy", "--stdout"], ["--stdout", "--verify"]])
    func `a backup goes to a directory or to a stream`(arguments: [String]) throws {
        let made = try Run(
            Program.binary(), ["backup", "--db", city.path] + arguments, in: city.folder
        ).outcome(within: 60)
        #expect(made.code == 64)
        #expect(made.errors.contains("--stdout"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `what is there already is left as it is`() throws {
        try folder.write(Array("mine".utf8), to: "taken")
        for language in ["de", "en"] {
            let made = try backUp("taken", "--lang", language)
            #expect(made.code == 73)
            #expect(made.errors.contains(folder.file("taken")))
        }
        #expect(try folder.text(of: folder.file("taken")) == "mine")
        #expect(try backUp("no/such/place").code == 73)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
    }

    @Test func `a backup that cannot be made leaves nothing`() throws {
        let shim = try FaultShim()
        var failures = 0
        for (number, code) in zip(stride(from: 1, through: 240, by: 8), [EIO, ENOSPC, EMFILE].repeated) {
            try shim.fail(.file, at: number, with: code, repeating: number % 16 == 1)
            let made = try backUp("try", environment: shim.environment(root: folder))
            #expect([0, 65, 73, 74].contains(made.code), "call \(number): \(made.code) \(made.errors)")
            guard made.code != 0 else {
                try FileManager.default.removeItem(atPath: folder.file("try"))
                continue
            }
            failures += 1
            #expect(!made.errors.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [], "call \(number)")
        }
        #expect(failures >= 10)
    }

    @Test func `a backup that was killed is not there`() throws {
        var moments = SeededGenerator(seed: 11)
        let span = try microseconds { _ = try backUp("first") }
        var whole = 0
        for round in 0..<12 {
            let run = try Run(
                Program.binary(), ["backup", folder.file("\(round)"), "--db", city.path], in: city.folder)
            usleep(UInt32.random(in: 0..<span, using: &moments))
            run.send(SIGKILL)
            _ = try run.outcome()
            guard FileManager.default.fileExists(atPath: folder.file("\(round)")) else { continue }
            whole += 1
            let restored = try restore("\(round)", to: folder.file("restored\(round).sqlite"))
            #expect(restored.code == 0, "\(restored.errors)")
        }
        print("backup: 12 kills, \(whole) whole backups, the others not there")
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}

extension Array {
    /// The elements again and again.
    var repeated: some Sequence<Element> {
        sequence(first: 0) { ($0 + 1) % count }.lazy.map { self[$0] }
    }
}
