/// One purpose for which data are kept: an entry of the record of processing (GDPR Article 30).
package enum ProcessingActivity: String, CaseIterable, Sendable {
    case registry, contacts, brokerage, exchange, rights, access, evidence, reference, operation
}

extension ProcessingActivity {
    /// What it is called.
    package var name: Wording {
        switch self {
        case .registry: Wording("Verzeichnis der Organisationen", "Register of organisations")
        case .contacts: Wording("Kontakte und ihre Weitergabe", "Contacts, and to whom they are disclosed")
        case .brokerage: Wording("Bedarfe, Angebote, Vermittlungen", "Needs, offers, introductions")
        case .exchange: Wording("Abgleich mit anderen Systemen", "Exchange with other systems")
        case .rights: Wording("Anträge betroffener Personen", "Requests of data subjects")
        case .access: Wording("Zugänge: Tokens und Links", "Access: tokens and links")
        case .evidence: Wording("Protokolle", "Logs")
        case .reference: Wording("Gebiete, Begriffe, Ansprechstellen", "Areas, terms, offices in charge")
        case .operation: Wording("Betrieb des Dienstes", "Operation of the service")
        }
    }

    /// What it is for (Article 30(1)(b)).
    package var purpose: Wording {
        switch self {
        case .registry:
            Wording(
                "Wer in der Stadt soziale Arbeit trägt oder fördert, ist auffindbar und geprüft.",
                "Whoever does or supports social work in the city can be found, and is verified.")
        case .contacts:
            Wording(
                "Zwei Seiten, die beide zugesagt haben, können einander erreichen.",
                "Two sides that both agreed can reach each other.")
        case .brokerage:
            Wording(
                "Hilfe kommt dorthin, wo sie fehlt, und es ist nachvollziehbar, warum.",
                "Help gets where it is lacking, and it can be traced why.")
        case .exchange:
            Wording(
                "Andere Systeme halten ihre Kopien aktuell und löschen, was zu löschen ist.",
                "Other systems keep their copies current, and erase what must be erased.")
        case .rights:
            Wording(
                "Auskunft, Berichtigung, Löschung und Einschränkung werden erfüllt und sind nachweisbar.",
                "Access, rectification, erasure and restriction are granted, and this can be shown.")
        case .access:
            Wording("Nur Berechtigte lesen und ändern.", "Only those entitled read and change.")
        case .evidence:
            Wording(
                "Wer wann was getan hat, ist nachweisbar, ohne Inhalte zu wiederholen.",
                "Who did what and when can be shown, without repeating contents.")
        case .reference:
            Wording("Die Stadt ist einheitlich beschrieben.", "The city is described in one way.")
        case .operation:
            Wording(
                "Wiederholte Anfragen wirken einmal; Aufräumen ist nachweisbar.",
                "Repeated requests act once; tidying up can be shown.")
        }
    }

    /// On what law it rests (Article 6); of contacts each row says its own.
    package var lawfulBasis: Wording {
        switch self {
        case .contacts:
            Wording(
                "je Kontakt angegeben: Art. 6 Abs. 1 a, b, e oder f DSGVO",
                "stated for each contact: GDPR Art. 6(1)(a), (b), (e) or (f)")
        case .rights: Wording("Art. 6 Abs. 1 c, Art. 12 bis 21 DSGVO", "GDPR Art. 6(1)(c), Art. 12 to 21")
        case .access, .evidence, .operation:
            Wording("Art. 6 Abs. 1 e, Art. 32 DSGVO", "GDPR Art. 6(1)(e), Art. 32")
        case .registry, .brokerage, .exchange, .reference:
            Wording("Art. 6 Abs. 1 e DSGVO", "GDPR Art. 6(1)(e)")
        }
    }
}
