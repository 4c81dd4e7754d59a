import Scharnier

extension Labels {
    static let provenance: [List] = [
        List("external_kind", ExternalReference.Kind.self), List("upsert_result", Upsert.Outcome.self),
        List("import_mode", ImportMode.self), List("row_result", RowResult.self),
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

extension ImportMode: Labelled {
    var label: Wording {
        switch self {
        case .each: Wording("jede Zeile für sich", "Each row by itself")
        case .all: Wording("alle Zeilen oder keine", "All rows or none")
        }
    }
}

extension RowResult: Labelled {
    var label: Wording {
        switch self {
        case .created: Wording("angelegt", "Created")
        case .updated: Wording("geändert", "Changed")
        case .unchanged: Wording("unverändert", "Unchanged")
        case .rejected: Wording("abgelehnt", "Rejected")
        case .skipped: Wording("wegen anderer Zeilen nicht übernommen", "Not taken over because of others")
        }
    }
}
