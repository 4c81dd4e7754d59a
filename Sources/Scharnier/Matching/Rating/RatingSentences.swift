extension Factor {
    /// What the factor says, in words; `evidence` are the codes, names or words it rests on.
    package func text(evidence: [Wording]) -> Wording {
        let list = Wording(
            evidence.map(\.de).joined(separator: ", "), evidence.map(\.en).joined(separator: ", "))
        switch code {
        case .theme: return themeText(list)
        case .text: return textText(list)
        case .targetGroup: return groupText(list)
        case .area: return areaText(list)
        case .amount: return amountText
        case .trackRecord: return trackRecordText
        }
    }

    private func themeText(_ list: Wording) -> Wording {
        switch source {
        case .open: Wording("Das Angebot ist für alle Themen offen.", "The offer is open to all themes.")
        case .unknown: Wording("Kein Thema angegeben.", "No theme stated.")
        case .inferred:
            Wording("Aus dem Text gelesenes Thema: \(list.de).", "Theme read from the text: \(list.en).")
        default:
            list.de.isEmpty
                ? value > 0
                    ? Wording("Verwandtes Thema.", "Related theme.")
                    : Wording("Kein gemeinsames Thema.", "No theme in common.")
                : Wording("Gemeinsames Thema: \(list.de).", "Shared theme: \(list.en).")
        }
    }

    private func textText(_ list: Wording) -> Wording {
        list.de.isEmpty
            ? value > 0
                ? Wording("Ähnliche Wortteile.", "Similar parts of words.")
                : Wording("Keine ähnlichen Begriffe.", "No similar terms.")
            : Wording("Ähnliche Begriffe: \(list.de).", "Similar terms: \(list.en).")
    }

    private func groupText(_ list: Wording) -> Wording {
        switch source {
        case .open:
            Wording("Das Angebot ist für alle Zielgruppen offen.", "The offer is open to all target groups.")
        case .unknown: Wording("Keine Zielgruppe angegeben.", "No target group stated.")
        default:
            list.de.isEmpty
                ? value > 0
                    ? Wording("Verwandte Zielgruppe.", "Related target group.")
                    : Wording("Keine gemeinsame Zielgruppe.", "No target group in common.")
                : Wording("Gemeinsame Zielgruppe: \(list.de).", "Shared target group: \(list.en).")
        }
    }

    private func areaText(_ list: Wording) -> Wording {
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
    ///
    /// `days`: until the need's deadline, if it has one.
    package func text(days: Int?) -> Wording {
        switch code {
        case .urgency: urgencyText(days)
        case .deprivation:
            points == 0
                ? Wording("Die Daten des Gebiets ändern nichts.", "The area's data change nothing.")
                : Wording("Die Daten des Gebiets zählen mit.", "The area's data are taken into account.")
        case .waiting:
            points == 0
                ? Wording("Wartet noch nicht lange.", "Has not been waiting for long.")
                : Wording("Wartet schon lange.", "Has been waiting for long.")
        case .newcomer:
            points == 0
                ? Wording("Nicht neu veröffentlicht.", "Not newly published.")
                : Wording("Neu veröffentlicht.", "Newly published.")
        case .stale:
            points == 0
                ? Wording("Die Angaben sind aktuell.", "The statements are up to date.")
                : Wording("Seit Langem nicht bestätigt.", "Not confirmed for long.")
        }
    }

    private func urgencyText(_ days: Int?) -> Wording {
        switch days {
        case nil where points > 0: Wording("Als dringend bestätigt.", "Confirmed as urgent.")
        case nil: Wording("Keine Frist angegeben.", "No deadline stated.")
        case let days? where days < 0: Wording("Die Frist ist vorbei.", "The deadline has passed.")
        case 0?: Wording("Die Frist ist heute.", "The deadline is today.")
        case 1?: Wording("Frist in einem Tag.", "Deadline in one day.")
        case let days?: Wording("Frist in \(days) Tagen.", "Deadline in \(days) days.")
        }
    }
}
