import Scharnier

extension Labels {
    static let provenance: [List] = [
        List("external_kind", ExternalReference.Kind.self), List("upsert_result", Upsert.Outcome.self),
    ]
}

extension ExternalReference.Kind: Labelled {
    var label: Wording {
        switch self {
        case .needs: Wording("Bedarfe", "Needs")
        case .offers: Wording("Angebote", "Offers")
        case .organizations: Wording("Organisationen", "Organisations")
        }
    }
}

extension Upsert.Outcome: Labelled {
    var label: Wording {
        switch self {
        case .created: Wording("angelegt", "Created")
        case .updated: Wording("geändert", "Changed")
        case .unchanged: Wording("unverändert", "Unchanged")
        }
    }
}
