import ArgumentParser
import Glibc
import SQLite
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
    var folder: String?

    @Flag(
        name: .customLong("stdout"),
        help: "Schreibt sie als Archiv für tar auf die Standardausgabe. (Writes it as an archive for tar.)")
    var isStreamed = false

    @Flag(
        help: "Spielt sie zur Probe zurück und prüft alles. (Restores it for a trial and checks everything.)")
    var verify = false

    func run() throws {
        switch (folder, isStreamed) {
        case (let folder?, false):
            try write(into: folder)
            if verify { try tryOut(folder) }
        case (nil, true) where !verify && isatty(STDOUT_FILENO) == 0: try stream()
        default:
            throw CommandFault(
                .usage,
                "Entweder ein Verzeichnis oder --stdout, dieses ohne --verify und umgeleitet in eine Datei oder ein "
                    + "anderes Programm.",
                "Either a directory or --stdout, which goes without --verify to a file or another program.",
                in: database.talk.language)
        }
    }

    private func write(into folder: String) throws {
        let manifest = try DatabaseFaults.told(in: database.talk.language) {
            try SQLiteStore.backUp(database.path, into: folder, at: WallClock.now())
        }
        Console.result("\(folder)\t\(line(manifest))")
    }

    /// Who reads may end before the backup does: that is an error like any other, and no signal.
    private func stream() throws {
        signal(SIGPIPE, SIG_IGN)
        let manifest = try DatabaseFaults.told(in: database.talk.language) {
            try SQLiteStore.backUp(database.path, at: WallClock.now()) { piece in
                try PrivateFile.write(piece, to: STDOUT_FILENO, called: "stdout")
            }
        }
        Console.say("-\t\(line(manifest))")
    }

    private func line(_ manifest: BackupManifest) -> String {
        "\(manifest.bytes)\t\(manifest.lastSequence)\t\(manifest.sha256)"
    }

    private func tryOut(_ folder: String) throws {
        let language = database.talk.language
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
