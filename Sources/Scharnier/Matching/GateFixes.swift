extension Pair {
    /// What would open a gate that fails or is unanswered, and who can do that (domain.md §7.2, "Fix hint says").
    func fix(for code: Gate.Code, _ state: Findings.State) -> Gate.Fix? {
        if state == .isOpen { return question(code) }
        switch code {
        case .needNotLive: return needEvent
        case .offerNotLive: return offerEvent
        case .quantityInsufficient, .amountOutOfRange: return smallerMinimum
        case .windowMismatch: return otherDate
        case .alreadyOpen: return endOfTalks
        case .declinedRecently: return endOfBlock
        default: return Self.fixes[code]
        }
    }

    private static let fixes: [Gate.Code: Gate.Fix] = [
        .notVisible: .init(
            by: "officer", field: nil, Wording("Beauftragte des Gebiets fragen.", "Ask the area officer.")),
        .kindMismatch: .init(
            by: "carrier", field: "kind",
            Wording("Die Position teilen oder ändern.", "Split or change the item.")),
        .unitMismatch: .init(
            by: "carrier", field: "unit",
            Wording(
                "Die Menge in der Einheit des Angebots angeben.", "Restate the quantity in the offer's unit.")
        ),
        .categoryMismatch: .init(
            by: "carrier", field: "category",
            Wording("Eine weitere Kategorie wählen.", "Choose a broader category.")),
        .conditionMismatch: .init(
            by: "carrier", field: "condition",
            Wording("Klären, ob auch Gebrauchtes willkommen ist.", "Ask if used goods are welcome.")),
        .areaOutOfScope: .init(
            by: "supplier", field: "area_ids",
            Wording(
                "Das Gebiet erweitern oder die gebende Seite fragen.", "Widen the area, or ask the supplier.")
        ),
        .notRemote: .init(
            by: "carrier", field: "remote_ok", Wording("Digitale Hilfe zulassen.", "Allow remote help.")),
        .horizonExcluded: .init(
            by: "carrier", field: "horizon",
            Wording("Einen befristeten Teil abtrennen.", "Split off a time-limited part.")),
        .carrierUnverified: .init(
            by: "officer", field: nil,
            Wording(
                "Stadt oder Beauftragte prüfen den Träger.", "The city or an officer verifies the carrier.")),
        .supplierUnverified: .init(
            by: "city", field: nil,
            Wording("Die Stadt prüft die gebende Organisation.", "The city verifies the giving organisation.")
        ),
        .organizationSuspended: .init(
            by: "city", field: nil, Wording("Die Stadt hebt die Sperre auf.", "The city reinstates it.")),
        .noPayee: .init(
            by: "carrier", field: "host_organization_id",
            Wording("Einen Träger als Dach finden.", "Find a fiscal host.")),
        .receiptIncapable: .init(
            by: "carrier", field: "tax_status",
            Wording(
                "Den Bescheid erneuern oder einen Träger als Dach nennen.",
                "Renew the notice, or name a fiscal host.")),
    ]

    /// Who must answer what.
    private func question(_ code: Gate.Code) -> Gate.Fix? {
        switch code {
        case .unitMismatch:
            Self.question(
                line.content.unit == nil ? "carrier" : "supplier", "unit", "die Einheit", "the unit")
        case .quantityInsufficient: Self.question("supplier", "quantity", "die Menge", "the quantity")
        case .amountOutOfRange: Self.question("supplier", "budget_cents", "den Betrag", "the amount")
        case .areaOutOfScope: areaQuestion
        case .horizonExcluded: Self.question("carrier", "horizon", "die Dauer", "the horizon")
        case .topicExcluded: Self.question("carrier", "topics", "die Themen", "the topics")
        case .targetGroupExcluded:
            Self.question("carrier", "target_groups", "die Zielgruppen", "the target groups")
        case .skillsMissing: Self.question("supplier", "skills", "die Fähigkeiten", "the skills")
        case .accessibilityUnmet:
            Self.question("supplier", "accessibility", "die Barrierefreiheit", "the accessibility")
        case .noPayee: Self.question("carrier", "legal_form", "die Rechtsform", "the legal form")
        case .receiptIncapable: Self.question("carrier", "tax_status", "den Steuerstatus", "the tax status")
        default: nil
        }
    }

    private var areaQuestion: Gate.Fix {
        if giving.content.reach == nil {
            return Self.question("supplier", "reach", "die Reichweite", "the reach")
        }
        if giving.content.areas.isEmpty {
            return Self.question("supplier", "area_ids", "die Gebiete", "the areas")
        }
        return Self.question("carrier", "beneficiary_area_ids", "das Gebiet", "the area")
    }

    private static func question(_ by: String, _ field: String, _ de: String, _ en: String) -> Gate.Fix {
        .init(by: by, field: field, Wording("Bitte \(de) angeben.", "Please state \(en)."))
    }
}

extension Pair {
    /// The date that stands in the way: that of the line, or that of the asking.need.
    private var otherDate: Gate.Fix {
        .init(
            by: "carrier", field: line.content.schedule.kind == .open ? "needed_by_on" : "schedule",
            Wording("Den Termin verschieben.", "Move the date."))
    }

    /// Who has set the minimum that is not reached.
    private var smallerMinimum: Gate.Fix {
        let suffix = line.kind == .money ? "_amount_cents" : "_quantity"
        let carriers = Gate.Fix(
            by: "carrier", field: "min\(suffix)",
            Wording("Das Mindestmaß senken oder Angebote verbinden.", "Lower the minimum, or combine offers.")
        )
        let suppliers = Gate.Fix(
            by: "supplier", field: line.kind == .money ? "min_per_commitment_cents" : "min_per_commitment",
            Wording("Das Mindestmaß je Zusage senken.", "Lower the minimum per commitment."))
        guard let measure, let available = giving.available else { return carriers }
        let isOffersDoing = !measure.suffices(
            open: line.open, minimum: 0, available: available, offerMinimum: giving.content.minimum)
        return isOffersDoing ? suppliers : carriers
    }

    private var endOfTalks: Gate.Fix {
        .init(
            by: encounter?.openSide?.rawValue ?? "carrier", field: nil,
            Wording("Das Ende der laufenden Vermittlung abwarten.", "Wait until the open introduction ends."))
    }

    private var endOfBlock: Gate.Fix {
        let day = encounter?.isFreeOn ?? tables.asOf
        return .init(by: "officer", field: nil, Wording("Bis zum \(day) warten.", "Wait until \(day)."))
    }
}
