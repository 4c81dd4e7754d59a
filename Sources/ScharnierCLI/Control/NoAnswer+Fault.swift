import Glibc
import Scharnier

extension NoAnswer {
    /// The message with its remedy.
    func fault(at path: String, in language: Language) -> CommandFault {
        let wording = wording
        return CommandFault(code, Wording("\(path): \(wording.de)", "\(path): \(wording.en)"), in: language)
    }

    private var code: FaultCode {
        switch self {
        case .interrupted: .tryLater
        case .system(let number): number == EAGAIN ? .tryLater : .unavailable
        case .open, .foreign, .unreadable: .unavailable
        }
    }

    private var wording: Wording {
        switch self {
        case .system(let number) where number == EACCES || number == EPERM:
            Wording(
                "Der Dienst hört nur auf root und seinen eigenen Nutzer; als einer von beiden aufrufen.",
                "The service listens to root and its own user only; run this as one of them.")
        case .system(let number):
            Wording(
                "Der Dienst ist nicht zu erreichen (errno \(number)); später noch einmal versuchen.",
                "The service cannot be reached (errno \(number)); try again later.")
        case .open(let mode):
            Wording(
                "Der Control-Socket hat die Rechte \(String(mode, radix: 8)) statt 600; den Dienst neu starten.",
                "The control socket has mode \(String(mode, radix: 8)) instead of 600; restart the service.")
        case .foreign(let user):
            Wording(
                "Dort hört Nutzer \(user), nicht der Dienst; control_socket prüfen.",
                "User \(user) listens there, not the service; check control_socket.")
        case .interrupted:
            Wording(
                "Der Dienst endete, bevor er antwortete; mit `scharnier token list` nachsehen, was geschah.",
                "The service ended before it answered; see by `scharnier token list` what was done.")
        case .unreadable:
            Wording(
                "Was dort antwortet, ist nicht dieser Dienst; control_socket prüfen.",
                "What answers there is not this service; check control_socket.")
        }
    }
}
