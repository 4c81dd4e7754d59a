import Scharnier

extension Labels {
    static let contacts: [List] = [
        List("contact_purpose", Contact.Purpose.self), List("lawful_basis", Contact.LawfulBasis.self),
        List("contact_release", Contact.Release.self),
    ]
}

extension Contact.Purpose: Labelled {
    var label: Wording {
        switch self {
        case .introduction: Wording("Vermittlung", "Introductions")
        case .administration: Wording("Verwaltung", "Administration")
        case .event: Wording("Veranstaltungen", "Events")
        case .newsletter: Wording("Rundbrief", "Newsletter")
        }
    }
}

extension Contact.LawfulBasis: Labelled {
    var label: Wording {
        switch self {
        case .consent:
            Wording("Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)", "Consent (Article 6(1)(a) GDPR)")
        case .contract: Wording("Vertrag (Art. 6 Abs. 1 Buchst. b DSGVO)", "Contract (Article 6(1)(b) GDPR)")
        case .publicTask:
            Wording(
                "öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO)", "Public task (Article 6(1)(e) GDPR)")
        case .legitimateInterest:
            Wording(
                "berechtigtes Interesse (Art. 6 Abs. 1 Buchst. f DSGVO)",
                "Legitimate interest (Article 6(1)(f) GDPR)")
        }
    }
}

extension Contact.Release: Labelled {
    var label: Wording {
        switch self {
        case .none: Wording("nur intern", "Internal only")
        case .introduced: Wording("nach beidseitiger Zusage", "After both have accepted")
        case .portal: Wording("auch für freigegebene Portale", "Cleared portals, too")
        case .publicFunction: Wording("öffentliche Funktionsadresse", "Public function address")
        }
    }
}
