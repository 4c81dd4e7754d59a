// Which event makes a need or an offer live (domain.md §5.3, §5.4); none where nothing can.

extension Pair {
    /// The event that opens the asking.need.
    var needEvent: Gate.Fix? {
        switch asking.need.status {
        case .draft, .returned:
            .init(
                by: "carrier", field: nil,
                Wording("Den Bedarf einreichen (submit).", "Submit the need (submit)."))
        case .submitted:
            .init(
                by: "officer", field: nil,
                Wording("Den Bedarf veröffentlichen (publish).", "Publish the need (publish)."))
        case .paused:
            .init(
                by: "carrier", field: nil,
                Wording("Den Bedarf fortsetzen (resume).", "Resume the need (resume)."))
        case .stale:
            .init(
                by: "carrier", field: nil,
                Wording("Den Bedarf bestätigen (confirm).", "Confirm the need (confirm)."))
        case .expired:
            .init(
                by: "carrier", field: nil,
                Wording(
                    "Den Bedarf mit neuem Datum öffnen (reopen).", "Reopen the need with a new date (reopen)."
                ))
        case .published, .partiallyMet, .met: largerQuantity
        case .rejected, .closed: nil
        }
    }

    /// A line that is covered can only ask for more; one that is withdrawn cannot come back.
    private var largerQuantity: Gate.Fix? {
        guard !line.item.isWithdrawn else { return nil }
        return .init(
            by: "carrier", field: line.kind == .money ? "amount_cents" : "quantity",
            Wording(
                "Alles ist schon zugesagt: die Menge erhöhen.",
                "All of it is promised already: raise the quantity."))
    }

    /// The event that activates the giving.offer.
    var offerEvent: Gate.Fix? {
        switch giving.offer.status {
        case .draft:
            .init(
                by: "supplier", field: nil,
                Wording("Das Angebot einreichen (submit).", "Submit the offer (submit)."))
        case .submitted:
            .init(
                by: "city", field: nil,
                Wording(
                    "Die Stadt prüft die Organisation (verify).",
                    "The city verifies the organisation (verify)."))
        case .paused:
            .init(
                by: "supplier", field: nil,
                Wording("Das Angebot fortsetzen (resume).", "Resume the offer (resume)."))
        case .stale:
            .init(
                by: "supplier", field: nil,
                Wording("Das Angebot bestätigen (confirm).", "Confirm the offer (confirm)."))
        case .exhausted:
            .init(
                by: "supplier", field: giving.kind == .money ? "budget_cents" : "quantity",
                Wording(
                    "Die Menge erhöhen oder die nächste Periode abwarten.",
                    "Raise the quantity, or wait for the next period."))
        case .active, .partlyReserved, .expired, .withdrawn, .closed: nil
        }
    }
}
