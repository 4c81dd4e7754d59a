import CLinux
import Scharnier
import ScharnierConfiguration
import TLS

/// The certificate of the API's listener, and who may read its key.
extension Examination {
    static func certificate(_ configuration: Configuration) -> [Finding] {
        do throws(CommandFault) {
            guard let encryption = try Encryption(configuration, in: .german) else { return [] }
            return [finding(encryption.context.current.validity, at: clinux_wall_seconds())]
        } catch {
            return [.bad("certificate", error.wording, remedy: unstartable)]
        }
    }

    private static let unstartable = Wording(
        "Beheben: so startet der Dienst nicht.", "Mend it: the service does not start like this.")

    private static func finding(_ validity: CertificateValidity, at now: Int64) -> Finding {
        let days = validity.daysLeft(at: now)
        switch validity.standing(at: now) {
        case .good: return .good("certificate", "noch \(days) Tage gültig.", "valid for \(days) days.")
        case .ending:
            return renewal(Wording("nur noch \(days) Tage gültig.", "valid for \(days) days only."))
        case .over: return renewal(Wording("abgelaufen.", "has ended."))
        case .early:
            return .bad(
                "certificate", Wording("gilt noch nicht.", "is not valid yet."),
                remedy: Wording("Die Uhr prüfen.", "Check the clock."))
        }
    }

    private static func renewal(_ found: Wording) -> Finding {
        .bad(
            "certificate", found,
            remedy: Wording(
                "Erneuern, dann SIGHUP an den Dienst.", "Renew it, then send SIGHUP to the service."))
    }
}
