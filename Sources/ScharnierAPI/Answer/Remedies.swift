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
        case .parameterUnknown:
            Wording(
                "Die Schreibweise prüfen; die Seite der Operation nennt ihre Parameter.",
                "Check the spelling; the page of the operation names its parameters.")
        case .parameterInvalid:
            Wording(
                "errors nennt den Parameter und was er annimmt.",
                "errors names the parameter and what it takes.")
        case .headerInvalid:
            Wording(
                "errors nennt die Kopfzeile und die Form, die sie haben muss.",
                "errors names the field and the form that it must have.")
        case .jsonInvalid:
            Wording(
                "JSON von einer Bibliothek erzeugen lassen; detail nennt die Stelle.",
                "Have a library make the JSON; detail tells the place.")
        case .notAcceptable:
            Wording(
                "Accept weglassen oder ein Format aus offered nennen.",
                "Leave out Accept, or name a format of offered.")
        case .duplicate:
            Wording(
                "Verwenden, was es schon gibt; existing_id nennt es, wenn Sie es sehen dürfen.",
                "Use what exists; existing_id names it if you may see it.")
        case .mediaTypeUnsupported:
            Wording(
                "Accept in der Antwort nennt, was gelesen wird; den Inhalt nicht komprimieren.",
                "Accept in the answer tells what is read; do not compress the content.")
        case .validationFailed, .incomplete:
            Wording(
                "errors nennt jede Stelle, die zu berichtigen ist.",
                "errors names every place that needs correction.")
        case .preconditionRequired:
            Wording(
                "Erst lesen, dann mit dem ETag der Antwort als If-Match senden.",
                "Read first, then send the ETag of that answer as If-Match.")
        case .quotaExceeded:
            Wording(
                "So viele Sekunden warten, wie Retry-After nennt.",
                "Wait as many seconds as Retry-After tells.")
        case .queryTimeout:
            Wording(
                "Enger filtern oder kleinere Seiten lesen.", "Filter more narrowly, or read smaller pages.")
        case .storageFull:
            Wording(
                "Später wiederholen; die Betreiberin muss Platz schaffen.",
                "Repeat later; the operator has to make room.")
        default: nil
        }
    }
}
