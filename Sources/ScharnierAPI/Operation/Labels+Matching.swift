import Scharnier

extension Labels {
    static let matching: [List] = [
        List("gate_code", Gate.Code.self), List("factor_code", Component.Code.self),
    ]
}

extension Gate.Code: Labelled {
    var label: Wording {
        switch self {
        case .needNotLive: Wording("Bedarf nicht offen", "Need not open")
        case .offerNotLive: Wording("Angebot nicht aktiv", "Offer not active")
        case .notVisible: Wording("nur auf Vermittlung sichtbar", "Visible by introduction only")
        case .kindMismatch: Wording("andere Art von Ressource", "Other kind of resource")
        case .unitMismatch: Wording("andere Einheit", "Other unit")
        case .categoryMismatch: Wording("andere Kategorie", "Other category")
        case .conditionMismatch: Wording("anderer Zustand", "Other condition")
        case .quantityInsufficient: Wording("Menge reicht nicht", "Quantity insufficient")
        case .amountOutOfRange: Wording("Betrag passt nicht", "Amount out of range")
        case .windowMismatch: Wording("Zeiten passen nicht", "Times do not meet")
        case .areaOutOfScope: Wording("anderes Gebiet", "Other area")
        case .notRemote: Wording("nicht aus der Ferne möglich", "Not possible from afar")
        case .horizonExcluded: Wording("Dauer ausgeschlossen", "Horizon excluded")
        case .topicExcluded: Wording("Thema ausgeschlossen", "Topic excluded")
        case .targetGroupExcluded: Wording("Zielgruppe ausgeschlossen", "Target group excluded")
        case .skillsMissing: Wording("Fähigkeiten fehlen", "Skills missing")
        case .accessibilityUnmet: Wording("Barrierefreiheit fehlt", "Accessibility unmet")
        case .safeguardingUnmet: Wording("Schutz von Minderjährigen nicht gesichert", "Safeguarding unmet")
        case .carrierUnverified: Wording("Träger ungeprüft", "Carrier unverified")
        case .supplierUnverified: Wording("gebende Organisation ungeprüft", "Supplier unverified")
        case .organizationSuspended: Wording("Organisation gesperrt", "Organisation suspended")
        case .noPayee: Wording("niemand kann Geld entgegennehmen", "Nobody can receive money")
        case .receiptIncapable: Wording("keine Spendenbescheinigung möglich", "No donation receipt possible")
        case .sameOrganization: Wording("dieselbe Organisation", "Same organisation")
        case .alreadyOpen: Wording("Vermittlung läuft schon", "Introduction already open")
        case .declinedRecently: Wording("kürzlich abgelehnt", "Declined recently")
        }
    }
}

extension Component.Code: Labelled {
    var label: Wording {
        switch self {
        case .fit: Wording("Inhaltliche Nähe", "Fit")
        case .area: Wording("Räumliche Nähe", "Area")
        case .urgency: Wording("Dringlichkeit", "Urgency")
        case .disadvantage: Wording("Soziale Lage", "Disadvantage")
        case .topic: Wording("Thema", "Topic")
        case .coverage: Wording("Deckungslücke", "Coverage gap")
        case .freshness: Wording("Aktualität", "Freshness")
        case .theme: Wording("Gemeinsame Themen", "Shared themes")
        case .text: Wording("Ähnliche Texte", "Similar texts")
        case .targetGroup: Wording("Gemeinsame Zielgruppen", "Shared target groups")
        case .amount: Wording("Umfang", "Amount")
        case .trackRecord: Wording("Frühere Zusagen", "Earlier commitments")
        case .deprivation: Wording("Belastung des Gebiets", "Burden of the area")
        case .waiting: Wording("Wartezeit", "Waiting time")
        case .newcomer: Wording("Neu veröffentlicht", "Newly published")
        case .stale: Wording("Nicht bestätigt", "Not confirmed")
        }
    }
}
