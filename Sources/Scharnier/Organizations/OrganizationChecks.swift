extension Organization.Profile {
    /// What breaks the rules of domain.md §4.1, in the order of the members.
    package func violations() -> [Violation] {
        Violation.length(of: name, 2...200, at: "name")
            + Violation.length(of: shortName, 1...60, at: "short_name")
            + (register?.violations() ?? [])
            + businessIDViolations
            + Violation.length(of: seat?.street, 1...120, at: "seat/street")
            + Violation.length(of: seat?.city, 1...120, at: "seat/city")
            + postalCodeViolations
            + listViolations
            + textViolations
            + (taxStatus?.violations() ?? [])
            + transparency.violations()
            + (cooperation?.violations() ?? [])
    }

    /// Companies are measured by heads, all others by how much of their work is paid.
    package func sizeViolations(of kind: Organization.Kind) -> [Violation] {
        guard let size, Organization.Size.sizes(of: kind).contains(size) == false else { return [] }
        let text = Wording(
            "Diese Größe gibt es bei dieser Art von Organisation nicht.",
            "This kind of organisation has no such size.")
        let allowed = Organization.Size.sizes(of: kind).map(\.rawValue)
        return [.init("size", .notAllowedTogether, text, allowed: allowed)]
    }

    private var listViolations: [Violation] {
        Violation.list(activeAreas, 0...60, at: "active_area_ids")
            + Violation.list(topics, 0...12, at: "topics")
            + Violation.list(targetGroups, 0...12, at: "target_groups")
            + Violation.list(languages, 0...20, at: "languages")
    }

    private var textViolations: [Violation] {
        Violation.length(of: text, 0...4000, at: "profile")
            + Violation.length(of: goals, 0...2000, at: "goals")
            + Violation.length(of: selectionCriteria, 0...2000, at: "selection_criteria")
            + Violation.page(website, at: "website")
    }

    private var postalCodeViolations: [Violation] {
        guard let code = seat?.postalCode else { return [] }
        let isDigits = code.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard code.utf8.count != 5 || !isDigits else { return [] }
        let text = Wording("Eine Postleitzahl hat fünf Ziffern.", "A postal code has five digits.")
        return [.init("seat/postal_code", .badFormat, text)]
    }
}

extension Organization.Size {
    /// The sizes that organisations of a kind have (domain.md §4.1).
    package static func sizes(of kind: Organization.Kind) -> [Organization.Size] {
        kind == .company
            ? [.micro, .small, .medium, .large]
            : [.volunteersOnly, .staffBelow5, .staff5To20, .staffAbove20]
    }
}
