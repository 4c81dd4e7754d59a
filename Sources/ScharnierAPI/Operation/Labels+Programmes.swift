import Scharnier

extension Labels {
    static let programmes: [List] = [
        List("programme_status", Programme.Status.self), List("programme_event", Programme.Event.self),
        List("programme_type", Programme.Kind.self), List("award_kind", Programme.AwardKind.self),
        List("policy_verification", Programme.Policy.Verification.self),
        List("financing_type", Programme.Policy.FinancingType.self),
        List("started_projects", Programme.Policy.StartedProjects.self),
        List("idea_status", Idea.Status.self), List("idea_event", Idea.Event.self),
    ]
}

extension Programme.Status: Labelled {
    var label: Wording {
        switch self {
        case .draft: Wording("Entwurf", "Draft")
        case .published: Wording("veröffentlicht", "Published")
        case .suspended: Wording("ausgesetzt", "Suspended")
        case .closed: Wording("geschlossen", "Closed")
        }
    }
}

extension Programme.Event: Labelled {
    var label: Wording {
        switch self {
        case .publish: Wording("veröffentlichen", "Publish")
        case .suspend: Wording("aussetzen", "Suspend")
        case .close: Wording("schließen", "Close")
        }
    }
}

extension Programme.Kind: Labelled {
    var label: Wording {
        switch self {
        case .grant: Wording("Förderprogramm", "Grant programme")
        case .fund: Wording("Fonds", "Fund")
        case .prize: Wording("Preis", "Prize")
        case .matchCampaign: Wording("Verdopplungsaktion", "Match campaign")
        }
    }
}

extension Programme.AwardKind: Labelled {
    var label: Wording {
        switch self {
        case .money: Wording("Geld", "Money")
        case .inKind: Wording("Sachleistung", "In kind")
        case .honour: Wording("Ehrung", "Honour")
        }
    }
}

extension Programme.Policy.Verification: Labelled {
    var label: Wording {
        switch self {
        case .unverified: Wording("ungeprüft", "Unverified")
        case .readInPublicSource: Wording("öffentlicher Quelle entnommen", "Read in a public source")
        case .confirmedByFunder: Wording("vom Förderer bestätigt", "Confirmed by the funder")
        }
    }
}

extension Programme.Policy.FinancingType: Labelled {
    var label: Wording {
        switch self {
        case .share: Wording("Anteilfinanzierung", "Share")
        case .deficit: Wording("Fehlbedarfsfinanzierung", "Deficit")
        case .fixed: Wording("Festbetragsfinanzierung", "Fixed amount")
        case .full: Wording("Vollfinanzierung", "Full")
        }
    }
}

extension Programme.Policy.StartedProjects: Labelled {
    var label: Wording {
        switch self {
        case .allowed: Wording("erlaubt", "Allowed")
        case .withPermission: Wording("mit Genehmigung", "With permission")
        case .forbidden: Wording("ausgeschlossen", "Forbidden")
        }
    }
}

extension Idea.Status: Labelled {
    var label: Wording {
        switch self {
        case .submitted: Wording("eingereicht", "Submitted")
        case .published: Wording("veröffentlicht", "Published")
        case .adopted: Wording("aufgegriffen", "Adopted")
        case .dropped: Wording("verworfen", "Dropped")
        }
    }
}

extension Idea.Event: Labelled {
    var label: Wording {
        switch self {
        case .publish: Wording("veröffentlichen", "Publish")
        case .adopt: Wording("aufgreifen", "Adopt")
        case .drop: Wording("verwerfen", "Drop")
        }
    }
}
