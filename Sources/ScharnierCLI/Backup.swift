import ArgumentParser
import Scharnier
import ScharnierStore

/// `scharnier backup DIR`: a checked copy in a directory of its own, also while the service runs.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract:
            "Sichert die Datenbank, auch im laufenden Betrieb. (Copies the database, also while in use.)")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "Neues Verzeichnis für die Sicherung. (New directory for the backup.)")
    var folder: String

    @Flag(
        help: "Spielt sie zur Probe zurück und prüft alles. (Restores it for a trial and checks everything.)")
    var verify = false

    func run() throws {
        let language = database.talk.language
        let manifest = try DatabaseFaults.told(in: language) {
            try SQLiteStore.backUp(database.path, into: folder, at: WallClock.now())
        }
        Console.result(
            "\(folder)\t\(manifest.bytes)\t\(manifest.lastSequence)\t\(manifest.sha256)")
        guard verify else { return }
        let findings = try DatabaseFaults.told(in: language) {
            try SQLiteStore.rehearse(folder, at: WallClock.now())
        }
        for finding in findings { Console.result(finding) }
        guard findings.isEmpty else {
            throw CommandFault(
                .finding, "\(folder): \(findings.count) Befunde nach der Probe.",
                "\(folder): \(findings.count) findings after the trial.", in: language)
        }
        Console.say(
            Wording("Die Sicherung lässt sich zurückspielen.", "The backup can be restored.").text(
                in: language))
    }
}
