import Scharnier

extension Labels {
    static let allocationPlans: [List] = [
        List("allocation_method", AllocationOrder.Method.self),
        List("allocation_status", AllocationStatus.self),
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

/// How far a plan is; planning ends before the answer leaves, so there is only one.
enum AllocationStatus: String, Labelled {
    case done

    var label: Wording { Wording("fertig", "Done") }
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
