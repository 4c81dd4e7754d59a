import Scharnier

extension Membership.Kind: Labelled {
    var label: Wording {
        switch self {
        case .full: Wording("Vollmitglied", "Full member")
        case .associate: Wording("assoziiertes Mitglied", "Associate member")
        case .observer: Wording("beobachtend", "Observer")
        case .individual: Wording("Einzelmitglied", "Individual member")
        }
    }
}

extension Membership.Contribution: Labelled {
    var label: Wording {
        switch self {
        case .staff: Wording("Personal", "Staff")
        case .rent: Wording("Miete", "Rent")
        case .material: Wording("Material", "Material")
        case .expertise: Wording("Fachwissen", "Expertise")
        case .money: Wording("Geld", "Money")
        }
    }
}

extension Membership.Status: Labelled {
    var label: Wording {
        switch self {
        case .requested: Wording("beantragt", "Requested")
        case .active: Wording("aktiv", "Active")
        case .refused: Wording("abgelehnt", "Refused")
        case .ended: Wording("beendet", "Ended")
        }
    }
}

extension Membership.Event: Labelled {
    var label: Wording {
        switch self {
        case .confirm: Wording("aufnehmen", "Confirm")
        case .refuse: Wording("ablehnen", "Refuse")
        case .leave: Wording("austreten", "Leave")
        }
    }
}
