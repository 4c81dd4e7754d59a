import ArgumentParser
import Glibc
import Scharnier
import ScharnierStore

/// `scharnier restore DIR`: makes a backup the database; the service must not be running.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Spielt eine Sicherung zurück. (Makes a backup the database.)")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "Verzeichnis der Sicherung. (Directory of the backup.)")
    var folder: String

    @Flag(help: "Schiebt eine vorhandene Datenbank beiseite. (Moves a database that is there aside.)")
    var replace = false

    func run() throws {
        let language = database.talk.language
        let manifest = try DatabaseFaults.told(in: language) {
            try SQLiteStore.restore(
                folder, to: database.localPath(), isReplacing: replace, as: .operator(user: geteuid()),
                at: WallClock.now())
        }
        Console.say(
            Wording(
                "Stand vom \(manifest.createdAt) ist zurückgespielt; `check` prüft ihn, `serve` startet den Dienst.",
                "The state of \(manifest.createdAt) is restored; `check` looks at it, `serve` runs the service."
            ).text(in: language))
    }
}
