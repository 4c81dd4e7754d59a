import JSON
import SQLite

/// The database of a fresh demo city, and one token per role.
final class City {
    let folder: Folder
    let path: String
    /// The token of each role.
    let tokens: [String: String]

    /// The name of the organisation that holds it.
    let organizations: [String: String]

    /// Makes it with `scharnier init --demo`.
    init() throws {
        folder = try Folder()
        path = folder.file("city.sqlite")
        let made = try Program.run("init", "--demo", "--db", path, in: folder)
        guard made.code == 0 else { throw Missing(what: "a demo city: \(made.errors)") }
        let rows = made.lines.map { $0.split(separator: "\t").map(String.init) }.filter { $0.count == 3 }
        tokens = Dictionary(rows.map { ($0[0], $0[2]) }) { first, _ in first }
        organizations = Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// The token of a role.
    func token(_ role: String) throws -> String {
        guard let token = tokens[role] else { throw Missing(what: "a token for \(role)") }
        return token
    }

    /// Starts the service.
    func serve(_ more: String..., environment: [String: String] = [:]) throws -> Service {
        try Service(path, more, environment: environment, in: folder)
    }

    /// What `scharnier check` says, with its exit code.
    func check() throws -> Outcome { try Program.run("check", "--db", path, in: folder) }

    /// The first value that a query gives, as text.
    func first(_ query: SQL) throws -> String {
        var settings = Settings.reader
        settings.requiresWAL = false
        let connection = try Connection(path: path, mode: .readWrite, settings: settings)
        let value = try connection.first("SELECT CAST((\(query)) AS TEXT)") { try $0.next(String.self) }
        guard let value else { throw Missing(what: "a row") }
        return value
    }

    /// Runs SQL behind the back of the product, which must not be running.
    ///
    /// By its own library: another would write pages without their sums.
    func run(sql: String) throws {
        var settings = Settings.writer
        settings.requiresWAL = false
        try Connection(path: path, mode: .readWrite, settings: settings).execute(script: sql)
    }
}
