import Scharnier

extension Labels {
    static let commitments: [List] = [
        List("commitment_status", Commitment.Status.self),
        List("commitment_event", CommitmentRoutes.Move.self),
        List("commitment_side", Commitment.Side.self),
        List("commitment_reason", Commitment.reasonCodes, reasons),
        List("commitment_advice", Commitment.Advice.self),
        List("commitment_decision", DecisionDraft.Decision.self),
        List("valuation_method", Commitment.Valuation.Method.self),
        List("valuer", Commitment.Valuation.Valuer.self),
        List("outcome_side", Outcome.Side.self), List("goal_met", Outcome.GoalMet.self),
        List("people_reached", Outcome.PeopleReached.self), List("would_repeat", Outcome.WouldRepeat.self),
    ]
}

extension Commitment.Status: Labelled {
    var label: Wording {
        switch self {
        case .drafted: Wording("Entwurf", "Drafted")
        case .confirmed: Wording("vereinbart", "Confirmed")
        case .inDelivery: Wording("wird geliefert", "In delivery")
        case .delivered: Wording("geliefert", "Delivered")
        case .acknowledged: Wording("Empfang bestätigt", "Acknowledged")
        case .evaluated: Wording("ausgewertet", "Evaluated")
        case .closed: Wording("abgeschlossen", "Closed")
        case .disputed: Wording("strittig", "Disputed")
        case .cancelled: Wording("abgesagt", "Cancelled")
        case .discarded: Wording("verworfen", "Discarded")
        }
    }
}

extension CommitmentRoutes.Move: Labelled {
    var label: Wording {
        switch self {
        case .discard: Wording("verwerfen", "Discard")
        case .start: Wording("beginnen", "Start")
        case .deliver: Wording("liefern", "Deliver")
        case .acknowledge: Wording("Empfang bestätigen", "Acknowledge")
        case .dispute: Wording("beanstanden", "Dispute")
        case .cancel: Wording("absagen", "Cancel")
        case .close: Wording("abschließen", "Close")
        }
    }
}

extension DecisionDraft.Decision: Labelled {
    var label: Wording {
        switch self {
        case .inDelivery: Wording("der Rest ist noch zu liefern", "The rest is still due")
        case .delivered: Wording("was geliefert wurde, gilt", "What was delivered stands")
        case .cancelled: Wording("sie endet", "It ends")
        }
    }
}

extension Commitment.Side: Labelled {
    var label: Wording {
        switch self {
        case .carrier: Wording("Träger", "Carrier")
        case .supplier: Wording("gebende Organisation", "Supplier")
        case .host: Wording("Dachorganisation", "Fiscal host")
        }
    }
}

extension Commitment.Advice: Labelled {
    var label: Wording {
        switch self {
        case .counterpartExcludesDonation:
            Wording("Gegenleistung schließt Spende aus", "The counterpart excludes a donation")
        case .serviceIsNoDonation: Wording("Leistung ist keine Spende", "A service is no donation")
        case .receiptIncapable: Wording("keine Zuwendungsbestätigung möglich", "No donation receipt possible")
        }
    }
}

extension Commitment.Valuation.Method: Labelled {
    var label: Wording {
        switch self {
        case .marketPrice: Wording("Marktpreis", "Market price")
        case .bookValue: Wording("Buchwert", "Book value")
        case .goingConcernValue: Wording("Teilwert", "Going-concern value")
        case .hourlyRate: Wording("Stundensatz", "Hourly rate")
        case .none: Wording("ohne Bewertung", "None")
        }
    }
}

extension Commitment.Valuation.Valuer: Labelled {
    var label: Wording {
        switch self {
        case .supplier: Wording("gebende Organisation", "Supplier")
        case .carrier: Wording("Träger", "Carrier")
        case .office: Wording("Marktbüro", "Market office")
        }
    }
}

extension Outcome.Side: Labelled {
    var label: Wording {
        switch self {
        case .carrier: Wording("Träger", "Carrier")
        case .supplier: Wording("gebende Organisation", "Supplier")
        }
    }
}

extension Outcome.GoalMet: Labelled {
    var label: Wording {
        switch self {
        case .yes: Wording("erreicht", "Yes")
        case .partly: Wording("zum Teil erreicht", "Partly")
        case .no: Wording("nicht erreicht", "No")
        }
    }
}

extension Outcome.PeopleReached: Labelled {
    var label: Wording {
        switch self {
        case .none: Wording("niemand", "Nobody")
        case .from1: Wording("1 bis 4 Menschen", "1 to 4 people")
        case .from5: Wording("5 bis 19 Menschen", "5 to 19 people")
        case .from20: Wording("20 bis 49 Menschen", "20 to 49 people")
        case .from50: Wording("50 bis 99 Menschen", "50 to 99 people")
        case .from100: Wording("100 Menschen und mehr", "100 people or more")
        }
    }
}

extension Outcome.WouldRepeat: Labelled {
    var label: Wording {
        switch self {
        case .yes: Wording("ja", "Yes")
        case .no: Wording("nein", "No")
        case .unsure: Wording("unsicher", "Unsure")
        }
    }
}
