import Foundation
import Testing

/// The configuration as an operator meets it: files, flags, variables, messages (operations.md §13).
@Suite struct ConfigurationTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func serve(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try Run(Program.binary(), ["serve"] + arguments, environment: environment, in: folder).outcome()
    }

    private func file(_ text: String) throws -> String { try folder.write(Array(text.utf8), to: "c.toml") }

    @Test func `the example in the repository is what the command prints`() throws {
        let printed = try Program.run("config", "--example", in: folder)
        #expect(printed.code == 0)
        #expect(try printed.output == folder.bytes(of: Repository.file("deploy/config.example.toml")))
    }

    @Test func `every key is told by the command and taken as a flag`() throws {
        let usual = try serve("--print-config").lines.compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        #expect(usual.count > 30)
        let told = try Program.run("config", in: folder).text
        for name in usual {
            let flag = "--" + String(name.map { $0 == "_" ? "-" : $0 })
            #expect(told.contains("  \(flag) "))
            let refused = try serve("--check-config", "\(flag)=\u{1}", "--lang", "en")
            // A text may be anything; all else says what it expects, so the flag was known.
            #expect(
                refused.code == 0 || refused.code == 78 && refused.errors.contains("\(flag): "), "\(flag)")
        }
    }

    @Test func `flag, variable, file and default are asked in this order`() throws {
        let path = try file("connections = 301\nconnections_per_address = 31\nwaiting_writes = 3\n")
        let shown = try serve(
            "--print-config", "--config", path, "--connections", "302",
            environment: ["SCHARNIER_CONNECTIONS": "303", "SCHARNIER_WAITING_WRITES": "4"]
        ).lines
        #expect(shown.contains("connections = 302  # --connections"))
        #expect(shown.contains("waiting_writes = 4  # SCHARNIER_WAITING_WRITES"))
        #expect(shown.contains("connections_per_address = 31  # \(path):2"))
        #expect(shown.contains("batch_writes = 64  # default"))
    }

    @Test func `a mistake in the file ends with 78 and says where it is and what was meant`() throws {
        let path = try file("# ours\nlog_levle = \"info\"\n")
        for (language, word) in [("de", "gemeint ist wohl"), ("en", "did you mean")] {
            let refused = try serve("--check-config", "--config", path, "--lang", language)
            #expect(refused.code == 78)
            #expect(refused.errors.contains("\(path):2: "))
            #expect(refused.errors.contains("\(word) `log_level`"))
        }
        #expect(try serve("--config", folder.file("none.toml")).code == 78)
        #expect(try serve("--config", folder.path).code == 78)
    }

    @Test func `a secret in a file that all can read is refused, and not repeated`() throws {
        let token = "scht_" + String(repeating: "Q", count: 36)
        let path = try file("db = \"\(token)\"\n")
        for (mode, isExposed) in [(0o644, true), (0o600, false)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let refused = try serve("--check-config", "--config", path, "--lang", "en")
            #expect(refused.code == 78)
            #expect(refused.errors.contains("everyone can read") == isExposed)
            #expect(!refused.errors.contains(token))
        }
    }

    @Test func `a variable that sets nothing is warned of`() throws {
        let checked = try serve("--check-config", environment: ["SCHARNIER_LISTENN": "x"])
        #expect(checked.code == 0)
        #expect(checked.errors.contains("SCHARNIER_LISTENN"))
    }

    @Test func `commands find the database through the file`() throws {
        let city = try City()
        let path = try file("db = '\(city.path)'\n")
        #expect(try Program.run("check", "--config", path, in: folder).code == 0)
        #expect(
            try Program.run("check", "--config", path, "--db", folder.file("none"), in: folder).code == 73)
    }
}
