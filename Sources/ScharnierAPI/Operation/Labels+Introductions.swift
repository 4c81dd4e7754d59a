import Scharnier

extension Labels {
    static let introductions: [List] = [
        List("introduction_status", Introduction.Status.self),
        List("introduction_event", Introduction.Event.self),
        List("introduction_channel", Introduction.Channel.self),
        List("introduction_side", Introduction.Side.self),
        List("hold_release", Introduction.Hold.Release.self),
        List("decline_reason", Introduction.declineCodes, reasons),
    ]
}

extension Introduction.Status: Labelled {
    var label: Wording {
        switch self {
        case .proposed: Wording("vorgeschlagen", "Proposed")
        case .acceptedByOne: Wording("von einer Seite angenommen", "Accepted by one side")
        case .connected: Wording("verbunden", "Connected")
        case .inTalks: Wording("im Gespräch", "In talks")
        case .agreed: Wording("vereinbart", "Agreed")
        case .declined: Wording("abgelehnt", "Declined")
        case .lapsed: Wording("ohne Antwort verfallen", "Lapsed")
        case .withdrawn: Wording("zurückgezogen", "Withdrawn")
        case .failed: Wording("gescheitert", "Failed")
        }
    }
}

extension Introduction.Event: Labelled {
    var label: Wording {
        switch self {
        case .accept: Wording("annehmen", "Accept")
        case .decline: Wording("ablehnen", "Decline")
        case .lapse: Wording("verfallen", "Lapse")
        case .withdraw: Wording("zurückziehen", "Withdraw")
        case .agree: Wording("vereinbaren", "Agree")
        case .fail: Wording("als gescheitert beenden", "End as failed")
        case .startTalks: Wording("Gespräche aufnehmen", "Start talks")
        case .extendHold: Wording("Reservierung verlängern", "Extend the hold")
        case .releaseHold: Wording("Reservierung freigeben", "Release the hold")
        }
    }
}

extension Introduction.Channel: Labelled {
    var label: Wording {
        switch self {
        case .suggestion: Wording("Vorschlag des Abgleichs", "Suggestion")
        case .officer: Wording("Beauftragte oder Stadt", "Officer or city")
        case .direct: Wording("direkte Ansprache", "Direct")
        case .portal: Wording("Portal", "Portal")
        }
    }
}

extension Introduction.Hold.Release: Labelled {
    var label: Wording {
        switch self {
        case .agreed: Wording("vereinbart", "Agreed")
        case .withdrawn: Wording("zurückgezogen", "Withdrawn")
        case .expired: Wording("abgelaufen", "Expired")
        case .cancelled: Wording("abgesagt", "Cancelled")
        }
    }
}

extension Introduction.Side: Labelled {
    var label: Wording {
        switch self {
        case .carrier: Wording("Träger", "Carrier")
        case .supplier: Wording("gebende Organisation", "Supplier")
        }
    }
}
