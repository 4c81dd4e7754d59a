// What is said of each component: short, in both languages, and never about the standing of an area.

extension Pair {
    /// Kind, category or so many words, skills.
    func fitText(_ words: Int) -> Wording {
        var text = kindText
        if !isMoney { text = text.followed(by: categoryText(words)) }
        if !line.content.skills.isEmpty { text = text.followed(by: skillsText) }
        return Wording(text.de + ".", text.en + ".")
    }

    private var kindText: Wording {
        switch kinship {
        case .equal: Wording("Gleiche Art", "Same kind")
        case .related: Wording("Verwandte Art", "Related kind")
        case .none: Wording("Andere Art", "Different kind")
        }
    }

    private func categoryText(_ words: Int) -> Wording {
        switch categoryKinship {
        case .equal: return Wording("gleiche Kategorie", "same category")
        case .related: return Wording("verwandte Kategorie", "related category")
        case .none: break
        }
        switch words {
        case 0: return Wording("keine gemeinsamen Begriffe", "no terms in common")
        case 1: return Wording("ein gemeinsamer Begriff", "one term in common")
        case let count where count < Self.mostTerms:
            return Wording("\(count) gemeinsame Begriffe", "\(count) terms in common")
        default: return Wording("mehrere gemeinsame Begriffe", "several terms in common")
        }
    }

    private var skillsText: Wording {
        let (matched, asked) = (matchedSkills, line.content.skills.count)
        return Wording("\(matched) von \(asked) Fähigkeiten", "\(matched) of \(asked) skills")
    }

    /// How soon it is needed.
    var urgencyText: Wording {
        switch (daysLeft, asking.content.horizon) {
        case (let days?, _) where days < 0: Wording("Die Frist ist vorbei.", "The date has passed.")
        case (0?, _): Wording("Wird heute gebraucht.", "Needed today.")
        case (1?, _): Wording("Wird in einem Tag gebraucht.", "Needed within one day.")
        case (let days?, _): Wording("Wird in \(days) Tagen gebraucht.", "Needed within \(days) days.")
        case (nil, .acute): Wording("Akuter Bedarf ohne Datum.", "Acute need without a date.")
        case (nil, .temporary): Wording("Befristeter Bedarf ohne Datum.", "Temporary need without a date.")
        case (nil, .permanent): Wording("Dauerhafter Bedarf.", "Permanent asking.need.")
        case (nil, nil): Wording("Die Dauer ist nicht angegeben.", "The horizon is not stated.")
        }
    }

    /// Whether area data count; what they say is in the value and the evidence only.
    var disadvantageText: Wording {
        asking.disadvantage == nil
            ? Wording("Zum Gebiet liegen keine Daten vor.", "There are no data about the area.")
            : Wording("Die Daten des Gebiets zählen mit.", "The area's data are taken into account.")
    }

    /// How many topics and target groups are shared.
    var topicText: Wording {
        let topics = Self.sharing(asking.content.topics, giving.content.topics)
        let groups = Self.sharing(asking.content.targetGroups, giving.content.targetGroups)
        return Wording(
            "Themen: \(topics.de); Zielgruppen: \(groups.de).",
            "Topics: \(topics.en); target groups: \(groups.en).")
    }

    private static func sharing(_ mine: [String], _ theirs: [String]) -> Wording {
        guard !mine.isEmpty, !theirs.isEmpty else { return Wording("offen", "open") }
        let shared = mine.count { theirs.contains($0) }
        return Wording("\(shared) von \(mine.count) gemeinsam", "\(shared) of \(mine.count) shared")
    }

    /// How much the carrier was promised lately.
    var coverageText: Wording {
        switch asking.commitments {
        case 0:
            Wording(
                "Der Träger hat im letzten Jahr keine Zusage bekommen.",
                "The carrier got no commitment in the last year.")
        case 1:
            Wording(
                "Der Träger hat im letzten Jahr eine Zusage bekommen.",
                "The carrier got one commitment in the last year.")
        case let count:
            Wording(
                "Der Träger hat im letzten Jahr \(count) Zusagen bekommen.",
                "The carrier got \(count) commitments in the last year.")
        }
    }

    /// When both sides last said that all of it still holds.
    var freshnessText: Wording {
        switch daysSinceConfirmed {
        case nil: Wording("Noch nicht von beiden Seiten bestätigt.", "Not confirmed by both sides yet.")
        case let days? where days < 1: Wording("Heute bestätigt.", "Confirmed today.")
        case 1?: Wording("Vor einem Tag bestätigt.", "Confirmed one day ago.")
        case let days?: Wording("Vor \(days) Tagen bestätigt.", "Confirmed \(days) days ago.")
        }
    }
}

extension Wording {
    /// Both in a list.
    fileprivate func followed(by other: Wording) -> Wording {
        Wording("\(de), \(other.de)", "\(en), \(other.en)")
    }
}

extension AreaFit {
    /// How the areas lie to each other.
    var text: Wording {
        switch self {
        case .none: Wording("Kein gemeinsames Gebiet.", "No area in common.")
        case .city: Wording("Gilt in der ganzen Stadt.", "Holds in the whole city.")
        case .partOfCity: Wording("Gilt in einem Teil der Stadt.", "Holds in a part of the city.")
        case .district: Wording("Im genannten Stadtbezirk.", "In the district that the offer names.")
        case .inside: Wording("Im genannten Gebiet.", "In the area that the offer names.")
        case .around: Wording("Gilt in einem Teil des Gebiets.", "Holds in a part of the area.")
        case .wholeCity:
            Wording("Für die ganze Stadt gebraucht und angeboten.", "Needed and offered in the whole city.")
        case .equal: Wording("Gleiches Gebiet.", "Same area.")
        }
    }
}
