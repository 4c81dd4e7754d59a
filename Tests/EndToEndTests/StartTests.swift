import Foundation
import Testing

/// A start that cannot succeed says why, names the remedy, and ends with the right code (operations.md §5, §12).
@Suite struct StartTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func serve(_ path: String, _ more: String...) throws -> Outcome {
        try Run(
            Program.binary(), ["serve", "--db", path, "--listen", "127.0.0.1:0"] + more, in: folder
        ).outcome()
    }

    @Test func `a second process is sent away and told who has the database`() throws {
        let city = try City()
        let service = try city.serve()
        for language in ["de", "en"] {
            let second = try serve(city.path, "--lang", language)
            #expect(second.code == 75)
            #expect(second.errors.contains("\(service.processID)"))
            #expect(second.errors.contains(city.path))
        }
        #expect(try Caller(service).get("/readyz").status == 200, "the first is not disturbed")
    }

    @Test func `init does not touch a file that is there`() throws {
        let path = try folder.write(Array("mine".utf8), to: "there.sqlite")
        let outcome = try Program.run("init", "--demo", "--db", path, in: folder)
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains(path))
        #expect(outcome.output.isEmpty)
        #expect(try folder.text(of: path) == "mine")
    }

    @Test(arguments: ["none.sqlite", "no/such/directory/city.sqlite"])
    func `a missing file or directory is not made`(name: String) throws {
        let path = folder.file(name)
        let outcome = try serve(path)
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains(path))
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: path + ".lock"))
    }

    @Test func `init makes the last directory of a path, and no more`() throws {
        let path = folder.file("state/city.sqlite")
        #expect(try Program.run("init", "--db", path, in: folder).code == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("state"))[.posixPermissions]
        #expect(mode as? Int == 0o700)
        for language in ["de", "en"] {
            let outcome = try Program.run(
                "init", "--db", folder.file("no/such/city.sqlite"), "--lang", language, in: folder)
            #expect(outcome.code == 73)
            #expect(outcome.errors.contains(folder.file("no/such")))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("no")))
    }

    @Test(arguments: ["directory", "empty", "link", "pipe"])
    func `what is there instead of a database is named, and left as it is`(kind: String) throws {
        let path = folder.file(kind)
        switch kind {
        case "directory":
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        case "empty": try folder.write([], to: kind)
        case "link":
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: City().path)
        default: #expect(try Program.run(tool: "mkfifo", path, in: folder).code == 0)
        }
        let words = [
            "directory": ("Verzeichnis", "directory"), "empty": ("leer", "empty"),
            "link": ("Verweis", "link"), "pipe": ("keine Datei", "no file"),
        ]
        for command in ["serve", "check", "migrate", "backup", "token"] {
            for language in ["de", "en"] {
                let more = command == "backup" ? [folder.file("copy")] : command == "token" ? ["list"] : []
                let outcome = try Run(
                    Program.binary(), [command] + more + ["--db", path, "--lang", language], in: folder
                ).outcome()
                #expect(outcome.code == 65, "\(command): \(outcome.errors)")
                let word = language == "de" ? words[kind]?.0 : words[kind]?.1
                #expect(
                    outcome.errors.contains(path) && outcome.errors.contains(word ?? "?"), "\(outcome.errors)"
                )
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.filter { !$0.hasSuffix(".out") && !$0.hasSuffix(".err") } == [kind])
    }

    @Test(arguments: [0x6969, 0x517b, 0xfe53_4d42, 0x6573_5546] as [Int64])
    func `a network's file system is refused unless allowed`(type: Int64) throws {
        let city = try City()
        let shim = try FaultShim()
        try shim.setFileSystem(type)
        let environment = shim.environment(root: city.folder)
        for command in [["serve", "--listen", "127.0.0.1:0"], ["migrate"], ["token", "list"]] {
            for (language, word) in [("de", "verlässlich"), ("en", "relied on")] {
                let outcome = try Run(
                    Program.binary(), command + ["--db", city.path, "--lang", language],
                    environment: environment.merging(["SCHARNIER_ALLOW_NETWORK_FS": "false"]) { _, new in new
                    },
                    in: city.folder
                ).outcome()
                #expect(outcome.code == 73)
                #expect(outcome.errors.contains(city.path) && outcome.errors.contains(word))
            }
        }
        #expect(try Caller(city.serve(environment: environment)).get("/readyz").status == 200)
    }

    @Test func `a file that may not be changed is told as such`() throws {
        let city = try City()
        let shim = try FaultShim()
        for (language, word) in [("de", "schreibgeschützt"), ("en", "read-only")] {
            // The first look is for the right to write, which root always has.
            try shim.fail(.file, at: 1, with: EROFS)
            let outcome = try Run(
                Program.binary(), ["serve", "--db", city.path, "--lang", language],
                environment: shim.environment(root: city.folder), in: folder
            ).outcome()
            #expect(outcome.code == 73)
            #expect(outcome.errors.contains(city.path) && outcome.errors.contains(word))
        }
    }

    @Test func `a text file is refused and left as it is`() throws {
        let text = Array(repeating: "This is no database. ", count: 400).joined()
        let path = try folder.write(Array(text.utf8), to: "letter.txt")
        for command in ["serve", "check", "migrate"] {
            let outcome = try Program.run(command, "--db", path, in: folder)
            #expect(outcome.code == 65, "\(command): \(outcome.errors)")
            #expect(outcome.errors.contains(path))
        }
        #expect(try folder.text(of: path) == text)
    }

    @Test func `another program's database is refused and left as it is`() throws {
        let path = folder.file("other.sqlite")
        let made = try Program.run(tool: "sqlite3", path, "CREATE TABLE song (title TEXT)", in: folder)
        #expect(made.code == 0)
        let before = try folder.bytes(of: path)
        for command in ["serve", "check", "migrate"] {
            let outcome = try Program.run(command, "--db", path, in: folder)
            #expect(outcome.code == 65, "\(command): \(outcome.errors)")
        }
        #expect(try folder.bytes(of: path) == before)
    }

    @Test func `a schema of a later version is refused`() throws {
        let city = try City()
        try city.run(sql: "PRAGMA user_version = 9999")
        for command in ["serve", "check", "migrate"] {
            let outcome = try Program.run(command, "--db", city.path, in: folder)
            #expect(outcome.code == 65, "\(command): \(outcome.errors)")
            #expect(outcome.errors.contains("9999"))
        }
    }

    @Test func `a file cut anywhere never ends a command by a signal, and check does not call it sound`()
        throws
    {
        let city = try City()
        try city.run(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        let whole = try folder.bytes(of: city.path)
        var moments = SeededGenerator(seed: 7)
        for round in 0..<20 {
            let length = Int.random(in: 1..<whole.count - 4096, using: &moments)
            let path = try folder.write(Array(whole.prefix(length)), to: "cut\(round).sqlite")
            let outcome = try Program.run("check", "--db", path, in: folder)
            #expect([1, 65, 74].contains(outcome.code), "\(length) bytes: \(outcome.code) \(outcome.errors)")
        }
    }

    @Test func `a port that is taken is named`() throws {
        let service = try City().serve()
        let other = try City()
        let listen = "127.0.0.1:\(service.port)"
        let outcome = try Program.run(
            "serve", "--db", other.path, "--listen", listen, "--lang", "en", in: folder)
        #expect(outcome.code == 69)
        #expect(outcome.errors.contains("\(listen) is not free"))
        #expect(try Caller(service).get("/readyz").status == 200, "the first is not disturbed")
    }

    @Test(arguments: ["8080", "127.0.0.1:x", "127.0.0.1:65536", "0.0.0.0:8080", "[::]:8080"])
    func `an address that is none, or that would leave the machine in plain text, is refused`(listen: String)
        throws
    {
        let path = folder.file("none.sqlite")
        let outcome = try Program.run("serve", "--db", path, "--listen", listen, in: folder)
        #expect(outcome.code == 78)
    }
}
