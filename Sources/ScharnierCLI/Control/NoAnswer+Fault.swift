import Glibc
import Scharnier

extension NoAnswer {
    /// The message with its remedy.
    func fault(at path: String, in language: Language) -> CommandFault {
        CommandFault(
            code, "\(path): \(cause.de) \(remedy.de)", "\(path): \(cause.en) \(remedy.en)", in: language)
    }

    private var code: FaultCode {
        switch self {
        case .interrupted: .tryLater
        case .system(let number): number == EAGAIN ? .tryLater : .unavailable
        case .open, .foreign, .unreadable: .unavailable
        }
    }

    private var isForbidden: Bool { self == .system(EACCES) || self == .system(EPERM) }

    /// What is the case.
    var cause: Wording {
        switch self {
        case .system where isForbidden:
            Wording(
                "Der Dienst hört nur auf root und seinen eigenen Nutzer.",
                "The service listens to root and its own user only.")
        case .system(let number):
            Wording(
                "Der Dienst ist nicht zu erreichen (errno \(number)).",
                "The service cannot be reached (errno \(number)).")
        case .open(let mode):
            Wording(
                "Die Rechte sind \(String(mode, radix: 8)) statt 600.",
                "The mode is \(String(mode, radix: 8)) instead of 600.")
        case .foreign(let user):
            Wording(
                "Dort hört Nutzer \(user), nicht der Dienst.", "User \(user) listens there, not the service.")
        case .interrupted:
            Wording("Der Dienst antwortete nicht zu Ende.", "The service did not answer to the end.")
        case .unreadable:
            Wording("Was dort antwortet, ist nicht dieser Dienst.", "What answers there is not this service.")
        }
    }

    /// What to do about it.
    var remedy: Wording {
        switch self {
        case .system where isForbidden: Wording("Als einer von beiden aufrufen.", "Run this as one of them.")
        case .system: Wording("Später noch einmal versuchen.", "Try again later.")
        case .open: Wording("Den Dienst neu starten.", "Restart the service.")
        case .foreign, .unreadable: Wording("`control_socket` prüfen.", "Check `control_socket`.")
        case .interrupted:
            Wording(
                "Mit `scharnier token list` nachsehen, was geschehen ist.",
                "See by `scharnier token list` what was done.")
        }
    }
}
