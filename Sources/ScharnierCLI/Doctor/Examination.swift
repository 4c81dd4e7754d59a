import Digest
import HTTPServer
import SQLite
import Scharnier
import ScharnierConfiguration
import ScharnierStore

/// The looks that `scharnier doctor` takes (operations.md §12).
enum Examination {
    /// The libraries that are linked.
    static func library() -> [Finding] {
        let versions = "SQLite \(SQLiteLibrary.version), OpenSSL \(OpenSSLLibrary.version)"
        return [.good("libraries", versions, versions)]
    }

    /// The directory and the file of the database, and who has them.
    static func place(_ configuration: Configuration) -> [Finding] {
        guard let file = FileFacts(configuration.db) else {
            return [
                .bad(
                    "database",
                    Wording("\(configuration.db) fehlt.", "\(configuration.db) is missing."),
                    remedy: Wording(
                        "`scharnier init` aufrufen oder `db` ändern.", "Run `scharnier init` or change `db`.")
                )
            ]
        }
        let folder = FileFacts(PrivateFile.directory(of: configuration.db))
        return [fileSystem(configuration), permissions(file, folder), owner(configuration.db)]
    }

    private static func fileSystem(_ configuration: Configuration) -> Finding {
        do throws(SchemaFault) {
            try DatabaseFile.requireLocal(configuration.db)
            return .good("file_system", "hält Sperren ein.", "keeps locks.")
        } catch {
            return .bad(
                "file_system", Wording("\(error)", "\(error)"),
                remedy: Wording("Auf eine örtliche Platte legen.", "Move it to a local disk."))
        }
    }

    private static func permissions(_ file: FileFacts, _ folder: FileFacts?) -> Finding {
        let others: UInt32 = 0o077
        guard file.mode & others != 0 || (folder?.mode ?? 0) & 0o022 != 0 else {
            return .good("permissions", "gehören nur dem Dienst.", "belong to the service alone.")
        }
        let modes = "\(String(file.mode, radix: 8)), \(String(folder?.mode ?? 0, radix: 8))"
        return .bad(
            "permissions",
            Wording(
                "Datei und Verzeichnis haben die Rechte \(modes).", "File and directory have modes \(modes)."),
            remedy: Wording(
                "chmod 600 für die Datei, 700 für das Verzeichnis.", "chmod 600 the file, 700 the directory.")
        )
    }

    /// Who runs is no fault: only told.
    private static func owner(_ path: String) -> Finding {
        guard FileFacts(path + ".lock") != nil else { return .good("owner", "niemand.", "nobody.") }
        do throws(OwnerLockFault) {
            try OwnerLock(database: path).release()
            return .good("owner", "niemand.", "nobody.")
        } catch {
            guard case .held(_, let process) = error else {
                return .bad(
                    "owner", Wording("\(error)", "\(error)"),
                    remedy: Wording("Rechte der Sperrdatei prüfen.", "Check the rights of the lock file."))
            }
            let number = process.map(String.init) ?? "?"
            return .good("owner", "Prozess \(number).", "process \(number).")
        }
    }
}
