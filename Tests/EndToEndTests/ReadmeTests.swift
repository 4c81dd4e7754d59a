import Foundation
import Testing

/// The README and the program name the same commands.
@Suite struct ReadmeTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    /// The commands that `--help` lists.
    private func commands() throws -> [String] {
        let help = try Program.run("--help", in: folder).text
        let list = try #require(help.range(of: "SUBCOMMANDS:"))
        return help[list.upperBound...].split(separator: "\n").compactMap { line in
            guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("See") else { return nil }
            return line.split(separator: " ").first.map(String.init)
        }
    }

    private func readme() throws -> [String] {
        try folder.text(of: Repository.file("README.md")).split(separator: "\n").map(String.init)
    }

    @Test func `every command is in the README, and no other`() throws {
        let known = try commands()
        #expect(known.count >= 9)
        let written = try readme().filter { $0.hasPrefix("scharnier ") }.compactMap { line in
            line.split(separator: " ").dropFirst().first.map(String.init)
        }
        #expect(Set(written) == Set(known))
    }

    @Test func `every option that the README shows is in the help or a key`() throws {
        let keys = try Program.run("config", in: folder).text
        for line in try readme() where line.hasPrefix("scharnier ") {
            let command = line.split(separator: "#")[0].split(separator: " ").map(String.init)
            let path = command.dropFirst().prefix { !$0.hasPrefix("-") && $0.first?.isLowercase == true }
            let help = try Run(Program.binary(), Array(path) + ["--help"], in: folder).outcome().text
            for option in command where option.hasPrefix("--") {
                #expect(help.contains(option) || keys.contains("  \(option) "), "\(line)")
            }
        }
    }

    @Test func `help speaks German and English`() throws {
        for command in try commands() {
            let help = try Program.run(command, "--help", in: folder)
            #expect(help.code == 0)
            #expect(help.text.contains("("), "\(command): English stands in parentheses")
        }
    }
}
