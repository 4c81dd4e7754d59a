import Scharnier

extension Labels {
    static let parties: [List] = [
        List("role", Role.self),
        List(name: "actor_role", words: List("role", Role.self).words + [system]),
        List("scope", Scope.self),
        List("token_status", TokenStatus.self),
    ]

    /// Who acts where nobody does: timers and consequences.
    private static let system = Word(code: "system", label: Wording("System", "System"))
}

extension Role: Labelled {
    var label: Wording {
        switch self {
        case .public: Wording("Öffentlichkeit", "Public")
        case .cityAdmin: Wording("Stadtverwaltung", "City administration")
        case .cityReader: Wording("Stadt, lesend", "City, reading only")
        case .areaOfficer: Wording("Aktionsraumbeauftragte", "Area officer")
        case .carrier: Wording("Träger", "Carrier")
        case .foundation: Wording("Stiftung", "Foundation")
        case .company: Wording("Unternehmen", "Company")
        case .network: Wording("Netzwerk", "Network")
        case .portal: Wording("Portal", "Portal")
        case .monitor: Wording("Überwachung", "Monitoring")
        }
    }
}

extension Scope: Labelled {
    var label: Wording {
        switch self {
        case .organizationsRead: Wording("Organisationen lesen", "Read organisations")
        case .organizationsWrite:
            Wording("Organisationen anlegen und ändern", "Create and change organisations")
        case .organizationsVerify: Wording("Organisationen prüfen", "Verify organisations")
        case .contactsRead: Wording("Kontakte lesen", "Read contacts")
        case .contactsWrite: Wording("Kontakte anlegen und ändern", "Create and change contacts")
        case .areasWrite: Wording("Gebiete und Begriffe pflegen", "Maintain areas and terms")
        case .needsRead: Wording("Bedarfe lesen", "Read needs")
        case .needsWrite: Wording("Bedarfe anlegen und bearbeiten", "Create and handle needs")
        case .needsRedact:
            Wording("Personenbezogenes entfernen", "Remove personal data")
        case .offersRead: Wording("Angebote lesen", "Read offers")
        case .offersWrite: Wording("Angebote anlegen und bearbeiten", "Create and handle offers")
        case .programmesRead: Wording("Programme lesen", "Read programmes")
        case .programmesWrite:
            Wording("Programme anlegen und bearbeiten", "Create and handle programmes")
        case .suggestionsRead: Wording("Vorschläge lesen", "Read suggestions")
        case .introductionsRead: Wording("Vermittlungen lesen", "Read introductions")
        case .introductionsWrite:
            Wording("Vermittlungen vorschlagen und bearbeiten", "Propose and handle introductions")
        case .commitmentsRead: Wording("Vereinbarungen lesen", "Read commitments")
        case .commitmentsWrite:
            Wording("Vereinbarungen entwerfen und bearbeiten", "Draft and handle commitments")
        case .commitmentsAttribute:
            Wording(
                "Vereinbarungen zuordnen und Streit entscheiden", "Attribute commitments, decide disputes")
        case .feedRead: Wording("Änderungen abrufen", "Read the change feed")
        case .externalWrite:
            Wording("Einträge anderer Systeme abgleichen", "Keep records of other systems in line")
        case .importsWrite: Wording("Einspielen", "Import")
        case .tokensWrite: Wording("Tokens ausstellen", "Issue tokens")
        case .opsRead: Wording("Betriebszustand einsehen", "Read the state of operation")
        case .metricsRead: Wording("Messwerte des Betriebs abrufen", "Read metrics")
        case .exportsRead:
            Wording("alles Eigene als Archiv abrufen", "Read all that is one's own as an archive")
        case .privacyWrite: Wording("Anträge zum Datenschutz stellen", "Pass on privacy requests")
        case .opsWrite: Wording("Betriebsaufgaben ausführen", "Run tasks of operation")
        }
    }
}

/// Whether a token can be used, as the contract calls it.
enum TokenStatus: String, Labelled {
    case active, expired, revoked

    var label: Wording {
        switch self {
        case .active: Wording("gültig", "Active")
        case .expired: Wording("abgelaufen", "Expired")
        case .revoked: Wording("widerrufen", "Revoked")
        }
    }
}
