import Scharnier

extension Labels {
    static let offers: [List] = [
        List("offer_status", Offer.Status.self), List("offer_event", Offer.Event.self),
        List("offer_reason", Offer.pauseCodes + Offer.closeCodes, reasons),
        List("capacity_period", Offer.CapacityPeriod.self), List("offer_reach", Offer.Reach.self),
        List("offer_condition", Offer.Condition.self), List("legal_nature", Offer.LegalNature.self),
    ]
}

extension Offer.Status: Labelled {
    var label: Wording {
        switch self {
        case .draft: Wording("Entwurf", "Draft")
        case .submitted: Wording("eingereicht", "Submitted")
        case .active: Wording("aktiv", "Active")
        case .partlyReserved: Wording("teilweise reserviert", "Partly reserved")
        case .exhausted: Wording("ausgeschöpft", "Exhausted")
        case .paused: Wording("pausiert", "Paused")
        case .stale: Wording("nicht mehr bestätigt", "Stale")
        case .expired: Wording("abgelaufen", "Expired")
        case .withdrawn: Wording("zurückgezogen", "Withdrawn")
        case .closed: Wording("geschlossen", "Closed")
        }
    }
}

extension Offer.Event: Labelled {
    var label: Wording {
        switch self {
        case .submit: Wording("einreichen", "Submit")
        case .activate: Wording("aktivieren", "Activate")
        case .pause: Wording("pausieren", "Pause")
        case .resume: Wording("fortsetzen", "Resume")
        case .confirm: Wording("bestätigen", "Confirm")
        case .expire: Wording("ablaufen", "Expire")
        case .withdraw: Wording("zurückziehen", "Withdraw")
        case .close: Wording("schließen", "Close")
        case .goStale: Wording("Bestätigung verfällt", "Go stale")
        }
    }
}

extension Offer.CapacityPeriod: Labelled {
    var label: Wording {
        switch self {
        case .once: Wording("einmalig", "Once")
        case .month: Wording("je Monat", "Per month")
        case .quarter: Wording("je Quartal", "Per quarter")
        case .year: Wording("je Jahr", "Per year")
        }
    }
}

extension Offer.Reach: Labelled {
    var label: Wording {
        switch self {
        case .city: Wording("gesamte Stadt", "Whole city")
        case .area: Wording("bestimmte Gebiete", "Certain areas")
        case .digital: Wording("digital", "Digital")
        }
    }
}

extension Offer.Condition: Labelled {
    var label: Wording {
        switch self {
        case .good: Wording("gut erhalten", "Good")
        case .new: Wording("neu", "New")
        }
    }
}

extension Offer.LegalNature: Labelled {
    var label: Wording {
        switch self {
        case .donation: Wording("Geldspende", "Donation")
        case .inKindDonation: Wording("Sachspende", "In-kind donation")
        case .sponsorship: Wording("Sponsoring", "Sponsorship")
        case .grant: Wording("Zuwendung", "Grant")
        case .proBono: Wording("Pro-bono-Leistung", "Pro bono work")
        case .corporateVolunteering: Wording("betriebliches Engagement", "Corporate volunteering")
        case .loanOfUse: Wording("Leihe", "Loan of use")
        case .purchase: Wording("Kauf", "Purchase")
        case .other: Wording("Sonstiges", "Other")
        }
    }
}
