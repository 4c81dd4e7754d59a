import Scharnier

extension Labels {
    static let privacy: [List] = [
        List("privacy_request_kind", PrivacyRequest.Kind.self),
        List("privacy_request_status", PrivacyRequest.Status.self),
        List("privacy_request_event", PrivacyRequest.Event.self),
        List("privacy_refusal_reason", PrivacyRequest.reasonCodes, refusalReasons),
        List("disclosure_notice", Disclosure.Notice.Kind.self),
        List("retention_rule", RetentionRule.self), List("turnaround_kind", Turnaround.Kind.self),
    ]

    private static let refusalReasons: [String: Wording] = [
        "identity_not_proven": Wording("Identität nicht belegt", "Identity not proven"),
        "manifestly_unfounded": Wording("offenkundig unbegründet", "Manifestly unfounded"),
        "excessive": Wording("exzessiv", "Excessive"),
        "legal_obligation": Wording("gesetzliche Pflicht zur Aufbewahrung", "Legal obligation to keep"),
        "legal_claims": Wording("für Rechtsansprüche nötig", "Needed for legal claims"),
        "no_personal_data": Wording("keine personenbezogenen Daten vorhanden", "No personal data kept"),
        "other": Wording("anderer Grund", "Another reason"),
    ]
}

extension PrivacyRequest.Kind: Labelled {
    var label: Wording {
        switch self {
        case .access: Wording("Auskunft", "Access")
        case .rectification: Wording("Berichtigung", "Rectification")
        case .erasure: Wording("Löschung", "Erasure")
        case .restriction: Wording("Einschränkung der Verarbeitung", "Restriction of processing")
        case .portability: Wording("Datenübertragung", "Portability")
        case .objection: Wording("Widerspruch", "Objection")
        }
    }
}

extension PrivacyRequest.Status: Labelled {
    var label: Wording {
        switch self {
        case .received: Wording("eingegangen", "Received")
        case .identityChecked: Wording("Identität geprüft", "Identity checked")
        case .executed: Wording("ausgeführt", "Executed")
        case .refused: Wording("abgelehnt", "Refused")
        case .closed: Wording("abgeschlossen", "Closed")
        }
    }
}

extension PrivacyRequest.Event: Labelled {
    var label: Wording {
        switch self {
        case .checkIdentity: Wording("Identität prüfen", "Check the identity")
        case .execute: Wording("ausführen", "Execute")
        case .refuse: Wording("ablehnen", "Refuse")
        case .close: Wording("abschließen", "Close")
        }
    }
}

extension Disclosure.Notice.Kind: Labelled {
    var label: Wording {
        switch self {
        case .rectified: Wording("berichtigt: Kopien anpassen", "Rectified: adjust copies")
        case .restricted: Wording("eingeschränkt: Kopien nur speichern", "Restricted: only store copies")
        case .erased: Wording("gelöscht: Kopien löschen", "Erased: erase copies")
        }
    }
}

extension RetentionRule: Labelled {
    var label: Wording {
        switch self {
        case .needDrafts: Wording("liegengebliebene Entwürfe von Bedarfen", "Abandoned drafts of needs")
        case .offerDrafts: Wording("liegengebliebene Entwürfe von Angeboten", "Abandoned drafts of offers")
        case .introductionTexts:
            Wording("Texte erfolgloser Vermittlungen", "Texts of introductions that failed")
        case .contacts: Wording("unbenutzte Kontakte", "Unused contacts")
        case .notes: Wording("alte Vermerke", "Old remarks")
        case .privacyRequests: Wording("abgeschlossene Anträge", "Closed privacy requests")
        case .feedEntries: Wording("alte Einträge der Änderungsliste", "Old entries of the feed")
        case .importReports: Wording("alte Importberichte", "Old import reports")
        case .keptAnswers: Wording("aufbewahrte Antworten", "Kept answers")
        case .tokens: Wording("beendete Tokens", "Ended tokens")
        }
    }
}

extension Turnaround.Kind: Labelled {
    var label: Wording { subject.label }
}
