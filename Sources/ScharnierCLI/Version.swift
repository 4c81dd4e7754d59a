import ArgumentParser
import SQLite

/// `scharnier version`: what runs here.
struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Nennt Fassung und Bibliotheken. (Tells versions.)")

    func run() throws {
        Console.result("scharnier \(Build.version)")
        Console.result("SQLite \(SQLiteLibrary.version)")
    }
}
