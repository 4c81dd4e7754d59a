import Foundation
import JSON
import SQLite
import TestSupport
import Testing

/// The command line works through the running service, which alone has the database (operations.md §5).
@Suite struct ControlSocketTests {
    private let city: City
    private let socket: String

    init() throws {
        city = try City()
        socket = city.path + ".control.sock"
    }

    private func token(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try token(arguments, environment: environment)
    }

    private func token(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let words = ["token", arguments[0], "--db", city.path, "--lang", "en"] + arguments.dropFirst()
        return try Run(Program.binary(), words, environment: environment, in: city.folder).outcome()
    }

    /// Makes a token for the organisation that has the demo's carrier token.
    private func create(_ more: String...) throws -> (secret: String, id: String) {
        let rows = try token("list").lines.map { $0.split(separator: "\t") }
        let carrier = try #require(rows.first { $0[1] == "carrier" })
        let made = try token(
            ["create", "--organization", String(carrier[4]), "--role", "carrier"] + more)
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.lines.count == 1, "the secret alone is the result")
        let id = made.errors.split(whereSeparator: { " ,".contains($0) }).dropFirst().first
        return (try #require(made.lines.first), String(try #require(id)))
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func setMode(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func `while the service runs a token is made, used, listed, revoked, and refused at once`() throws {
        let service = try city.serve()
        let (secret, id) = try create()
        let caller = try Caller(service, secret)
        #expect(try caller.get("/v1/me").status == 200)
        let list = try token("list")
        #expect(list.lines.count == city.tokens.count + 1)
        #expect(list.lines.contains { $0.hasPrefix("\(id)\tcarrier\tactive\t") })
        #expect(!list.text.contains(secret))
        #expect(try token("revoke", id).code == 0)
        let refused = try caller.get("/v1/me")
        #expect(refused.status == 401)
        #expect(refused.body["code"].text == "token_revoked")
        #expect(service.isRunning)
    }

    @Test func `without a service the same commands say the same`() throws {
        let (_, id) = try create("--label", "Einer")
        let alone = try token("list")
        let nobody = "01900000-0000-7000-8000-000000000000"
        let faults = [["revoke", nobody], ["create", "--role", "carrier", "--organization", nobody]]
        let refusals = try faults.map { try token($0) }
        #expect(refusals.map(\.code) == [1, 65])
        let service = try city.serve()
        let together = try token("list")
        #expect(together.output == alone.output)
        #expect(together.code == 0 && alone.code == 0)
        #expect(alone.lines.contains { $0.hasPrefix(id) && $0.hasSuffix("\tEiner") })
        #expect(try faults.map { try token($0).errors } == refusals.map(\.errors))
        #expect(try faults.map { try token($0).code } == refusals.map(\.code))
        service.terminate()
        #expect(try service.outcome().code == 0)
        #expect(try token("revoke", id).code == 0)
        #expect(try token("list").lines.contains { $0.hasPrefix("\(id)\tcarrier\trevoked\t") })
    }

    @Test func `both ways the audit names the operator`() throws {
        _ = try create()
        let service = try city.serve()
        _ = try create()
        service.terminate()
        _ = try service.outcome()
        let count = try city.first(
            """
            SELECT count(*) FROM audit
            WHERE action = 'token.issued' AND role = 'operator' AND operatorUser = \(Int64(geteuid()))
            """)
        #expect(count == "\(city.tokens.count + 2)")
        #expect(try city.check().code == 0)
    }

    @Test func `the socket is the owner's alone, and gone after a clean end`() throws {
        let service = try city.serve()
        #expect(try mode(of: socket) == 0o600)
        service.terminate()
        #expect(try service.outcome().code == 0)
        #expect(!FileManager.default.fileExists(atPath: socket))
    }

    @Test func `what kill -9 leaves behind stops nobody`() throws {
        try city.serve().kill()
        #expect(FileManager.default.fileExists(atPath: socket))
        #expect(try token("list").code == 0)
        let service = try city.serve()
        #expect(try token("list").lines.count == city.tokens.count)
        #expect(service.isRunning)
    }

    @Test func `where the owner of the database does not answer, the command says so and ends with 75`()
        throws
    {
        let service = try city.serve()
        let elsewhere = ["SCHARNIER_CONTROL_SOCKET": city.folder.file("elsewhere")]
        let outcome = try token("list", environment: elsewhere)
        #expect(outcome.code == 75)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("process \(service.processID)"))
        #expect(outcome.errors.contains("Nobody answers at \(city.folder.file("elsewhere"))"))
    }

    @Test func `both find a socket that the configuration names`() throws {
        let place = city.folder.file("c.sock")
        let service = try city.serve("--control-socket", place)
        #expect(!FileManager.default.fileExists(atPath: socket))
        #expect(try mode(of: place) == 0o600)
        #expect(try token("list", environment: ["SCHARNIER_CONTROL_SOCKET": place]).code == 0)
        #expect(service.isRunning)
    }

    @Test func `a socket that others may use is not trusted`() throws {
        let service = try city.serve()
        for mode in [0o666, 0o660, 0o602] {
            try setMode(mode, of: socket)
            let outcome = try token("list")
            #expect(outcome.code == 69)
            #expect(outcome.errors.contains("\(String(mode, radix: 8)) instead of 600"), "\(outcome.errors)")
        }
        try setMode(0o600, of: socket)
        #expect(try token("list").code == 0)
        #expect(service.isRunning)
    }

    /// The number of an account that is not this one; Debian calls it nobody.
    private static let stranger = 65_534
    private static let isRoot = geteuid() == 0

    /// Runs the product as somebody else, who may enter the folder.
    private func asStranger(_ arguments: String...) throws -> Run {
        try setMode(0o755, of: city.folder.path)
        let account = ["--reuid", "\(Self.stranger)", "--regid", "\(Self.stranger)", "--clear-groups"]
        return try Run(
            Program.tool("setpriv"), account + [Program.binary()] + arguments, in: city.folder)
    }

    private func give(_ path: String, to owner: Int) throws {
        try FileManager.default.setAttributes([.ownerAccountID: owner], ofItemAtPath: path)
    }

    @Test(.enabled(if: isRoot, "only root can be somebody else"))
    func `another account cannot use the socket`() throws {
        let service = try city.serve()
        let outcome = try asStranger("token", "list", "--db", city.path, "--lang", "en").outcome()
        #expect(outcome.code == 69)
        #expect(outcome.errors.contains("root and its own user only"), "\(outcome.errors)")
        #expect(service.isRunning)
    }

    @Test(.enabled(if: isRoot, "only root can be somebody else"))
    func `root believes the account that owns the database, and no other`() throws {
        for path in [city.folder.path, city.path, city.path + ".lock"] { try give(path, to: Self.stranger) }
        let service = try asStranger(
            "serve", "--db", city.path, "--listen", "127.0.0.1:0", "--disk-floor-mib", "0")
        try eventually("the service listens") { service.errors.contains("serving") }
        #expect(try token("list").lines.count == city.tokens.count)
        try give(city.path, to: 0)
        let outcome = try token("list")
        #expect(outcome.code == 69)
        #expect(outcome.errors.contains("User \(Self.stranger) listens there"), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func `the doctor says whether the command line would be heard`() throws {
        func line(_ words: String...) throws -> String? {
            try Run(Program.binary(), ["doctor", "--db", city.path, "--lang", "en"] + words, in: city.folder)
                .outcome().lines.first { $0.contains("control_socket") }
        }
        #expect(try line()?.hasPrefix("ok  control_socket: \(socket), once") == true)
        let service = try city.serve()
        #expect(try line() == "ok  control_socket: \(socket) answers.")
        #expect(try line("--control-socket", "/nowhere/c")?.hasPrefix("rat ") == true)
        try setMode(0o666, of: socket)
        #expect(try line()?.hasPrefix("rat control_socket: \(socket): The mode is 666") == true)
        #expect(service.isRunning)
    }

    @Test func `what lies in the place of the socket is left there, and the service says so`() throws {
        try city.folder.write([1, 2, 3], to: "city.sqlite.control.sock")
        let run = try Run(
            Program.binary(), ["serve", "--db", city.path, "--listen", "127.0.0.1:0"], in: city.folder)
        let outcome = try run.outcome()
        #expect(outcome.code == 69)
        #expect(outcome.errors.contains(socket))
        #expect(try city.folder.bytes(of: socket) == [1, 2, 3])
    }

    @Test
    func `a path that is too long for a socket is refused when named, and passed over beside the database`()
        throws
    {
        let long = city.folder.file(String(repeating: "d", count: 100))
        let named = try token("list", environment: ["SCHARNIER_CONTROL_SOCKET": long])
        #expect(named.code == 78)
        #expect(named.errors.contains("107"))
        try FileManager.default.createDirectory(atPath: long, withIntermediateDirectories: false)
        let database = long + "/city.sqlite"
        try FileManager.default.copyItem(atPath: city.path, toPath: database)
        let service = try Service(database, in: city.folder)
        #expect(service.log.contains("no control socket"))
        let outcome = try Program.run("token", "list", "--db", database, in: city.folder)
        #expect(outcome.code == 75, "\(outcome.errors)")
    }

    @Test func `over TCP nothing makes a caller the operator`() throws {
        let service = try city.serve()
        let client = try service.connect()
        for claim in ["X-Forwarded-For: unix", "X-Scharnier-Role: operator", "Forwarded: for=unix"] {
            try client.send("GET /v1/tokens HTTP/1.1\r\nHost: localhost\r\n\(claim)\r\n\r\n")
            #expect(try client.readResponse().status == 401)
        }
    }

    @Test func `the control socket needs no token and speaks HTTP`() throws {
        let service = try city.serve()
        let client = try RawClient(path: socket)
        try client.send("GET /v1/tokens HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let answer = try client.readResponse()
        #expect(answer.status == 200)
        #expect(try JSONValue(parsing: answer.body)["items"].elements.count == city.tokens.count)
        try client.send("GET /v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.readResponse().status == 401)
        #expect(service.isRunning)
    }
}
