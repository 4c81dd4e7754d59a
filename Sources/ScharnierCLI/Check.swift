import ArgumentParser
import Scharnier
import ScharnierAPI
import ScharnierStore

/// `scharnier check`: looks for damage, and names each.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prüft die Datenbank, ändert nichts. (Checks the database, read-only.)")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let language = database.talk.language
        let findings = try DatabaseFaults.told(in: language) { try SQLiteStore.check(path: database.path) }
        for finding in findings { Console.result(finding) }
        guard findings.isEmpty else {
            throw CommandFault(
                .finding, "\(findings.count) Befunde.", "\(findings.count) findings.", in: language)
        }
        Console.say(Wording("Alles in Ordnung.", "Everything is in order.").text(in: language))
    }
}
