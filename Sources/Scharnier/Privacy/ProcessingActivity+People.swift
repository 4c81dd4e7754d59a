// Whom the data are about, who gets them, and until when they are kept.

extension ProcessingActivity {
    /// Whom the data are about (Article 30(1)(c)).
    package var persons: Wording {
        switch self {
        case .registry, .access, .exchange:
            Wording(
                "Organisationen, auch solche, die eine einzelne Person sind",
                "Organisations, also those that are one person")
        case .contacts, .rights:
            Wording("Ansprechpersonen von Organisationen", "People who can be reached at organisations")
        case .brokerage:
            Wording(
                "wer in freien Texten genannt wird; gewollt ist das nicht und wird beim Einreichen geprüft",
                "who is named in free texts; this is unwanted, and looked for on submission")
        case .evidence: Wording("Handelnde Organisationen", "Organisations that act")
        case .reference: Wording("keine; Funktionsadressen von Ämtern", "none; function addresses of offices")
        case .operation: Wording("wie in den übrigen Tätigkeiten", "as in the other activities")
        }
    }

    /// Who gets them (Article 30(1)(d)); nobody outside the European Union, for the product calls no third party.
    package var recipients: Wording {
        switch self {
        case .registry, .brokerage:
            Wording(
                "alle, soweit veröffentlicht; sonst die Beteiligten, zuständige Beauftragte und die Stadt",
                "everyone, as far as published; else the parties, officers in charge and the city")
        case .contacts:
            Wording(
                "die andere Seite nach beiderseitiger Zusage; jede Weitergabe ist einzeln vermerkt",
                "the other side after both agreed; each disclosure is noted")
        case .exchange: Wording("Portale mit Zugang", "Portals that have access")
        case .rights, .access, .evidence:
            Wording("die eigene Organisation und die Stadt", "the organisation itself, and the city")
        case .reference: Wording("alle", "everyone")
        case .operation: Wording("niemand", "nobody")
        }
    }

    /// Until when they are kept (Article 30(1)(f)).
    package func retention(by rules: RetentionRules) -> Wording {
        switch self {
        case .registry, .reference:
            Wording("solange die Organisation verzeichnet ist", "as long as the organisation is registered")
        case .contacts:
            Wording(
                "\(rules.contacts) Tage nach dem letzten Vorgang, danach anonym",
                "\(rules.contacts) days after the last matter, then anonymous")
        case .brokerage:
            Wording(
                "Entwürfe \(rules.drafts) Tage; Texte erfolgloser Vermittlungen \(rules.introductions) Tage",
                "drafts \(rules.drafts) days; texts of introductions that failed \(rules.introductions) days")
        case .exchange:
            Wording(
                "Änderungsliste \(rules.feed) Tage, Importberichte \(rules.importReports) Tage",
                "feed \(rules.feed) days, import reports \(rules.importReports) days")
        case .rights:
            Wording(
                "\(rules.requests) Tage nach dem Abschluss", "\(rules.requests) days after they were closed")
        case .access:
            Wording("\(rules.tokens) Tage nach dem Ende", "\(rules.tokens) days after their end")
        case .evidence:
            Wording(
                "Vermerke \(rules.notes) Tage, sonst ohne Ende", "remarks \(rules.notes) days, else no end")
        case .operation: Wording("Antworten einen Tag", "answers one day")
        }
    }
}
