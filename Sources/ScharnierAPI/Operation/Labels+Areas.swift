import Scharnier

extension Labels {
    static let areas: [List] = [
        List("area_type", Area.Kind.self), List("geometry_status", Area.GeometryStatus.self),
        List("area_relation_kind", AreaRelation.Kind.self),
        List("indicator_polarity", Indicator.Polarity.self),
        List("taxonomy_scheme", TaxonomyTerm.Scheme.self),
    ]
}

extension Area.Kind: Labelled {
    var label: Wording {
        switch self {
        case .city: Wording("Stadt", "City")
        case .district: Wording("Stadtbezirk", "District")
        case .socialSpace: Wording("Sozialraum", "Social space")
        case .subdistrict: Wording("Unterbezirk", "Subdistrict")
        case .actionArea: Wording("Aktionsraum", "Action area")
        case .actionQuarter: Wording("Aktionsquartier", "Action quarter")
        case .fundArea: Wording("Fördergebiet", "Funding area")
        case .custom: Wording("eigenes Gebiet", "Custom area")
        }
    }
}

extension Area.GeometryStatus: Labelled {
    var label: Wording {
        switch self {
        case .official: Wording("amtlich", "Official")
        case .illustrative: Wording("zur Veranschaulichung", "Illustrative")
        case .none: Wording("keine Zeichnung", "No drawing")
        }
    }
}

extension AreaRelation.Kind: Labelled {
    var label: Wording {
        switch self {
        case .successor: Wording("Nachfolge", "Successor")
        case .contains: Wording("umfasst", "Contains")
        case .overlaps: Wording("überschneidet sich mit", "Overlaps")
        }
    }
}

extension Indicator.Polarity: Labelled {
    var label: Wording {
        switch self {
        case .burden: Wording("hoher Wert belastet", "High is worse")
        case .relief: Wording("hoher Wert entlastet", "High is better")
        case .neutral: Wording("ohne Wertung", "Never ranked")
        }
    }
}

extension TaxonomyTerm.Scheme: Labelled {
    var label: Wording {
        switch self {
        case .topic: Wording("Thema", "Topic")
        case .targetGroup: Wording("Zielgruppe", "Target group")
        case .resourceCategory: Wording("Ressourcenart", "Resource category")
        case .skill: Wording("Fähigkeit", "Skill")
        case .accessibility: Wording("Barrierefreiheit", "Accessibility")
        case .engagementForm: Wording("Form des Engagements", "Form of engagement")
        case .purpose: Wording("Zweck", "Purpose")
        case .document: Wording("Unterlage", "Document")
        }
    }
}
