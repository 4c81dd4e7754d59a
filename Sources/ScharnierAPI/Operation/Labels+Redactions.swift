import Scharnier

extension Labels {
    static let redactions: [List] = [List("redaction_reason", Redaction.Reason.self)]
}

extension Redaction.Reason: Labelled {
    var label: Wording {
        switch self {
        case .personalData: Wording("personenbezogene Angaben", "Personal data")
        case .specialCategory:
            Wording("besonders geschützte Angaben", "Data of a special category")
        case .consentWithdrawn: Wording("Einwilligung widerrufen", "Consent withdrawn")
        case .erasureRequest: Wording("Löschung verlangt", "Erasure requested")
        }
    }
}
