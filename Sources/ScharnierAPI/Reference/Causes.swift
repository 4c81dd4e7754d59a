import Scharnier

extension ProblemCode {
    /// When it is answered, for the page about it (api.md §4).
    var cause: Wording {
        Self.causes[code] ?? title
    }

    private static let causes: [String: Wording] = [
        "parameter_unknown": Wording(
            "Die Operation kennt diesen Parameter nicht, oder er betrifft eine Angabe, die für Ihre Rolle nicht sichtbar ist.",
            "The operation does not know this parameter, or it is about a member that your role may not see."),
        "parameter_invalid": Wording(
            "Ein Parameter hat nicht die Form, die er haben muss, oder er steht doppelt.",
            "A parameter does not have the form that it must have, or it is given twice."),
        "header_invalid": Wording(
            "Eine Kopfzeile wie If-Match oder Idempotency-Key hat nicht die vorgeschriebene Form.",
            "A header field such as If-Match or Idempotency-Key does not have the prescribed form."),
        "cursor_invalid": Wording(
            "Die Seitenmarke ist beschädigt, erfunden oder gehört zu einer Anfrage mit anderen Filtern.",
            "The cursor is damaged, invented, or belongs to a request with other filters."),
        "json_invalid": Wording(
            "Der Inhalt ist kein JSON nach RFC 8259, nennt ein Feld doppelt oder ist zu groß oder zu tief verschachtelt.",
            "The content is no JSON as in RFC 8259, names a member twice, or is too large or too deep."),
        "authorization_malformed": Wording(
            "Authorization fehlt die Form „Bearer TOKEN“, oder die Kopfzeile steht mehrfach.",
            "Authorization lacks the form “Bearer TOKEN”, or the field is there more than once."),
        "token_in_url": Wording(
            "Ein Token stand in der Adresse. Adressen werden protokolliert und weitergegeben, Tokens dürfen das nie.",
            "There was a token in the address. Addresses are logged and passed on, which tokens never may be."
        ),
        "token_missing": Wording(
            "Diese Operation ist nicht öffentlich, und es wurde kein Token gesendet.",
            "This operation is not public, and no token was sent."),
        "token_invalid": Wording(
            "Das Token ist unbekannt, oder seine Prüfzeichen stimmen nicht.",
            "The token is unknown, or its check characters are wrong."),
        "token_expired": Wording("Die Laufzeit des Tokens ist zu Ende.", "The token has expired."),
        "token_revoked": Wording("Das Token wurde widerrufen.", "The token was revoked."),
        "scope_missing": Wording(
            "Die Rolle dürfte das, aber das Token hat den nötigen Scope nicht.",
            "The role may do this, but the token lacks the scope for it."),
        "role_forbidden": Wording(
            "Was angesprochen wurde, ist für Ihre Rolle sichtbar, aber diese Handlung steht ihr nicht zu.",
            "Your role may see what was addressed, but may not do this to it."),
        "not_found": Wording(
            "Unter dieser Adresse gibt es nichts, was Sie sehen dürfen. Fehlendes und Verborgenes sehen gleich aus.",
            "There is nothing at this address that you may see. What is missing and what is hidden look alike."
        ),
        "method_not_allowed": Wording(
            "Die Adresse gibt es, aber nicht mit dieser Methode.",
            "The address exists, but not with this method."),
        "not_acceptable": Wording(
            "Accept schließt alle Formate aus, in denen die Antwort zu haben ist.",
            "Accept rules out every format in which the answer is offered."),
        "state_conflict": Wording(
            "Im jetzigen Zustand ist dieses Ereignis nicht möglich.",
            "The event is not possible in the present state."),
        "guard_failed": Wording(
            "Das Ereignis wäre möglich, aber eine Voraussetzung dafür ist nicht erfüllt.",
            "The event would be possible, but a precondition of it is not met."),
        "duplicate": Wording(
            "Etwas, was es nur einmal geben darf, gibt es schon.",
            "Something that may exist only once exists already."),
        "stale_source": Wording(
            "Die Quelle hat diesen Eintrag schon in einem neueren Stand gesendet.",
            "The source has sent this record in a newer state before."),
        "in_use": Wording(
            "Anderes bezieht sich noch darauf, deshalb lässt es sich nicht löschen.",
            "Other things still refer to it, so it cannot be deleted."),
        "idempotency_in_progress": Wording(
            "Eine Anfrage mit demselben Idempotency-Key wird gerade bearbeitet.",
            "A request with the same Idempotency-Key is being worked on."),
        "feed_position_gone": Wording(
            "Die Position liegt vor dem ältesten Eintrag, der noch vorgehalten wird, oder die Rechte haben sich geändert.",
            "The position is before the oldest entry that is kept, or the rights have changed."),
        "erased": Wording(
            "Die aufgehobene Antwort auf diesen Idempotency-Key enthielt Daten, die seither gelöscht wurden.",
            "The answer kept under this Idempotency-Key held what has been erased since."),
        "precondition_failed": Wording(
            "Seit dem Lesen hat jemand anderes die Fassung geändert; nichts wurde überschrieben.",
            "Somebody else changed the version since it was read; nothing was overwritten."),
        "media_type_unsupported": Wording(
            "Der Inhalt hat ein Format oder eine Kodierung, die hier nicht gelesen wird.",
            "The content has a format or coding that is not read here."),
        "validation_failed": Wording(
            "Der Inhalt ist lesbar, aber einzelne Angaben fehlen oder sind falsch.",
            "The content can be read, but some members are missing or wrong."),
        "incomplete": Wording(
            "Für diesen Schritt fehlen noch Angaben, die ein Entwurf offen lassen durfte.",
            "This step needs what a draft was allowed to leave open."),
        "idempotency_key_reused": Wording(
            "Derselbe Idempotency-Key wurde vor weniger als einem Tag für eine andere Anfrage verwendet.",
            "The same Idempotency-Key was used for another request less than a day ago."),
        "import_rejected": Wording(
            "Eine Einspielung, die ganz oder gar nicht gelten soll, hat fehlerhafte Zeilen.",
            "An import that is to be taken whole or not at all has faulty rows."),
        "precondition_required": Wording(
            "Ändern und Löschen verlangt If-Match, damit niemand die Arbeit anderer überschreibt.",
            "Changing and deleting need If-Match, so that nobody overwrites the work of others."),
        "quota_exceeded": Wording(
            "In kurzer Zeit kamen mehr Anfragen, als die Quote erlaubt.",
            "More requests came in a short time than the quota allows."),
        "internal_error": Wording(
            "Im Dienst ist etwas geschehen, was nicht vorgesehen war; es ist mit der request_id verzeichnet.",
            "Something unforeseen happened in the service; it is recorded with the request_id."),
        "overloaded": Wording(
            "Der Dienst hat mehr zu tun, als er rechtzeitig schafft. Es ist nichts geschehen.",
            "The service has more to do than it can finish in time. Nothing was done."),
        "not_ready": Wording(
            "Der Dienst startet, wird beendet oder gewartet.",
            "The service is starting, stopping or being maintained."),
        "query_timeout": Wording(
            "Die Abfrage hätte länger gedauert, als eine Abfrage dauern darf.",
            "The query would have taken longer than a query may take."),
        "outcome_unknown": Wording(
            "Der Datenträger meldete beim Sichern einen Fehler; ob die Änderung gilt, ist ungewiss.",
            "The disk reported a fault while the change was stored; whether it holds is not known."),
        "storage_full": Wording(
            "Auf dem Datenträger ist kein Platz mehr. Nichts wurde gespeichert; Löschen ist weiterhin möglich.",
            "There is no space left on the disk. Nothing was stored; deleting is still possible."),
    ]
}
