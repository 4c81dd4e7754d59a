import ArgumentParser
import Digest
import SQLite

/// `scharnier version`: what runs here.
struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Nennt Fassung und Bibliotheken. (Tells versions.)")

    func run() throws {
        Console.result("scharnier \(Build.version) (\(Build.commit))")
        Console.result("SQLite \(SQLiteLibrary.version)")
        Console.result("OpenSSL \(OpenSSLLibrary.version)")
    }
}
