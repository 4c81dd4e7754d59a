import Scharnier

extension Labels {
    static let registry: [List] = [
        List("register_type", Organization.Register.Kind.self),
        List("organization_life_event", Organization.LifeEvent.self),
        List("tax_source", TaxStatus.Source.self), List("tax_evidence", Evidence.self),
        List("questionnaire_answer", Cooperation.Answer.self),
        List("indicator_unit", Indicator.Unit.self), List("indicator_domain", Indicator.Domain.self),
        List("responsibility_specificity", Responsibility.Specificity.self),
        List("membership_type", Membership.Kind.self),
        List("membership_contribution", Membership.Contribution.self),
        List("membership_status", Membership.Status.self), List("membership_event", Membership.Event.self),
    ]
}

extension Organization.Register.Kind: Labelled {
    var label: Wording {
        switch self {
        case .associations: Wording("Vereinsregister", "Register of associations")
        case .merchants: Wording("Handelsregister, Abteilung A", "Commercial register, section A")
        case .corporations: Wording("Handelsregister, Abteilung B", "Commercial register, section B")
        case .cooperatives: Wording("Genossenschaftsregister", "Register of cooperatives")
        case .partnerships: Wording("Partnerschaftsregister", "Register of partnerships")
        case .civilPartnerships: Wording("Gesellschaftsregister", "Register of civil-law partnerships")
        }
    }
}

extension Organization.LifeEvent: Labelled {
    var label: Wording {
        switch self {
        case .close: Wording("auflösen", "Close")
        case .reopen: Wording("wieder öffnen", "Reopen")
        }
    }
}

extension TaxStatus.Source: Labelled {
    var label: Wording {
        switch self {
        case .selfDeclared: Wording("eigene Angabe", "Own statement")
        case .documentSeen: Wording("Bescheid eingesehen", "Notice seen")
        case .publicRegister: Wording("öffentliches Register", "Public register")
        }
    }
}

extension Evidence: Labelled {
    var label: Wording {
        switch self {
        case .documentSeen: TaxStatus.Source.documentSeen.label
        case .publicRegister: TaxStatus.Source.publicRegister.label
        }
    }
}

extension Cooperation.Answer: Labelled {
    var label: Wording {
        switch self {
        case .yes: Wording("ja", "Yes")
        case .partly: Wording("teilweise", "Partly")
        case .no: Wording("nein", "No")
        }
    }
}
