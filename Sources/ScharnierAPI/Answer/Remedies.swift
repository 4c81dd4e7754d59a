import Scharnier

extension ProblemCode {
    /// What the caller can do, where the request itself does not tell more.
    var remedy: Wording? {
        switch self {
        case .authorizationMalformed:
            Wording(
                "Genau eine Kopfzeile senden: Authorization: Bearer TOKEN.",
                "Send exactly one header field: Authorization: Bearer TOKEN.")
        case .tokenInURL:
            Wording(
                "Das Token gilt als verraten: widerrufen und nur in der Kopfzeile Authorization senden.",
                "Treat the token as disclosed: revoke it, and send tokens in the Authorization field only.")
        case .tokenMissing:
            Wording(
                "Mit einem Token anfragen: Authorization: Bearer TOKEN.",
                "Ask with a token: Authorization: Bearer TOKEN.")
        case .tokenInvalid:
            Wording(
                "Token vollständig abschreiben oder bei der Stadt ein neues erbitten.",
                "Copy the token completely, or ask the city for a new one.")
        case .tokenExpired:
            Wording("Bei der Stadt ein neues Token erbitten.", "Ask the city for a new token.")
        case .tokenRevoked:
            Wording(
                "Dieses Token wurde widerrufen; bei der Stadt nachfragen.",
                "This token was revoked; ask the city.")
        case .scopeMissing:
            Wording(
                "Ein Token verwenden, das diesen Scope hat.", "Use a token that has this scope.")
        case .roleForbidden:
            Wording(
                "Das dürfen nur andere Beteiligte; /v1/me sagt, als wer Sie anfragen.",
                "Only others may do this; /v1/me tells as whom you ask.")
        case .notFound:
            Wording(
                "Das gibt es nicht, oder es ist für Sie nicht sichtbar.",
                "There is no such thing, or you may not see it.")
        case .methodNotAllowed:
            Wording("Allow nennt, was hier möglich ist.", "Allow tells what is possible here.")
        case .preconditionFailed:
            Wording(
                "Neu lesen, die Änderung auf die neue Fassung anwenden und mit deren ETag wiederholen.",
                "Read it again, apply the change to the new version and repeat with its ETag.")
        case .stateConflict:
            Wording("allowed nennt, was jetzt möglich ist.", "allowed tells what is possible now.")
        case .guardFailed:
            Wording(
                "failed_guards nennt, was fehlt und wer es beheben kann.",
                "failed_guards tells what is missing, and who can mend it.")
        case .cursorInvalid:
            Wording("Die Liste ohne cursor neu beginnen.", "Begin the list again without cursor.")
        case .feedPositionGone:
            Wording(
                "Neu beginnen: after=latest merken, Listen lesen, dann von dort folgen.",
                "Start over: note after=latest, read the lists, then follow from there.")
        case .erased:
            Wording(
                "Die Anfrage hatte ihre Wirkung; ihre Antwort enthielt, was inzwischen zu löschen war. Neu lesen.",
                "The request had its effect; its answer held what had to be erased since. Read it anew.")
        case .importRejected:
            Wording(
                "Nichts wurde übernommen; report nennt, was zu berichtigen ist.",
                "Nothing was taken over; report tells what needs correction.")
        case .staleSource:
            Wording(
                "Den neuesten Stand der Quelle senden; source_updated_at nennt den bekannten.",
                "Send what the source says now; source_updated_at tells the moment that is known.")
        case .inUse:
            Wording("Erst lösen, was sich darauf bezieht.", "First undo what refers to it.")
        case .overloaded, .notReady:
            Wording(
                "Es ist nichts geschehen; gleich noch einmal versuchen.",
                "Nothing was done; try again shortly.")
        case .outcomeUnknown:
            Wording(
                "Mit demselben Idempotency-Key wiederholen; ohne einen erst nachsehen, ob die Änderung da ist.",
                "Repeat with the same Idempotency-Key; without one, look first whether the change is there.")
        case .idempotencyInProgress:
            Wording(
                "Dieselbe Anfrage wird gerade bearbeitet; gleich noch einmal nach der Antwort fragen.",
                "The same request is being worked on; ask for its answer again shortly.")
        case .idempotencyKeyReused:
            Wording(
                "Für eine andere Anfrage einen neuen Idempotency-Key wählen.",
                "Choose a new Idempotency-Key for another request.")
        case .internalError:
            Wording(
                "Bitte mit der request_id der Betreiberin melden.",
                "Please report it to the operator with the request_id.")
        default: nil
        }
    }
}
