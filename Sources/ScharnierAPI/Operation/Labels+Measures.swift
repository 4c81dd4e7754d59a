import Scharnier

extension Indicator.Unit: Labelled {
    var label: Wording {
        switch self {
        case .count: Wording("Anzahl", "Count")
        case .percent: Wording("Anteil in Basispunkten", "Share in basis points")
        case .perThousand: Wording("je 1.000", "Per 1,000")
        case .index: Wording("Index", "Index")
        case .hectares: Wording("Hektar", "Hectares")
        }
    }
}

extension Indicator.Domain: Labelled {
    var label: Wording {
        switch self {
        case .demography: Wording("Bevölkerung", "Demography")
        case .employment: Wording("Arbeit und Einkommen", "Employment and income")
        case .education: Wording("Bildung", "Education")
        case .health: Wording("Gesundheit", "Health")
        case .housing: Wording("Wohnen", "Housing")
        case .targetGroup: Wording("Zielgruppe", "Target group")
        }
    }
}

extension Responsibility.Specificity: Labelled {
    var label: Wording {
        switch self {
        case .areaTopicKind: Wording("Gebiet, Thema und Ressourcenart", "Area, topic and kind")
        case .areaTopic: Wording("Gebiet und Thema", "Area and topic")
        case .areaKind: Wording("Gebiet und Ressourcenart", "Area and kind")
        case .area: Wording("Gebiet", "Area")
        case .topic: Wording("Thema", "Topic")
        case .kind: Wording("Ressourcenart", "Kind of resource")
        case .standard: Wording("alles Übrige", "Everything else")
        }
    }
}
