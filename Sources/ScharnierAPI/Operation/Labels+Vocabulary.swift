import Scharnier

extension Labels {
    static let vocabulary: [List] = [
        List("horizon", Horizon.self), List("resource_kind", ResourceKind.self),
        List("unit", Scharnier.Unit.self),
        List("visibility", Visibility.self), List("action_field", ActionField.self),
        List("safeguarding", Safeguarding.self), List("safeguarding_readiness", SafeguardingReadiness.self),
        List("schedule_type", Schedule.Kind.self),
    ]
}

extension Horizon: Labelled {
    var label: Wording {
        switch self {
        case .acute: Wording("akut", "Acute")
        case .temporary: Wording("befristet", "Temporary")
        case .permanent: Wording("dauerhaft", "Permanent")
        }
    }
}

extension ResourceKind: Labelled {
    var label: Wording {
        switch self {
        case .money: Wording("Geld", "Money")
        case .goods: Wording("Sachmittel", "Goods")
        case .service: Wording("Dienstleistung", "Service")
        case .logistics: Wording("Logistik", "Logistics")
        case .room: Wording("Raum", "Room")
        case .volunteering: Wording("Ehrenamtliche Zeit", "Volunteering")
        case .expertise: Wording("Fachwissen", "Expertise")
        case .contacts: Wording("Kontakte und Einfluss", "Contacts and influence")
        }
    }
}

extension Scharnier.Unit: Labelled {
    var label: Wording {
        switch self {
        case .piece: Wording("Stück", "Piece")
        case .set: Wording("Satz", "Set")
        case .person: Wording("Person", "Person")
        case .hour: Wording("Stunde", "Hour")
        case .day: Wording("Tag", "Day")
        case .seat: Wording("Platz", "Seat")
        case .squareMetre: Wording("Quadratmeter", "Square metre")
        case .kilometre: Wording("Kilometer", "Kilometre")
        case .lesson: Wording("Unterrichtsstunde", "Lesson")
        }
    }
}

extension Visibility: Labelled {
    var label: Wording {
        switch self {
        case .public: Wording("öffentlich", "Public")
        case .registered: Wording("nur für Angemeldete", "Registered only")
        case .brokered: Wording("nur auf Vermittlung", "By introduction only")
        }
    }
}

extension ActionField: Labelled {
    var label: Wording {
        switch self {
        case .workInQuarter: Wording("Arbeit im Quartier", "Work in the quarter")
        case .strongParentsChildren:
            Wording("Starke Eltern, starke Kinder", "Strong parents, strong children")
        case .socialCohesion: Wording("Sozialer Zusammenhalt", "Social cohesion")
        }
    }
}

extension Safeguarding: Labelled {
    var label: Wording {
        switch self {
        case .none: Wording("keine Anforderung", "No requirement")
        case .supervisedOnly: Wording("nur unter Aufsicht", "Supervised only")
        case .extendedCertificate: Wording("erweitertes Führungszeugnis", "Extended certificate of conduct")
        }
    }
}

extension SafeguardingReadiness: Labelled {
    var label: Wording {
        switch self {
        case .none: Wording("keine Angabe", "Nothing stated")
        case .supervisedOnly: Wording("nur unter Aufsicht", "Supervised only")
        case .certificateAvailable:
            Wording("erweitertes Führungszeugnis liegt vor", "Extended certificate of conduct available")
        }
    }
}

extension Schedule.Kind: Labelled {
    var label: Wording {
        switch self {
        case .shift: Wording("fester Einsatz", "Shift")
        case .frame: Wording("Zeitraum", "Time frame")
        case .open: Wording("offen", "Open")
        }
    }
}
