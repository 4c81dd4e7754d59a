extension Commitment {
    /// What the law makes of a commitment, as far as the product can tell; it binds nobody (domain.md §8.6).
    package enum Advice: String, CaseIterable, Sendable {
        /// A donation has no consideration that is worth money.
        case counterpartExcludesDonation = "counterpart_excludes_donation"
        /// Unpaid services and time are no donations of the giver.
        case serviceIsNoDonation = "service_is_no_donation"
        /// Who receives the gift may give no receipts on this day.
        case receiptIncapable = "receipt_incapable"
    }

    /// What is to be said of it on `day`, where `receiver` gets what is given.
    func advice(receiver: Organization?, on day: Day) -> [Advice] {
        var advice: [Advice] = []
        let isDonation = [.donation, .inKindDonation].contains(content.legalNature)
        if isDonation, content.counterpart?.isValued == true { advice.append(.counterpartExcludesDonation) }
        let services: Set<ResourceKind> = [.service, .volunteering, .expertise]
        if isDonation, lines.contains(where: { services.contains($0.kind) }) {
            advice.append(.serviceIsNoDonation)
        }
        if content.asksForReceipt, receiver?.profile.taxStatus?.canGiveReceipts(on: day) != true {
            advice.append(.receiptIncapable)
        }
        return advice
    }
}

extension Commitment.Advice {
    /// What is wrong, in words.
    package var text: Wording {
        switch self {
        case .counterpartExcludesDonation:
            Wording(
                "Eine bewertete Gegenleistung schließt eine Zuwendungsbestätigung aus.",
                "A valued counterpart excludes a donation receipt.")
        case .serviceIsNoDonation:
            Wording(
                "Unentgeltliche Leistungen und Zeit sind keine Spende der Gebenden.",
                "Unpaid services and time are no donation of the giver.")
        case .receiptIncapable:
            Wording(
                "Wer empfängt, darf heute keine Zuwendungsbestätigung ausstellen.",
                "Whoever receives it may not give donation receipts today.")
        }
    }

    /// How to mend it.
    package var fix: Wording {
        switch self {
        case .counterpartExcludesDonation:
            Wording(
                "Als Sponsoring vereinbaren oder auf die Gegenleistung verzichten.",
                "Agree on sponsorship, or do without the counterpart.")
        case .serviceIsNoDonation:
            Wording(
                "pro_bono oder corporate_volunteering wählen.", "Choose pro_bono or corporate_volunteering.")
        case .receiptIncapable:
            Wording(
                "Ohne Bestätigung vereinbaren oder eine Dachorganisation empfangen lassen.",
                "Do without a receipt, or let a fiscal host receive it.")
        }
    }
}
