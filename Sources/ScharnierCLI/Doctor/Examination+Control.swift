import HTTPWire
import Scharnier
import ScharnierConfiguration
import ScharnierStore

/// Whether the command line would find a running service.
extension Examination {
    static func control(_ configuration: Configuration) -> [Finding] {
        guard let path = configuration.controlPath else {
            return [
                .bad(
                    "control_socket",
                    Wording(
                        "Der Pfad der Datenbank ist zu lang für einen Socket daneben.",
                        "The path of the database is too long for a socket beside it."),
                    remedy: Wording(
                        "`control_socket` auf einen kurzen Pfad setzen.",
                        "Set `control_socket` to a short path."))
            ]
        }
        do throws(NoAnswer) {
            let socket = ControlSocket(path: path, databaseOwner: FileFacts(configuration.db)?.owner)
            let answer = try socket.ask(OperatorQuestion(.get, "/healthz", in: .german))
            return [answer == nil ? silence(at: path, configuration.db) : answering(path)]
        } catch {
            let cause = Wording("\(path): \(error.cause.de)", "\(path): \(error.cause.en)")
            return [.bad("control_socket", cause, remedy: error.remedy)]
        }
    }

    private static func answering(_ path: String) -> Finding {
        .good("control_socket", "\(path) antwortet.", "\(path) answers.")
    }

    /// Nobody listens, which is right only while nobody has the database.
    private static func silence(at path: String, _ database: String) -> Finding {
        guard isOwned(database) else {
            return .good(
                "control_socket", "\(path), sobald der Dienst läuft.", "\(path), once the service runs.")
        }
        return .bad(
            "control_socket",
            Wording(
                "Die Datenbank ist in Gebrauch, doch an \(path) antwortet niemand.",
                "The database is in use, but nobody answers at \(path)."),
            remedy: Wording(
                "Mit derselben Konfiguration aufrufen wie den Dienst, oder ihn neu starten.",
                "Run this with the same configuration as the service, or restart that."))
    }

    private static func isOwned(_ database: String) -> Bool {
        // Asking for the lock would make its file.
        guard FileFacts(database + ".lock") != nil else { return false }
        do throws(OwnerLockFault) {
            try OwnerLock(database: database).release()
            return false
        } catch {
            if case .held = error { return true }
            return false
        }
    }
}
