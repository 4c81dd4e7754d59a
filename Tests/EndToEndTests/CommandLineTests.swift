import Foundation
import TestSupport
import Testing

/// The commands as an operator types them.
@Suite struct CommandLineTests {
    private let city: City

    init() throws {
        city = try City()
    }

    private func run(_ arguments: String...) throws -> Outcome {
        try Run(Program.binary(), arguments, in: city.folder).outcome()
    }

    private func carrierID() throws -> String {
        let service = try city.serve()
        let me = try Caller(service, city.token("carrier")).get("/v1/me").expecting(200)
        service.terminate()
        _ = try service.outcome()
        return try #require(me["organization"]["id"].text)
    }

    /// Makes a token; gives its secret and its id.
    private func token() throws -> (secret: String, id: String) {
        let made = try run(
            "token", "create", "--db", city.path, "--organization", carrierID(), "--role", "carrier")
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.lines.count == 1, "the secret alone is the result")
        let secret = try #require(made.lines.first)
        #expect(!made.errors.contains(secret))
        let id = try #require(made.errors.split(whereSeparator: { " ,".contains($0) }).dropFirst().first)
        return (secret, String(id))
    }

    /// The status that a token gets from a fresh process.
    private func status(of secret: String) throws -> Int {
        try Caller(city.serve(), secret).get("/v1/me").status
    }

    @Test func `a token works after a restart until it is revoked`() throws {
        let (secret, id) = try token()
        #expect(try status(of: secret) == 200)
        #expect(try run("token", "revoke", "--db", city.path, id).code == 0)
        #expect(try status(of: secret) == 401)
        #expect(try status(of: city.token("carrier")) == 200, "others still work")
    }

    @Test func `the list names every token and shows no secret`() throws {
        let (secret, id) = try token()
        let list = try run("token", "list", "--db", city.path)
        #expect(list.code == 0)
        #expect(list.lines.count == city.tokens.count + 1)
        #expect(list.lines.contains { $0.hasPrefix(id) })
        for secret in city.tokens.values + [secret] {
            #expect(!list.text.contains(secret) && !list.errors.contains(secret))
        }
    }

    @Test func `what is no token cannot be made or revoked`() throws {
        let nobody = "01900000-0000-7000-8000-000000000000"
        let unknown = try run(
            "token", "create", "--db", city.path, "--organization", nobody, "--role", "carrier")
        #expect(unknown.code == 65, "\(unknown.errors)")
        #expect(unknown.output.isEmpty)
        #expect(try run("token", "revoke", "--db", city.path, nobody).code == 1)
        #expect(try run("token", "revoke", "--db", city.path, "x").code == 64)
    }

    @Test func `the contract is printed byte for byte`() throws {
        let printed = try run("openapi")
        #expect(printed.code == 0)
        #expect(try printed.output == city.folder.bytes(of: Repository.file("openapi.yaml")))
    }

    @Test func `the served contract is the printed one`() throws {
        let service = try city.serve()
        let client = try service.connect()
        try client.send(Caller.request("GET", "/openapi.yaml"))
        #expect(try client.readResponse().body == run("openapi").output)
        service.terminate()
    }

    @Test func `version names the product and SQLite`() throws {
        let lines = try run("version").lines
        #expect(lines.first?.hasPrefix("scharnier ") == true)
        #expect(lines.contains { $0.hasPrefix("SQLite 3.") })
    }

    @Test func `messages are German, and English when asked for`() throws {
        #expect(try run("check", "--db", city.path).errors == "Alles in Ordnung.\n")
        #expect(try run("check", "--db", city.path, "--lang", "en").errors == "Everything is in order.\n")
        #expect(try run("init", "--db", city.path).errors.contains("gibt es schon"))
        #expect(try run("init", "--db", city.path, "--lang", "en").errors.contains("exists"))
        let missing = city.folder.file("none.sqlite")
        #expect(try run("serve", "--db", missing).errors.contains("anlegen"))
        #expect(try run("serve", "--db", missing, "--lang", "en").errors.contains("make a database"))
    }

    @Test(arguments: [
        ["serve", "--bogus"], ["bogus"], ["serve", "--lang", "fr"], ["token", "create", "--role", "carrier"],
        ["token", "create", "--organization", "x", "--role", "carrier"], ["token", "revoke"],
        ["check", "--db"],
    ])
    func `a wrong command line ends with 64 and a usage`(arguments: [String]) throws {
        let outcome = try Run(Program.binary(), arguments, in: city.folder).outcome()
        #expect(outcome.code == 64)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test func `check finds damage that SQL made`() throws {
        try city.run(sql: "PRAGMA foreign_keys = OFF; DELETE FROM organization WHERE rowid = 1")
        let check = try run("check", "--db", city.path)
        #expect(check.code == 1, "\(check.errors)")
        #expect(!check.lines.isEmpty)
    }

    @Test func `no token is in the log or in the file`() throws {
        var service = try city.serve()
        let unknown = "scht_" + String(repeating: "Q", count: 36)
        for token in city.tokens.values + [unknown] {
            let caller = try Caller(service, token)
            _ = try caller.get("/v1/me")
            _ = try caller.get("/v1/needs?q=\(token)")
            _ = try caller.post("/v1/needs", "{")
        }
        try expectNoSecrets(in: service.log, city.tokens.values + [unknown])
        try service.kill()
        service = try city.serve()
        service.terminate()
        try expectNoSecrets(in: service.outcome().errors, city.tokens.values + [unknown])
    }

    private func expectNoSecrets(in log: String, _ secrets: [String]) throws {
        let files = try city.folder.contents().filter { $0.key.hasPrefix("city.sqlite") }
        #expect(files.count >= 2)
        for secret in secrets {
            #expect(!log.contains(secret))
            for (name, bytes) in files {
                #expect(Data(bytes).range(of: Data(secret.utf8)) == nil, "\(name)")
                // The random part alone would be as good.
                #expect(Data(bytes).range(of: Data(secret.utf8.dropFirst(5))) == nil, "\(name)")
            }
        }
    }
}
