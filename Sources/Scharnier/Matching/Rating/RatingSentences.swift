extension Factor {
    /// What the factor says, in words; `evidence` are the codes, names or words it rests on.
    package func text(evidence: [String]) -> Wording {
        let list = evidence.joined(separator: ", ")
        switch code {
        case .theme: return themeText(list)
        case .text: return textText(list)
        case .targetGroup: return groupText(list)
        case .area: return areaText(list)
        case .amount: return amountText
        case .trackRecord: return trackRecordText
        }
    }

    private func themeText(_ list: String) -> Wording {
        switch source {
        case .open: Wording("Das Angebot ist für alle Themen offen.", "The offer is open to all themes.")
        case .unknown: Wording("Kein Thema angegeben.", "No theme stated.")
        case .inferred:
            Wording("Aus dem Text gelesenes Thema: \(list).", "Theme read from the text: \(list).")
        default:
            list.isEmpty
                ? Wording("Kein gemeinsames Thema.", "No theme in common.")
                : Wording("Gemeinsames Thema: \(list).", "Shared theme: \(list).")
        }
    }

    private func textText(_ list: String) -> Wording {
        list.isEmpty
            ? Wording("Keine ähnlichen Begriffe.", "No similar terms.")
            : Wording("Ähnliche Begriffe: \(list).", "Similar terms: \(list).")
    }

    private func groupText(_ list: String) -> Wording {
        switch source {
        case .open:
            Wording("Das Angebot ist für alle Zielgruppen offen.", "The offer is open to all target groups.")
        case .unknown: Wording("Keine Zielgruppe angegeben.", "No target group stated.")
        default:
            list.isEmpty
                ? Wording("Keine gemeinsame Zielgruppe.", "No target group in common.")
                : Wording("Gemeinsame Zielgruppe: \(list).", "Shared target group: \(list).")
        }
    }

    private func areaText(_ list: String) -> Wording {
        switch (source, value) {
        case (.open, _):
            Wording("Das Angebot gilt in der ganzen Stadt.", "The offer holds in the whole city.")
        case (.unknown, _): Wording("Kein Aktionsraum angegeben.", "No action area stated.")
        case (_, 10_000): Wording("Gleicher Aktionsraum.", "Same action area.")
        case (_, 1...): Wording("In der Nähe.", "Nearby.")
        default: Wording("Kein gemeinsamer Aktionsraum.", "No action area in common.")
        }
    }

    private var amountText: Wording {
        switch (source, value) {
        case (.open, _): Wording("Das Angebot nennt keine Grenzen.", "The offer states no limits.")
        case (.unknown, _): Wording("Betrag nicht angegeben.", "Amount not stated.")
        case (_, 10_000): Wording("Der Umfang passt.", "The amount fits.")
        case (_, 1...): Wording("Das Angebot deckt einen Teil.", "The offer covers a part.")
        default: Wording("Der Umfang passt nicht.", "The amount does not fit.")
        }
    }

    private var trackRecordText: Wording {
        value == 0
            ? Wording("Keine ähnliche frühere Zusage.", "No similar earlier commitment.")
            : Wording("Ähnelt früheren Zusagen.", "Resembles earlier commitments.")
    }
}

extension PolicyFactor {
    /// What the rule says, in words; nothing here shames an area.
    package var text: Wording {
        switch code {
        case .urgency: Wording("Wird bald gebraucht.", "Needed soon.")
        case .deprivation:
            Wording("Die Daten des Gebiets zählen mit.", "The area's data are taken into account.")
        case .waiting: Wording("Wartet schon lange.", "Has been waiting for long.")
        case .newcomer: Wording("Neu veröffentlicht.", "Newly published.")
        case .stale: Wording("Seit Langem nicht bestätigt.", "Not confirmed for long.")
        }
    }
}
