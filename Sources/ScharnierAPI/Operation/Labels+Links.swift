import Scharnier

extension Labels {
    static let links: [List] = [List("intake_link_status", IntakeLink.Status.self)]
}

extension IntakeLink.Status: Labelled {
    var label: Wording {
        switch self {
        case .issued: Wording("ausgegeben", "Issued")
        case .used: Wording("verbraucht", "Used")
        case .revoked: Wording("widerrufen", "Revoked")
        case .expired: Wording("abgelaufen", "Expired")
        }
    }
}
