import Scharnier

extension Labels {
    static let allocationPlans: [List] = [
        List("allocation_method", AllocationOrder.Method.self),
        List("allocation_status", AllocationRecord.Status.self),
        List("allocation_event", AllocationRecord.Event.self),
        List("allocation_failure", AllocationRecord.Failure.self),
        List("adoption_result", AdoptionResult.self),
    ]
}

extension AllocationOrder.Method: Labelled {
    var label: Wording {
        switch self {
        case .flow: Wording("Angebote an Bedarfe", "Offers to needs")
        case .weightedFair: Wording("ein Budget nach Gewicht", "One budget by weight")
        case .gapProportional: Wording("ein Budget nach Lücke", "One budget by gap")
        case .lowestRatio:
            Wording("ein Budget an die am wenigsten Geförderten", "One budget to the least funded")
        }
    }
}

extension AllocationRecord.Status: Labelled {
    var label: Wording {
        switch self {
        case .queued: Wording("wartet", "Queued")
        case .running: Wording("wird gerechnet", "Running")
        case .done: Wording("fertig", "Done")
        case .failed: Wording("gescheitert", "Failed")
        case .cancelled: Wording("abgebrochen", "Cancelled")
        }
    }
}

extension AllocationRecord.Event: Labelled {
    var label: Wording {
        switch self {
        case .cancel: Wording("abbrechen", "Cancel")
        }
    }
}

extension AllocationRecord.Failure: Labelled {
    var label: Wording {
        switch self {
        case .tooManyPairs:
            Wording(
                "zu viele mögliche Paare; Bedarfe oder Angebote eingrenzen",
                "Too many possible pairs; narrow needs or offers")
        case .interrupted:
            Wording(
                "der Dienst wurde vorher angehalten; bitte neu planen",
                "The service was stopped before; plan again")
        case .defect:
            Wording(
                "der Plan hielt der Prüfung nicht stand; bitte melden",
                "The plan did not stand up to its check; please report")
        }
    }
}

/// What became of a line that somebody wanted to adopt.
enum AdoptionResult: String, Labelled {
    case created, existing, refused

    var label: Wording {
        switch self {
        case .created: Wording("Vermittlung vorgeschlagen", "Introduction proposed")
        case .existing: Wording("war schon vorgeschlagen", "Had been proposed")
        case .refused: Wording("passt nicht mehr", "Does not fit any more")
        }
    }
}
