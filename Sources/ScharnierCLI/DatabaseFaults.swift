import Glibc
import SQLite
import Scharnier
import ScharnierStore

/// Turns what is wrong with a database into a message with the remedy and the right exit code.
enum DatabaseFaults {
    /// Runs `body`.
    ///
    /// - Throws: ``CommandFault`` for whatever is wrong with the database.
    static func told<Result>(in language: Language, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let fault as OwnerLockFault {
            throw fault.commandFault(in: language)
        } catch let fault as SchemaFault {
            throw fault.commandFault(in: language)
        } catch let fault as BackupFault {
            throw fault.commandFault(in: language)
        } catch let error as SystemError {
            throw error.commandFault(in: language)
        } catch let error as SQLiteError {
            throw error.commandFault(in: language)
        }
    }
}

extension OwnerLockFault {
    fileprivate func commandFault(in language: Language) -> CommandFault {
        switch self {
        case .held(let file, let owner):
            let number = owner.map(String.init) ?? "?"
            return CommandFault(
                .tryLater,
                "\(file) gehört gerade Prozess \(number); sein Ende abwarten oder ihn beenden.",
                "\(file) is in use by process \(number); wait for its end or stop it.",
                in: language)
        case .failed(let file, let words):
            return CommandFault(
                .cannotCreate,
                "\(file): Die Sperrdatei daneben geht nicht auf; Verzeichnis und Rechte prüfen (\(words)).",
                "\(file): the lock file beside it cannot be opened; check the directory and its rights (\(words)).",
                in: language)
        }
    }
}

extension SchemaFault {
    fileprivate func commandFault(in language: Language) -> CommandFault {
        CommandFault(exitCode, "\(file): \(germanWords)", "\(self)", in: language)
    }

    /// The exit code that fits the fault (operations.md §5, §12).
    private var exitCode: FaultCode {
        switch reason {
        case .missing, .readOnly, .network: .cannotCreate
        case .directory, .symbolicLink, .device, .empty, .foreign, .damaged, .older, .newer, .dangling:
            .badData
        case .sqlite, .other: .inputOutput
        }
    }

    private var germanWords: String {
        switch reason {
        case .missing: "geht nicht auf; Pfad und Rechte prüfen oder mit `init` eine Datenbank anlegen"
        case .directory: "ist ein Verzeichnis; die Datei darin nennen"
        case .symbolicLink: "ist ein symbolischer Verweis; die Datei nennen, auf die er zeigt"
        case .device: "ist keine Datei; eine andere nennen"
        case .empty: "ist leer, keine Datenbank; entfernen und `init` aufrufen oder eine Sicherung einspielen"
        case .readOnly: "ist schreibgeschützt; Rechte und Einhängung des Dateisystems prüfen"
        case .network(let kind):
            "liegt auf \(kind), dessen Sperren nicht verlässlich sind; lokale Platte oder SCHARNIER_ALLOW_NETWORK_FS=true"
        case .foreign: "gehört einem anderen Programm; eine andere Datei nennen"
        case .damaged: "ist beschädigt oder keine Datenbank; eine Sicherung einspielen"
        case .older(let number, let known): "hat Schema \(number), nötig ist \(known); `migrate` aufrufen"
        case .newer(let number, let known):
            "hat Schema \(number), dieses Programm kennt \(known); die Fassung einspielen, die es angelegt hat"
        case .dangling(let step, let table):
            "Schritt \(step) lässt in \(table) Verweise ins Leere; Kopie einspielen, melden"
        case .sqlite(let error): "SQLite sagt \(error.code): \(error.message)"
        case .other(let words): words
        }
    }
}

extension BackupFault {
    fileprivate func commandFault(in language: Language) -> CommandFault {
        CommandFault(exitCode, "\(path): \(germanWords)", "\(self)", in: language)
    }

    private var exitCode: FaultCode { reason == .exists ? .cannotCreate : .badData }

    private var germanWords: String {
        switch reason {
        case .exists:
            "gibt es schon; etwas anderes nennen, oder mit --replace eine Datenbank beiseiteschieben"
        case .noManifest: "hat kein lesbares manifest.json; das Verzeichnis einer Sicherung nennen"
        case .differs(let what):
            "ist nicht, was manifest.json beschreibt (\(what)); eine andere Sicherung nehmen"
        case .damaged(let first): "ist beschädigt (\(first)); eine andere Sicherung nehmen"
        case .tooLarge: "ist größer, als ein Archiv fasst; in ein Verzeichnis sichern"
        case .journal(let line):
            "Zeile \(line) ist unverständlich; mit der Fassung zurückspielen, die sie geschrieben hat"
        }
    }
}

extension SystemError {
    fileprivate func commandFault(in language: Language) -> CommandFault {
        CommandFault(
            isFromDisk || code == EPIPE ? .inputOutput : .cannotCreate,
            "\(subject): Das System lehnt ab; Pfad, Rechte und freien Platz prüfen (\(self)).",
            "\(subject): the system refuses; check path, rights and free space (\(self)).", in: language)
    }
}

extension SQLiteError {
    fileprivate func commandFault(in language: Language) -> CommandFault {
        if isCorrupt {
            return CommandFault(
                .badData, "Die Datenbank ist beschädigt; eine Sicherung einspielen (\(message)).",
                "The database is damaged; restore a backup (\(message)).", in: language)
        }
        if isBusy {
            return CommandFault(
                .tryLater, "Die Datenbank ist gerade in Gebrauch; später noch einmal versuchen.",
                "The database is in use; try again later.", in: language)
        }
        return CommandFault(
            .inputOutput, "SQLite sagt \(code): \(message); Platte und freien Platz prüfen.",
            "SQLite says \(code): \(message); check the disk and its free space.", in: language)
    }
}
