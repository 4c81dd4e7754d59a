import Scharnier

extension Labels {
    static let inbox: [List] = [List("inbox_kind", InboxTask.Kind.self)]
}

extension InboxTask.Kind: Labelled {
    var label: Wording {
        switch self {
        case .verifyNeed: Wording("Bedarf prüfen und veröffentlichen", "Check the need and publish it")
        case .reviewNeed: Wording("geänderten Bedarf prüfen", "Look at the changed need")
        case .reviseNeed: Wording("zurückgegebenen Bedarf überarbeiten", "Revise the returned need")
        case .confirmNeed:
            Wording("bestätigen, dass der Bedarf noch besteht", "Confirm that the need still holds")
        case .confirmOffer:
            Wording("bestätigen, dass das Angebot noch gilt", "Confirm that the offer still holds")
        case .answerIntroduction:
            Wording("Vorschlag annehmen oder ablehnen", "Accept or decline the proposal")
        case .continueIntroduction:
            Wording("Gespräch führen und Ergebnis festhalten", "Talk, and record the result")
        case .verifyOrganization: Wording("Organisation prüfen", "Verify the organisation")
        case .confirmTaxStatus: Wording("Steuerstatus bestätigen", "Confirm the tax status")
        case .renewTaxStatus:
            Wording("neuen Bescheid zum Steuerstatus angeben", "State the new notice on the tax status")
        case .confirmMembership: Wording("über die Mitgliedschaft entscheiden", "Decide on the membership")
        case .signCommitment: Wording("Vereinbarung unterschreiben", "Sign the commitment")
        case .deliverCommitment: Wording("Vereinbartes liefern", "Deliver what was promised")
        case .acknowledgeCommitment:
            Wording("sagen, ob Geliefertes angekommen ist", "Say whether what was delivered has arrived")
        case .evaluateCommitment:
            Wording("sagen, was aus der Vereinbarung geworden ist", "Say what came of the commitment")
        case .decideDispute: Wording("Streit entscheiden", "Decide the dispute")
        case .answerPrivacyRequest:
            Wording("Antrag zum Datenschutz bearbeiten", "Deal with the privacy request")
        case .acknowledgeNotice:
            Wording(
                "Kopien des Kontakts anpassen oder löschen und das bestätigen",
                "Adjust or erase copies of the contact, and confirm that")
        case .keepContact:
            Wording(
                "sagen, bis wann der Kontakt noch gebraucht wird; sonst wird er anonym",
                "Say until when the contact is still needed; otherwise it becomes anonymous")
        }
    }
}
