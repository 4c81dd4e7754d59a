import Foundation
import JSON
import Testing

/// The doctor names what is wrong around the service, and how to mend it.
@Suite struct DoctorTests {
    private let city: City

    init() throws {
        city = try City()
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: city.folder.path)
    }

    private func doctor(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        // No floor of the disk: the machine of these tests may be nearly full. Few connections: few descriptors do.
        let usual = [
            "doctor", "--db", city.path, "--disk-floor-mib", "1", "--connections", "300", "--lang", "en",
            "--allow-network-fs", "false",
        ]
        return try Run(Program.binary(), usual + arguments, environment: environment, in: city.folder)
            .outcome()
    }

    @Test func `a sound environment has no findings, and nothing is left behind`() throws {
        let before = try Set(city.folder.contents().keys)
        let outcome = try doctor()
        // A busy disk may be slow: that alone is not held against the machine of these tests.
        let remarks = outcome.lines.filter { $0.hasPrefix("rat ") && !$0.contains("sync_time") }
        #expect(remarks == [])
        #expect(outcome.text.contains("SQLite 3."))
        let left = try Set(city.folder.contents().keys).subtracting(before)
        #expect(left.allSatisfy { $0.hasSuffix(".out") || $0.hasSuffix(".err") || $0.hasSuffix(".lock") })
    }

    @Test func `rights, a missing file, a clock and settings are found, each with its remedy`() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: city.path)
        let open = try doctor()
        #expect(open.code == 1)
        #expect(open.text.contains("rat permissions") && open.text.contains("chmod 600"))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600, .modificationDate: Date().addingTimeInterval(86_400)],
            ofItemAtPath: city.path)
        #expect(try doctor().text.contains("rat clock"))
        #expect(try doctor("--allow-plaintext").text.contains("rat settings"))
        #expect(try doctor(environment: ["SCHARNIER_LISTENN": "x"]).text.contains("SCHARNIER_LISTENN"))
        let missing = try Program.run("doctor", "--db", city.folder.file("none"), in: city.folder)
        #expect(missing.code == 1)
        #expect(missing.text.contains("scharnier init"))
    }

    @Test func `the owner of a running database is told`() throws {
        let service = try city.serve()
        #expect(try doctor().text.contains("ok  owner: process \(service.processID)."))
        #expect(try Caller(service).get("/readyz").status == 200)
    }

    @Test func `machines read one object per line`() throws {
        let outcome = try doctor("--json", "--allow-plaintext")
        let objects = try outcome.lines.map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(objects.count >= 6)
        #expect(objects.allSatisfy { $0["check"].text != nil && $0["found_de"].text != nil })
        #expect(objects.contains { $0["ok"] == .bool(false) && $0["remedy_en"].text != nil })
    }
}
