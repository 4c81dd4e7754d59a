import Scharnier

extension Labels {
    static let needs: [List] = [
        List("need_status", Need.Status.self), List("need_event", Need.Event.self),
        List("need_outcome", Need.Outcome.self),
        List(
            "need_reason", Need.rejectCodes + Need.returnCodes + Need.failureCodes + Need.pauseCodes, reasons),
        List("beneficiary_count", Need.BeneficiaryCount.self),
        List("compulsory_public_task", Need.CompulsoryTask.self),
        List("need_item_status", NeedItem.Status.self),
        List("need_item_condition", NeedItem.Condition.self), List("cost_type", NeedItem.CostType.self),
        List("cost_layer", NeedItem.CostLayer.self),
    ]
}

extension Need.Status: Labelled {
    var label: Wording {
        switch self {
        case .draft: Wording("Entwurf", "Draft")
        case .submitted: Wording("eingereicht", "Submitted")
        case .returned: Wording("zur Überarbeitung zurückgegeben", "Returned")
        case .rejected: Wording("abgelehnt", "Rejected")
        case .published: Wording("veröffentlicht", "Published")
        case .partiallyMet: Wording("teilweise gedeckt", "Partially met")
        case .met: Wording("gedeckt", "Met")
        case .paused: Wording("pausiert", "Paused")
        case .stale: Wording("nicht mehr bestätigt", "Stale")
        case .expired: Wording("abgelaufen", "Expired")
        case .closed: Wording("abgeschlossen", "Closed")
        }
    }
}

extension Need.Event: Labelled {
    var label: Wording {
        switch self {
        case .submit: Wording("einreichen", "Submit")
        case .publish: Wording("veröffentlichen", "Publish")
        case .return: Wording("zur Überarbeitung zurückgeben", "Return")
        case .reject: Wording("ablehnen", "Reject")
        case .withdraw: Wording("zurückziehen", "Withdraw")
        case .pause: Wording("pausieren", "Pause")
        case .resume: Wording("fortsetzen", "Resume")
        case .close: Wording("abschließen", "Close")
        case .confirm: Wording("bestätigen", "Confirm")
        case .expire: Wording("ablaufen", "Expire")
        case .reopen: Wording("erneut einreichen", "Reopen")
        case .approve: Wording("Änderung genehmigen", "Approve the change")
        case .goStale: Wording("Bestätigung verfällt", "Go stale")
        }
    }
}

extension Need.Outcome: Labelled {
    var label: Wording {
        switch self {
        case .fulfilled: Wording("vollständig erfüllt", "Fulfilled")
        case .partly: Wording("teilweise erfüllt", "Partly fulfilled")
        case .failed: Wording("nicht erfüllt", "Not fulfilled")
        case .irrelevant: Wording("nicht mehr nötig", "No longer needed")
        case .withdrawn: Wording("zurückgezogen", "Withdrawn")
        }
    }
}

extension Need.BeneficiaryCount: Labelled {
    var label: Wording {
        switch self {
        case .unknown: Wording("unbekannt", "Unknown")
        case .from1: Wording("1 bis 19", "1 to 19")
        case .from20: Wording("20 bis 49", "20 to 49")
        case .from50: Wording("50 bis 99", "50 to 99")
        case .from100: Wording("100 bis 499", "100 to 499")
        case .from500: Wording("500 und mehr", "500 and more")
        }
    }
}

extension Need.CompulsoryTask: Labelled {
    var label: Wording {
        switch self {
        case .no: Wording("nein", "No")
        case .yes: Wording("ja", "Yes")
        case .unclear: Wording("unklar", "Unclear")
        }
    }
}

extension NeedItem.Status: Labelled {
    var label: Wording {
        switch self {
        case .open: Wording("offen", "Open")
        case .covered: Wording("zugesagt", "Covered")
        case .fulfilled: Wording("erfüllt", "Fulfilled")
        case .withdrawn: Wording("zurückgezogen", "Withdrawn")
        }
    }
}

extension NeedItem.Condition: Labelled {
    var label: Wording {
        switch self {
        case .any: Wording("beliebig", "Any")
        case .good: Wording("gut erhalten", "Good")
        case .new: Wording("neu", "New")
        }
    }
}

extension NeedItem.CostType: Labelled {
    var label: Wording {
        switch self {
        case .staff: Wording("Personalkosten", "Staff")
        case .material: Wording("Material", "Material")
        case .investment: Wording("Anschaffungen", "Investment")
        case .training: Wording("Fortbildung", "Training")
        case .rent: Wording("Miete", "Rent")
        case .running: Wording("laufende Kosten", "Running costs")
        case .other: Wording("Sonstiges", "Other")
        }
    }
}

extension NeedItem.CostLayer: Labelled {
    var label: Wording {
        switch self {
        case .project: Wording("Projektkosten", "Project")
        case .overhead: Wording("Gemeinkosten", "Overhead")
        case .structural: Wording("Strukturförderung", "Structural")
        }
    }
}
