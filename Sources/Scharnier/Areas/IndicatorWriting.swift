// How the city records what it measures (domain.md §11.2).

extension Indicator {
    /// What measures are counted in.
    package enum Unit: String, CaseIterable, Sendable {
        case count
        case percent = "percent_bp"
        case perThousand = "per_1000"
        case index
        case hectares = "ha"
    }

    /// The fields to which measures belong.
    package enum Domain: String, CaseIterable, Sendable {
        case demography, employment, education, health, housing
        case targetGroup = "target_group"
    }

    /// What breaks the rules of domain.md §4.2, in the order of the members.
    package func violations() -> [Violation] {
        (Code.isWellFormed(code) ? [] : [.badCode("code")])
            + Violation.length(of: name.de, 1...120, at: "name_de")
            + Violation.length(of: name.en, 1...120, at: "name_en")
            + Violation.length(of: method, 0...1000, at: "method")
    }
}

extension IndicatorValue {
    /// What breaks the rules of domain.md §4.2, in the order of the members.
    package func violations() -> [Violation] {
        var found: [Violation] = []
        if !Self.isPeriod(period) {
            let text = Wording("Ein Zeitraum ist JJJJ oder JJJJ-MM.", "A period is YYYY or YYYY-MM.")
            found.append(.init("period", .badFormat, text))
        }
        if ExactDecimal(value) == nil { found.append(.init("value", .badFormat, .noDecimal)) }
        return found + Violation.length(of: source, 1...300, at: "source")
    }

    private static func isPeriod(_ text: String) -> Bool {
        Day(text.utf8.count == 4 ? "\(text)-01-01" : "\(text)-01") != nil && [4, 7].contains(text.utf8.count)
    }
}

extension WriteTransaction {
    /// Defines a measure.
    ///
    /// - Throws: ``Refusal/invalid(_:)``; ``Refusal/duplicate(existing:)`` if the code is taken.
    package func define(_ indicator: Indicator, as party: Party) throws -> Indicator {
        let found = indicator.violations()
        guard found.isEmpty else { throw Refusal.invalid(found) }
        try insert(indicator)
        try audit(
            "indicator.create", .init("indicator", Identifier<Indicator>.nil), fields: [indicator.code],
            as: party)
        return indicator
    }

    /// Records what a measure was in an area and period, or corrects what is kept, if that is `replaced`.
    ///
    /// The area's readers are told: its situation is another.
    /// - Throws: ``Refusal/invalid(_:)``; ``Refusal/duplicate(existing:)`` if another value is kept.
    package func record(
        _ value: IndicatorValue, replacing replaced: String?, as party: Party
    ) throws -> IndicatorValue {
        guard var area = try area(value.area) else { throw Refusal.notFound }
        var found = value.violations()
        if try !indicators().contains(where: { $0.code == value.indicator }) {
            found.append(.init("indicator", .referenceNotFound, .noSuchReference))
        }
        guard found.isEmpty else { throw Refusal.invalid(found) }
        let kept = try indicatorValues(of: value.area).first {
            $0.indicator == value.indicator && $0.period == value.period
        }
        guard kept != value else { return value }
        guard kept?.value == replaced else { throw Refusal.duplicate(existing: nil) }
        try kept == nil ? insert(value) : update(value)
        try keep(&area, isNew: false, "area.measure", by: party)
        return value
    }
}
