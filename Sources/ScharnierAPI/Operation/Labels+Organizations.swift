import Scharnier

extension Labels {
    static let organizations: [List] = [
        List("organization_kind", Organization.Kind.self),
        List("organization_status", Organization.Status.self),
        List("legal_form", Organization.LegalForm.self), List("organization_size", Organization.Size.self),
        List("verification_status", Organization.VerificationStatus.self),
        List("verification_method", Organization.VerificationMethod.self),
        List("organization_event", Organization.Event.self),
        List("organization_reason", Organization.reasonCodes, reasons),
        List("tax_basis", TaxStatus.Basis.self),
        List("publicity", Publicity.self),
    ]
}

extension Organization.Kind: Labelled {
    var label: Wording {
        switch self {
        case .carrier: Wording("Träger", "Carrier")
        case .foundation: Wording("Stiftung", "Foundation")
        case .company: Wording("Unternehmen", "Company")
        case .school: Wording("Schule", "School")
        case .cityUnit: Wording("Stelle der Stadt", "City unit")
        case .intermediary: Wording("Mittlerorganisation", "Intermediary")
        case .network: Wording("Netzwerk", "Network")
        case .portal: Wording("Portal", "Portal")
        }
    }
}

extension Organization.Status: Labelled {
    var label: Wording {
        switch self {
        case .active: Wording("aktiv", "Active")
        case .closed: Wording("aufgelöst", "Closed")
        case .merged: Wording("zusammengeführt", "Merged")
        }
    }
}

extension Organization.LegalForm: Labelled {
    var label: Wording {
        switch self {
        case .ev: Wording("eingetragener Verein (e. V.)", "Registered association (e. V.)")
        case .unregisteredAssociation: Wording("nicht eingetragener Verein", "Unregistered association")
        case .ggmbh: Wording("gemeinnützige GmbH", "Charitable GmbH")
        case .gug: Wording("gemeinnützige UG (haftungsbeschränkt)", "Charitable UG")
        case .gmbh: Wording("GmbH", "GmbH")
        case .ug: Wording("UG (haftungsbeschränkt)", "UG")
        case .ag: Wording("Aktiengesellschaft", "AG")
        case .eg: Wording("eingetragene Genossenschaft", "Registered cooperative")
        case .gbr: Wording("Gesellschaft bürgerlichen Rechts", "GbR")
        case .egbr: Wording("eingetragene Gesellschaft bürgerlichen Rechts", "Registered GbR")
        case .foundationPrivate:
            Wording("rechtsfähige Stiftung bürgerlichen Rechts", "Foundation under private law")
        case .trustFoundation: Wording("Treuhandstiftung", "Trust foundation")
        case .foundationPublic: Wording("Stiftung öffentlichen Rechts", "Foundation under public law")
        case .publicCorporation: Wording("Körperschaft öffentlichen Rechts", "Corporation under public law")
        case .publicInstitution: Wording("Anstalt öffentlichen Rechts", "Institution under public law")
        case .kg: Wording("Kommanditgesellschaft", "KG")
        case .ohg: Wording("offene Handelsgesellschaft", "OHG")
        case .soleTrader: Wording("Einzelunternehmen", "Sole trader")
        case .freelance: Wording("Freiberuf", "Freelance")
        case .informal: Wording("Gruppe ohne Rechtsform", "Group without legal form")
        case .privatePerson: Wording("Privatperson", "Private person")
        case .other: Wording("andere Rechtsform", "Other legal form")
        }
    }
}

extension Organization.Size: Labelled {
    var label: Wording {
        switch self {
        case .micro: Wording("Kleinstunternehmen", "Micro enterprise")
        case .small: Wording("kleines Unternehmen", "Small enterprise")
        case .medium: Wording("mittleres Unternehmen", "Medium-sized enterprise")
        case .large: Wording("großes Unternehmen", "Large enterprise")
        case .volunteersOnly: Wording("nur Ehrenamtliche", "Volunteers only")
        case .staffBelow5: Wording("unter 5 Beschäftigte", "Fewer than 5 employees")
        case .staff5To20: Wording("5 bis 20 Beschäftigte", "5 to 20 employees")
        case .staffAbove20: Wording("mehr als 20 Beschäftigte", "More than 20 employees")
        }
    }
}

extension Organization.VerificationStatus: Labelled {
    var label: Wording {
        switch self {
        case .unverified: Wording("ungeprüft", "Unverified")
        case .verified: Wording("geprüft", "Verified")
        case .rejected: Wording("abgelehnt", "Rejected")
        case .suspended: Wording("gesperrt", "Suspended")
        }
    }
}

extension Organization.VerificationMethod: Labelled {
    var label: Wording {
        switch self {
        case .register: Wording("Registerauszug", "Public register")
        case .documentSeen: Wording("Dokument eingesehen", "Document seen")
        case .officerKnown: Wording("den Beauftragten bekannt", "Known to the officers")
        case .networkVouched: Wording("ein Netzwerk bürgt", "A network vouches")
        }
    }
}

extension Organization.Event: Labelled {
    var label: Wording {
        switch self {
        case .verify: Wording("als geprüft bestätigen", "Verify")
        case .reject: Wording("ablehnen", "Reject")
        case .suspend: Wording("sperren", "Suspend")
        case .reinstate: Wording("wieder zulassen", "Reinstate")
        }
    }
}

extension TaxStatus.Basis: Labelled {
    var label: Wording {
        switch self {
        case .none: Wording("keine", "None")
        case .statutesNotice: Wording("Feststellungsbescheid nach § 60a AO", "Notice under § 60a AO")
        case .exemptionNotice: Wording("Freistellungsbescheid", "Exemption notice")
        case .assessmentAnnex:
            Wording("Anlage zum Körperschaftsteuerbescheid", "Annex to the corporate tax notice")
        case .publicBody: Wording("Körperschaft öffentlichen Rechts", "Body under public law")
        }
    }
}

extension Publicity: Labelled {
    var label: Wording {
        switch self {
        case .none: Wording("keine Nennung", "Not named")
        case .name: Wording("Nennung mit Namen", "Name")
        case .nameAndLogo: Wording("Nennung mit Namen und Logo", "Name and logo")
        }
    }
}
