import Scharnier

extension Labels {
    static let changes: [List] = [
        List("guard_code", Array(guards.keys).sorted(), guards), List("subject", Subject.self),
        List("change_effect", Change.Effect.self), List("error_code", Violation.Code.self),
    ]
}

extension Subject: Labelled {
    var label: Wording {
        switch self {
        case .organization: Wording("Organisation", "Organisation")
        case .contact: Wording("Kontakt", "Contact")
        case .need: Wording("Bedarf", "Need")
        case .offer: Wording("Angebot", "Offer")
        case .introduction: Wording("Vermittlung", "Introduction")
        case .membership: Wording("Mitgliedschaft", "Membership")
        case .area: Wording("Gebiet", "Area")
        case .taxonomyTerm: Wording("Begriff", "Term")
        case .areaAssignment: Wording("Zuweisung eines Gebiets", "Area assignment")
        case .responsibility: Wording("Ansprechstelle", "Responsibility")
        case .commitment: Wording("Vereinbarung", "Commitment")
        case .programme: Wording("Programm", "Programme")
        case .idea: Wording("Idee", "Idea")
        case .privacyRequest: Wording("Antrag zum Datenschutz", "Privacy request")
        case .allocationPlan: Wording("Zuteilungsplan", "Allocation plan")
        }
    }
}

extension Change.Effect: Labelled {
    var label: Wording {
        switch self {
        case .upsert: Wording("neu oder geändert", "New or changed")
        case .remove: Wording("nicht mehr sichtbar", "No longer visible")
        case .delete: Wording("gelöscht", "Deleted")
        case .erase: Wording("Kopien löschen", "Erase copies")
        }
    }
}

extension Violation.Code: Labelled {
    var label: Wording {
        switch self {
        case .required: Wording("Angabe fehlt", "Missing")
        case .unknownMember: Wording("unbekanntes Feld", "Unknown member")
        case .readOnly: Wording("setzt der Server", "Set by the server")
        case .immutable: Wording("nicht mehr änderbar", "Cannot be changed")
        case .wrongType: Wording("falscher Typ", "Wrong type")
        case .badFormat: Wording("falsche Form", "Wrong form")
        case .badCharacters: Wording("unzulässige Zeichen", "Characters not allowed")
        case .tooShort: Wording("zu kurz", "Too short")
        case .tooLong: Wording("zu lang", "Too long")
        case .tooFew: Wording("zu wenige Einträge", "Too few entries")
        case .tooMany: Wording("zu viele Einträge", "Too many entries")
        case .outOfRange: Wording("außerhalb des Bereichs", "Out of range")
        case .notInEnum: Wording("steht nicht zur Wahl", "Not among the choices")
        case .notUnique: Wording("steht doppelt", "Not unique")
        case .referenceNotFound: Wording("gibt es nicht", "There is no such thing")
        case .notAllowedTogether: Wording("passt nicht zu anderen Angaben", "Not allowed together")
        case .personalDataSuspected: Wording("vermutlich personenbezogen", "Personal data suspected")
        }
    }
}
